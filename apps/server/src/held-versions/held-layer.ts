import { type BoxIndex, indexBoxes, shareArray, sharePolygons } from '@tuheng/geometry';
import type { Layer } from '@tuheng/standard';
import type { NumberedLayer } from '@tuheng/store';

/** A layer of a version in memory, found by place. */
export interface HeldLayer {
  readonly layer: Layer;
  /** Numbers of the features in the plan. */
  readonly ids: Uint32Array;
  /** Over the features' boxes. */
  readonly index: BoxIndex;
  /** About what it takes of memory. */
  readonly bytes: number;
}

/** Coordinates and numbers are in memory that worker threads share. */
export function holdLayer({ layer, ids }: NumberedLayer): HeldLayer {
  const shared = { ...layer, polygons: sharePolygons(layer.polygons) };
  return {
    layer: shared,
    ids: shareArray(ids),
    index: indexBoxes(shared.polygons),
    bytes: bytesOf(shared, ids),
  };
}

/** Of a text about this much: a pointer and its share of the string. */
const TEXT = 24;

function bytesOf({ polygons, columns }: Layer, ids: Uint32Array): number {
  const { xy, ringStart, polygonStart, featureStart } = polygons;
  let bytes = ids.byteLength;
  for (const { byteLength } of [xy, ringStart, polygonStart, featureStart]) bytes += byteLength;
  // A box and its place in the index.
  bytes += ids.length * 40;
  for (const column of columns.values())
    bytes += column.kind === 'number' ? column.values.byteLength : column.values.length * TEXT;
  return bytes;
}
