import type { Box } from './box.ts';
import type { Transform } from './reproject.ts';

/** Pieces of a side of a box: at its ends and between them a side of 100 km bends by less than 0.2 m. */
const STEPS = 32;

/**
 * A box that holds all of a box in another coordinate system, whose straight sides are curves there; not much larger.
 *
 * @param steps pieces of a side: one is enough for sides up to 3 km
 */
export function transformedBox(
  [minX, minY, maxX, maxY]: Box,
  transform: Transform,
  steps: number = STEPS,
): Box {
  const out: [number, number] = [0, 0];
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  const add = (x: number, y: number): void => {
    transform(x, y, out);
    x0 = Math.min(x0, out[0]);
    x1 = Math.max(x1, out[0]);
    y0 = Math.min(y0, out[1]);
    y1 = Math.max(y1, out[1]);
  };
  for (let i = 0; i <= steps; i++) {
    const x = minX + ((maxX - minX) * i) / steps;
    const y = minY + ((maxY - minY) * i) / steps;
    add(x, minY);
    add(x, maxY);
    add(minX, y);
    add(maxX, y);
  }
  // What the sides bend between the points.
  const margin = 1e-4 * Math.max(x1 - x0, y1 - y0);
  return [x0 - margin, y0 - margin, x1 + margin, y1 + margin];
}
