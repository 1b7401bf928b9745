import type { Polygons } from '@tuheng/geometry';

/*
 * Well-known binary of a feature, little-endian: a polygon, or a multipolygon where it has several parts. Rings of fewer than
 * four vertices enclose nothing and are left out, as GEOS and PostGIS refuse them.
 */

const POLYGON = 3;
const MULTIPOLYGON = 6;
const LEAST_RING = 4;

/** Bytes of `featureWkb`. */
export function wkbSize(layer: Polygons, f: number): number {
  const parts = layer.featureStart[f + 1]! - layer.featureStart[f]!;
  let bytes = parts === 1 ? 0 : 9;
  for (let p = layer.featureStart[f]!; p < layer.featureStart[f + 1]!; p++) {
    bytes += 9;
    for (const [from, to] of rings(layer, p)) bytes += 4 + 16 * (to - from);
  }
  return bytes;
}

/** Writes feature `f` at `offset` of `target`; returns the offset behind it. */
export function featureWkb(layer: Polygons, f: number, target: Uint8Array, offset: number): number {
  const view = new DataView(target.buffer, target.byteOffset, target.byteLength);
  let at = offset;
  const head = (type: number, count: number): void => {
    view.setUint8(at, 1);
    view.setUint32(at + 1, type, true);
    view.setUint32(at + 5, count, true);
    at += 9;
  };
  const first = layer.featureStart[f]!;
  const end = layer.featureStart[f + 1]!;
  if (end - first !== 1) head(MULTIPOLYGON, end - first);
  for (let p = first; p < end; p++) {
    const kept = rings(layer, p);
    head(POLYGON, kept.length);
    for (const [from, to] of kept) {
      view.setUint32(at, to - from, true);
      at += 4;
      for (let k = 2 * from; k < 2 * to; k++, at += 8) view.setFloat64(at, layer.xy[k]!, true);
    }
  }
  return at;
}

/** Vertex ranges of a polygon's rings; none where its outer ring encloses nothing. */
function rings({ ringStart, polygonStart }: Polygons, p: number): (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = [];
  for (let r = polygonStart[p]!; r < polygonStart[p + 1]!; r++) {
    const range = [ringStart[r]!, ringStart[r + 1]!] as const;
    if (range[1] - range[0] >= LEAST_RING) kept.push(range);
    else if (r === polygonStart[p]) break;
  }
  return kept;
}
