import { lineOutput, type OutputField, type OutputLayer } from '@tuheng/dataset';
import { type Layer, layerSpec, type Plan } from '@tuheng/standard';

/** The layers of a plan with the fields that they have: those of the standard, then numbers of their own; layers of lines behind them. */
export function outputLayers(plan: Plan): OutputLayer[] {
  const layers = [...plan.layers.values()].map((layer) => ({
    name: layer.code,
    crs: layer.crs,
    polygons: layer.polygons,
    fields: fieldsOf(layer),
    columns: layer.columns,
  }));
  return [...layers, ...[...(plan.lines?.values() ?? [])].map(lineOutput)];
}

function fieldsOf({ code, columns }: Layer): OutputField[] {
  const known = layerSpec(code)!.fields.filter(({ name }) => columns.has(name));
  const names = new Set(known.map(({ name }) => name));
  const others = [...columns].filter(([name, { kind }]) => kind === 'number' && !names.has(name));
  return [...known, ...others.map(([name]): OutputField => ({ name, type: 'double', length: 0 }))];
}
