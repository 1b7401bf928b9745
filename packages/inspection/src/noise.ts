import { featureCount, meanWidth, type Pieces, planeArea } from '@tuheng/geometry';
import type { Tolerance } from '@tuheng/standard';
import type { InspectedLayer } from './inspected-layer.ts';
import type { RuleFinding } from './rule.ts';

export interface SortedPieces {
  /** Numbers of the pieces that count. */
  readonly real: readonly number[];
  /** Pieces smaller than `sliverArea` or of a mean width 2A/P below `sliverWidth`: what two drawings of one line leave. */
  readonly noise: { readonly pieces: number; readonly area: number };
}

/** Tells ground that two layers really differ in from noise along lines that were drawn twice. Pieces up to `overlapArea` are nothing. */
export function sortByNoise({ polygons }: Pieces, tolerance: Tolerance): SortedPieces {
  const real: number[] = [];
  let pieces = 0;
  let area = 0;
  for (let k = 0; k < featureCount(polygons); k++) {
    const size = planeArea(polygons, k);
    if (size <= tolerance.overlapArea) continue;
    if (size >= tolerance.sliverArea && meanWidth(polygons, k) >= tolerance.sliverWidth) real.push(k);
    else {
      pieces++;
      area += size;
    }
  }
  return { real, noise: { pieces, area } };
}

/** Noise in one sentence: a hint on the layer, or nothing where there is none. */
export function noiseHint(
  layer: InspectedLayer,
  what: string,
  { pieces, area }: SortedPieces['noise'],
): RuleFinding[] {
  if (pieces === 0) return [];
  return [
    {
      layer,
      severity: 'info',
      blocks: false,
      message: `${what}：另有小于容差的碎片 ${pieces} 处，合计 ${area.toFixed(2)} m²，未逐一列出。`,
      area,
      suggestion: '两条线本应重合的，按同一条线修正节点。',
    },
  ];
}
