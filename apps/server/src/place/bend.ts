import type { Transform } from '@tuheng/geometry';

/** Halvings of a line at most: 4096 pieces keep a line of 300 km within a millimetre. */
const HALVINGS = 12;

/**
 * A path in another coordinate system, where its straight lines are curves: points are put in until none is further from the curve than a tolerance.
 *
 * @param tolerance in units of the other system
 */
export function bentPath(path: readonly number[], transform: Transform, tolerance: number): number[] {
  const out: [number, number] = [0, 0];
  const bent: number[] = [];
  const add = (x0: number, y0: number, x1: number, y1: number, halvings: number): void => {
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    transform(x0, y0, out);
    const [u0, v0] = out;
    transform(x1, y1, out);
    const [u1, v1] = out;
    transform(x, y, out);
    const isStraight = Math.hypot(out[0] - (u0 + u1) / 2, out[1] - (v0 + v1) / 2) <= tolerance;
    if (isStraight || halvings === 0) bent.push(u1, v1);
    else {
      add(x0, y0, x, y, halvings - 1);
      add(x, y, x1, y1, halvings - 1);
    }
  };
  transform(path[0]!, path[1]!, out);
  bent.push(out[0], out[1]);
  for (let i = 2; i < path.length; i += 2) add(path[i - 2]!, path[i - 1]!, path[i]!, path[i + 1]!, HALVINGS);
  return bent;
}
