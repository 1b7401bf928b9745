import type { ReportMap } from '@tuheng/dossier';
import { type Polygons, reprojectPolygons } from '@tuheng/geometry';
import { changePieces, classOf, type LayerChange, type ReviewResult } from '@tuheng/maintenance';
import { type Layer, layerSpec, type Plan, textAt } from '@tuheng/standard';
import { landUseCodes } from './land-use-codes.ts';

/** Control lines drawn before and after on the report's map. */
const lines = ['CZKFBJ', 'STBHHX', 'YJJBNTBHTB'] as const;

/** What the report draws: the control lines of both sides, the current land use under them, and every change piece. */
export function reportMap(
  result: ReviewResult,
  plans: { readonly filed: Plan; readonly maintained: Plan; readonly base?: Plan },
): ReportMap {
  const inPlane = (layer: Layer): Polygons => reprojectPolygons(layer.polygons, layer.crs, result.plane);
  const layers: ReportMap['layers'][number][] = [];
  const survey = plans.base?.layers.get('DLTB') ?? plans.filed.layers.get('DLTB');
  if (survey) {
    layers.push({
      code: 'DLTB',
      title: layerSpec('DLTB')!.title,
      side: 'base',
      polygons: inPlane(survey),
      classes: landUseCodes(survey),
    });
  }
  for (const side of ['filed', 'maintained'] as const) {
    for (const code of lines) {
      const layer = plans[side].layers.get(code);
      if (layer) layers.push({ code, title: layerSpec(code)!.title, side, polygons: inPlane(layer) });
    }
  }
  return {
    crs: result.plane,
    layers,
    changes: [...result.changes.values()].flatMap((c) => mapChanges(c, result)),
  };
}

function mapChanges(change: LayerChange, result: ReviewResult): ReportMap['changes'][number][] {
  const set = result.changeSet.find(({ code }) => code === change.code);
  const field = layerSpec(change.code)?.comparedField ?? null;
  return changePieces(change).map(({ type, polygons, piece, owner, row }, index) => ({
    layer: change.code,
    type,
    number: set ? (textAt(set.change, 'WHBH', index) ?? '') : '',
    bsm: textAt(owner, 'BSM', row) ?? '',
    from: type === '2' && field ? classOf(change.filed.layer, field, change.reclassified.left[piece]!) : null,
    to:
      type === '2' && field
        ? classOf(change.maintained.layer, field, change.reclassified.right[piece]!)
        : null,
    area: result.measure.ellipsoid(polygons, piece),
    planeArea: result.measure.plane(polygons, piece),

    polygons,
    feature: piece,
  }));
}
