import { type CoverageReport, ellipsoidArea } from '@tuheng/geometry';
import { areaValues, roundArea } from '@tuheng/standard';
import type { InspectionContext } from '../inspection-context.ts';
import type { ColumnDraft } from './column-draft.ts';
import { type LayerDraft, polygonsOfShape } from './layer-draft.ts';

/** m²: what the digits of two rounded values can differ by. */
const DIGITS = 0.005;

/**
 * Writes the national ellipsoid area of the repaired shape (m², 2 decimals) into area fields that are off: gross by more than A-06 allows
 * (`areaPerFeature` and `areaPerMetre` for each metre of boundary), or by more than `areaPerFeature` where A-06 found the whole field to hold
 * something else; net and KCMJ where they do not follow from the gross area and the share KCXS within `areaPerFeature`. A gross area that
 * is right stays, whatever its last digit. Empty fields stay empty, shapes that are still invalid have no area to tell. WHC has no areas,
 * and WHQ and WHH carry those of the plans they were taken from.
 */
export function recomputeAreas(columns: ColumnDraft, shapes: LayerDraft, context: InspectionContext): void {
  const { layer } = columns;
  if (layer.delivered.part !== 'plan' || context.effective.offReason('A-06') !== undefined) return;
  const { areaFields, netAreaFields } = layer.spec;
  const gross = areaFields.filter((field) => !netAreaFields.includes(field) && layer.hasField(field));
  const net = [...netAreaFields, ...(netAreaFields.length > 0 ? ['KCMJ'] : [])].filter((field) =>
    layer.hasField(field),
  );
  if (gross.length + net.length === 0) return;
  const { areaPerFeature, areaPerMetre } = context.tolerance;
  const whole = new Set(gross.filter((field) => context.isSystematic('A-06', layer, field)));
  const { touched } = shapes;
  const invalid = invalidFeatures(shapes, context.coverage(layer));
  for (let f = 0; f < layer.count; f++) {
    if (layer.stray.has(f) || invalid.has(f)) continue;
    const area = roundArea(
      touched.has(f)
        ? ellipsoidArea(polygonsOfShape(shapes.shape(f)), 0, layer.crs!)
        : layer.ellipsoidArea(f),
    );
    const slack = areaPerFeature + areaPerMetre * layer.perimeter(f);
    const put = (field: string, value: number, allowed: number): number => {
      const stored = layer.number(field, f);
      if (Number.isNaN(stored)) return value;
      if (Math.abs(stored - value) <= Math.max(allowed, DIGITS)) return stored;
      columns.setNumber(
        'area',
        field,
        f,
        value,
        `${field} 由 ${stored.toFixed(2)} 改为 ${value.toFixed(2)} m²。`,
      );
      return value;
    };
    const kept = gross.map((field) => put(field, area, whole.has(field) ? areaPerFeature : slack));
    if (net.length === 0) continue;
    const share = layer.number('KCXS', f);
    const isUnknown = Number.isNaN(share) && layer.number('KCMJ', f) > areaPerFeature;
    if (isUnknown || share < 0 || share >= 1) {
      const is = isUnknown ? '没有填写' : `是 ${share}，不在 0 到 1 之间`;
      columns.refuse('area', f, `扣除系数 KCXS ${is}，不能计算扣除面积。`);
      continue;
    }
    for (const [field, value] of areaValues(layer.spec, kept[0] ?? area, share || 0)) {
      if (net.includes(field)) put(field, value, areaPerFeature);
    }
  }
}

/** Features that cross themselves still. */
function invalidFeatures(
  shapes: LayerDraft,
  { selfIntersections, tangled }: CoverageReport,
): ReadonlySet<number> {
  const found = new Set(tangled);
  for (const { feature } of selfIntersections) if (!shapes.has('even-odd', feature)) found.add(feature);
  return found;
}
