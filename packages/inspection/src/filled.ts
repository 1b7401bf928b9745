import { changeFields, type FieldSpec, fieldsOf } from '@tuheng/standard';
import type { InspectedLayer } from './inspected-layer.ts';
import { oncePerValue } from './once-per-value.ts';

/** What a field holds, without surrounding blanks; null where it is empty, blank or no field of the layer. */
export function filled(layer: InspectedLayer, field: string, f: number): string | null {
  const text = layer.text(field, f)?.trim();
  return text === undefined || text === '' ? null : text;
}

/** The features whose value of a field is not accepted, and how many have a value at all. */
export function refused(
  layer: InspectedLayer,
  field: string,
  isAccepted: (value: string) => boolean,
): { readonly features: number[]; readonly judged: number } {
  const judge = oncePerValue(isAccepted);
  const features: number[] = [];
  let judged = 0;
  for (let f = 0; f < layer.count; f++) {
    const value = filled(layer, field, f);
    if (value === null) continue;
    judged++;
    if (!judge(value)) features.push(f);
  }
  return { features, judged };
}

/** Those of the fields that the layer has. */
export function present(layer: InspectedLayer, fields: readonly string[]): string[] {
  return fields.filter((field) => layer.hasField(field));
}

/** Fields of the standard that a layer has to have, and those that it has besides (pieces of WHC carry over what they like). */
export function relevantFields(layer: InspectedLayer): readonly FieldSpec[] {
  const { spec, part } = layer.delivered;
  if (part !== 'change') return spec.fields;
  const own = new Set(changeFields);
  return fieldsOf(spec, part).filter((field) => own.has(field) || layer.hasField(field.name));
}
