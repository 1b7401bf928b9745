import { featureCount, type Polygons } from '../../polygons.ts';

/** Calls `visit` for every ring, in order. */
export function forEachRing(
  p: Polygons,
  visit: (feature: number, ring: number, isOuter: boolean, polygon: number) => void,
): void {
  for (let f = 0; f < featureCount(p); f++) {
    for (let g = p.featureStart[f]!; g < p.featureStart[f + 1]!; g++) {
      for (let r = p.polygonStart[g]!; r < p.polygonStart[g + 1]!; r++)
        visit(f, r, r === p.polygonStart[g], g);
    }
  }
}
