import type { CoveragePiece } from '@tuheng/geometry';
import type { InspectedLayer } from './inspected-layer.ts';
import type { Place, RuleFinding } from './rule.ts';

/** As many of the features around a piece are named; the message says how many there are. */
const NAMED = 10;
/** Of a piece with more vertices only the outline is drawn. */
const DRAWN = 10_000;

/** What every finding on faulty ground says: the features concerned, the ground itself, its area and greatest width. */
export function pieceFinding(
  layer: InspectedLayer,
  { features, rings, area, width }: CoveragePiece,
): Pick<RuleFinding, 'layer' | 'feature' | 'others' | 'place' | 'area' | 'measure'> {
  return {
    layer,
    ...(features[0] !== undefined && { feature: features[0] }),
    others: features.slice(1, NAMED).map((feature) => ({ layer, feature })),
    place: pieceOutline(rings),
    area,
    measure: { value: width, unit: 'm' },
  };
}

export function pieceOutline(rings: CoveragePiece['rings']): Place {
  const vertices = rings.reduce((sum, ring) => sum + ring.length / 2, 0);
  return { kind: 'rings', rings: vertices > DRAWN ? rings.slice(0, 1) : rings };
}

/** Area and greatest width for people. */
export function sizeOf({ area, width }: { readonly area: number; readonly width: number }): string {
  return `${area.toFixed(2)} m²，最宽处 ${width < 0.01 ? `${(width * 1000).toFixed(1)} mm` : `${width.toFixed(2)} m`}`;
}

/** 第 3、4、5 行; of many the first few. */
export function rowsOf(layer: InspectedLayer, features: readonly number[]): string {
  const named = features.slice(0, NAMED).map((f) => layer.row(f));
  return `第 ${named.join('、')} ${features.length > NAMED ? '等' : ''}行`;
}
