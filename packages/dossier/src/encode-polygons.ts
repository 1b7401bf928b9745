import { featureCount, type Polygons } from '@tuheng/geometry';
import { ByteWriter } from './bytes.ts';

/**
 * Polygons as bytes for the page: for each feature its class, polygons, rings, and the vertices as zig-zag varint steps on a
 * grid from the last vertex written. The closing vertex is left out.
 *
 * @param origin metres that stand for 0, 0
 * @param quantum grid in metres
 * @param classes a small number a feature, 0 where not given
 */
export function encodePolygons(
  p: Polygons,
  origin: readonly [number, number],
  quantum: number,
  classes: readonly number[] = [],
): Uint8Array {
  const bytes = new ByteWriter();
  let lastX = 0;
  let lastY = 0;
  bytes.unsigned(featureCount(p));
  for (let f = 0; f < featureCount(p); f++) {
    bytes.unsigned(classes[f] ?? 0);
    bytes.unsigned(p.featureStart[f + 1]! - p.featureStart[f]!);
    for (let g = p.featureStart[f]!; g < p.featureStart[f + 1]!; g++) {
      bytes.unsigned(p.polygonStart[g + 1]! - p.polygonStart[g]!);
      for (let r = p.polygonStart[g]!; r < p.polygonStart[g + 1]!; r++) {
        const from = p.ringStart[r]!;
        const to = p.ringStart[r + 1]! - 1;
        bytes.unsigned(to - from);
        for (let v = from; v < to; v++) {
          const x = Math.round((p.xy[2 * v]! - origin[0]) / quantum);
          const y = Math.round((p.xy[2 * v + 1]! - origin[1]) / quantum);
          bytes.signed(x - lastX);
          bytes.signed(y - lastY);
          lastX = x;
          lastY = y;
        }
      }
    }
  }
  return bytes.build();
}
