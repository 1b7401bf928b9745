import { selectFeatures } from '@tuheng/geometry';
import type { Column, Layer } from '@tuheng/standard';

/** Some features of a layer as a layer of their own, in that order. */
export function selectedLayer(layer: Layer, rows: Uint32Array): Layer {
  const columns = new Map([...layer.columns].map(([name, column]) => [name, selected(column, rows)]));
  return { ...layer, polygons: selectFeatures(layer.polygons, rows), columns };
}

function selected(column: Column, rows: Uint32Array): Column {
  if (column.kind === 'number')
    return { kind: 'number', values: Float64Array.from(rows, (row) => column.values[row]!) };
  return { kind: 'text', values: Array.from(rows, (row) => column.values[row] ?? null) };
}
