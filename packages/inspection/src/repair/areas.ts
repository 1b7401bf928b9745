import { ellipsoidArea } from '@tuheng/geometry';
import type { InspectionContext } from '../inspection-context.ts';
import type { ColumnDraft } from './column-draft.ts';
import { type LayerDraft, polygonsOfShape } from './layer-draft.ts';

/**
 * Writes the national ellipsoid area (m², 2 decimals) into area fields where the value is more than `areaPerFeature` off: gross, or less
 * the share KCXS, with KCMJ the difference. WHC has no areas, and WHQ and WHH carry those of the plans they were taken from.
 */
export function recomputeAreas(
  columns: ColumnDraft,
  shapes: LayerDraft,
  { tolerance }: InspectionContext,
): void {
  const { layer } = columns;
  if (layer.delivered.part !== 'plan') return;
  const fields = layer.spec.areaFields.filter((field) => layer.hasField(field));
  if (fields.length === 0) return;
  const { touched } = shapes;
  const gross = (f: number): number =>
    cents(
      touched.has(f)
        ? ellipsoidArea(polygonsOfShape(shapes.shape(f)), 0, layer.crs!)
        : layer.ellipsoidArea(f),
    );
  for (let f = 0; f < layer.count; f++) {
    if (layer.stray.has(f)) continue;
    const area = gross(f);
    const deducted = cents(area * (layer.number('KCXS', f) || 0));
    const put = (field: string, value: number): void => {
      const stored = layer.number(field, f);
      if (Number.isNaN(stored) || Math.abs(stored - value) <= tolerance.areaPerFeature) return;
      columns.setNumber(
        'area',
        field,
        f,
        value,
        `${field} 由 ${stored.toFixed(2)} 改为椭球面积 ${value.toFixed(2)}。`,
      );
    };
    for (const field of fields)
      put(field, layer.spec.netAreaFields.includes(field) ? cents(area - deducted) : area);
    if (layer.spec.netAreaFields.length > 0 && layer.hasField('KCMJ')) put('KCMJ', deducted);
  }
}

function cents(value: number): number {
  return Math.round(value * 100) / 100;
}
