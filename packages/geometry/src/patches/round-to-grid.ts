import type { Polygons } from '../polygons.ts';

/**
 * The same polygons with every coordinate on the grid, as GEOS rounds them (half up, on multiples of `grid`). Neighbours that
 * differ by less than the grid become the same bits, and there is no negative zero, so that bits can be compared.
 *
 * @param grid spacing in the coordinates' unit; 0 leaves the coordinates as they are
 */
export function roundToGrid(p: Polygons, grid: number): Polygons {
  const n = p.xy.length;
  const xy = new Float64Array(n);
  if (grid === 0) for (let i = 0; i < n; i++) xy[i] = p.xy[i]! + 0;
  else {
    const scale = 1 / grid;
    for (let i = 0; i < n; i++) xy[i] = Math.round(p.xy[i]! * scale) / scale + 0;
  }
  return { ...p, xy };
}
