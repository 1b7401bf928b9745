import { lineCount } from '@tuheng/geometry';
import { type LineLayer, layerSpec } from '@tuheng/standard';
import type { OutputLayer } from './output-layer.ts';

/** A layer of lines with the fields of the standard that it has, ready to be written. */
export function lineOutput({ code, crs, lines, columns }: LineLayer): OutputLayer {
  return {
    name: code,
    crs,
    shapes: 'lines',
    // Each feature one polygon, each of its parts a ring.
    polygons: {
      xy: lines.xy,
      ringStart: lines.start,
      polygonStart: lines.featureStart,
      featureStart: Uint32Array.from({ length: lineCount(lines) + 1 }, (_, f) => f),
    },
    fields: layerSpec(code)?.fields.filter(({ name }) => columns.has(name)) ?? [],
    columns,
  };
}
