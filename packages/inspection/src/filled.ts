import type { InspectedLayer } from './inspected-layer.ts';

/** What a field holds, without surrounding blanks; null where it is empty, blank or no field of the layer. */
export function filled(layer: InspectedLayer, field: string, f: number): string | null {
  const text = layer.text(field, f)?.trim();
  return text === undefined || text === '' ? null : text;
}

/** Those of the fields that the layer has. */
export function present(layer: InspectedLayer, fields: readonly string[]): string[] {
  return fields.filter((field) => layer.hasField(field));
}
