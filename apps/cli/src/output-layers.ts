import type { OutputLayer } from '@tuheng/dataset';
import { layerSpec, type Plan } from '@tuheng/standard';

/** The layers of a plan with the fields of the standard that they have. */
export function outputLayers(plan: Plan): OutputLayer[] {
  return [...plan.layers.values()].map((layer) => ({
    name: layer.code,
    crs: layer.crs,
    polygons: layer.polygons,
    fields: layerSpec(layer.code)!.fields.filter((field) => layer.columns.has(field.name)),
    columns: layer.columns,
  }));
}
