import type { Polygons } from '../polygons.ts';

/** The ring of feature `f` that has a vertex at (x, y), or its first ring where none has (a feature that had to be repaired). */
export function ringOfVertex(p: Polygons, f: number, x: number, y: number): number {
  const first = p.polygonStart[p.featureStart[f]!]!;
  const last = p.polygonStart[p.featureStart[f + 1]!]!;
  for (let r = first; r < last; r++) {
    for (let v = p.ringStart[r]!; v < p.ringStart[r + 1]!; v++) {
      if (p.xy[2 * v] === x && p.xy[2 * v + 1] === y) return r;
    }
  }
  return first;
}
