import type { Polygons } from '@tuheng/geometry';
import type { Crs } from '@tuheng/standard';

/**
 * Steps per unit of the grid on which a FileGDB stores coordinates: 0.1 mm, as the national rule rounds plane coordinates to 4 decimals
 * (standards.md §7.3), and 1e-9° (0.1 mm) in degrees.
 */
export function storageGrid({ kind }: Crs): number {
  return kind === 'geographic' ? 1e9 : 1e4;
}

/**
 * The polygons with vertices that `old` does not have rounded to the grid, or to a vertex of `old` in the same cell, with which they would be
 * stored as one. The polygons themselves where there is nothing to round.
 *
 * @param steps grid steps per unit
 */
export function newVerticesOnGrid(polygons: Polygons, old: Polygons, steps: number): Polygons {
  const known = new Map<string, number>();
  const cell = (xy: Float64Array, i: number): string =>
    `${Math.round(xy[i]! * steps)},${Math.round(xy[i + 1]! * steps)}`;
  const given = new Set<string>();
  for (let i = 0; i < old.xy.length; i += 2) {
    known.set(cell(old.xy, i), i);
    given.add(`${old.xy[i]},${old.xy[i + 1]}`);
  }
  let xy: Float64Array | undefined;
  for (let i = 0; i < polygons.xy.length; i += 2) {
    if (given.has(`${polygons.xy[i]},${polygons.xy[i + 1]}`)) continue;
    const near = known.get(cell(polygons.xy, i));
    const x = near === undefined ? Math.round(polygons.xy[i]! * steps) / steps : old.xy[near]!;
    const y = near === undefined ? Math.round(polygons.xy[i + 1]! * steps) / steps : old.xy[near + 1]!;
    if (x === polygons.xy[i] && y === polygons.xy[i + 1]) continue;
    xy ??= polygons.xy.slice();
    xy[i] = x;
    xy[i + 1] = y;
  }
  return xy ? { ...polygons, xy } : polygons;
}
