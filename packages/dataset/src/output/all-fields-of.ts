import { type Column, type Layer, layerSpec } from '@tuheng/standard';
import type { OutputField, OutputLayer } from './output-layer.ts';

/** A layer with every field that it has, also those the standard does not know, each wide enough for what it holds. */
export function allFieldsOf({ code, crs, polygons, columns }: Layer): OutputLayer {
  const known = layerSpec(code)?.fields.filter(({ name }) => columns.has(name)) ?? [];
  const others = [...columns.keys()].filter((name) => !known.some((field) => field.name === name));
  const fields = [...known, ...others.map((name): OutputField => ({ name, type: 'text', length: 0 }))];
  return {
    name: code,
    crs,
    polygons,
    fields: fields.map((field) => fitting(field, columns.get(field.name)!)),
    columns,
  };
}

/** A field as its values need it: text as long as the longest, whole numbers only where all are. */
function fitting({ name, title, type, length }: OutputField, column: Column): OutputField {
  const named = { name, ...(title !== undefined && { title }) };
  if (column.kind === 'number') {
    const isWhole =
      type === 'integer' && column.values.every((value) => Number.isNaN(value) || Number.isInteger(value));
    return { ...named, type: isWhole ? 'integer' : 'double', length: 0 };
  }
  if (type === 'date' && column.values.every((value) => value === null || /^\d{4}-\d{2}-\d{2}$/.test(value)))
    return { ...named, type, length: 0 };
  const longest = column.values.reduce((most, value) => Math.max(most, value?.length ?? 0), 1);
  return { ...named, type: 'text', length: Math.max(type === 'text' ? length : 0, longest) };
}
