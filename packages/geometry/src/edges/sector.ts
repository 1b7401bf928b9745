import { side } from './side.ts';

/** Where a ray from a corner points: into the ground of the corner, along one of its edges, or outside. */
export const ray = { outside: -1, along: 0, inside: 1 } as const;

/**
 * Where the ray from the corner (x, y) through (px, py) points (`ray`), where the ground lies counter-clockwise between the edge out to
 * (ox, oy) and the edge in from (ix, iy). Exact.
 */
export function rayInSector(
  x: number,
  y: number,
  ox: number,
  oy: number,
  ix: number,
  iy: number,
  px: number,
  py: number,
): number {
  const fromOut = side(x, y, ox, oy, px, py);
  const fromIn = side(x, y, ix, iy, px, py);
  if (fromOut === 0 && (ox - x) * (px - x) + (oy - y) * (py - y) > 0) return ray.along;
  if (fromIn === 0 && (ix - x) * (px - x) + (iy - y) * (py - y) > 0) return ray.along;
  const corner = side(x, y, ox, oy, ix, iy);
  // Reflex where the edge in lies to the right of the edge out.
  const inside =
    corner > 0 ? fromOut > 0 && fromIn < 0 : corner < 0 ? fromOut > 0 || fromIn < 0 : fromOut > 0;
  return inside ? ray.inside : ray.outside;
}
