import type { Polygons } from '@tuheng/geometry';
import type { Place } from './rule.ts';

/** One polygon (part) of a layer as the place of a fault. */
export function polygonPlace({ xy, ringStart, polygonStart }: Polygons, polygon: number): Place {
  const rings: number[][] = [];
  for (let r = polygonStart[polygon]!; r < polygonStart[polygon + 1]!; r++) {
    rings.push([...xy.subarray(2 * ringStart[r]!, 2 * ringStart[r + 1]!)]);
  }
  return { kind: 'rings', rings };
}
