import { side } from './edges/side.ts';

/**
 * Where a point lies to the closed ring `xy[2·from .. 2·to)`: 1 inside, 0 on it, −1 outside, by the even-odd rule. Exact for any doubles.
 * Time linear in the ring.
 */
export function ringSide(xy: Float64Array, from: number, to: number, x: number, y: number): 1 | 0 | -1 {
  let inside = false;
  for (let v = from; v + 1 < to; v++) {
    const ax = xy[2 * v]!;
    const ay = xy[2 * v + 1]!;
    const bx = xy[2 * v + 2]!;
    const by = xy[2 * v + 3]!;
    if ((ay > y && by > y) || (ay < y && by < y) || (ax < x && bx < x)) continue;
    const s = side(ax, ay, bx, by, x, y);
    if (s === 0 && x >= Math.min(ax, bx) && x <= Math.max(ax, bx)) return 0;
    // A vertex level with the point belongs to the edge above it, so that a ray through it counts once or twice, as it should.
    if (ay > y !== by > y && s > 0 === by > ay) inside = !inside;
  }
  return inside ? 1 : -1;
}
