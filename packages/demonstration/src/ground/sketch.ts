import { createRandom, type Random } from '../random.ts';
import type { Point } from './shapes.ts';

/** Where the sketch's kilometres begin: EPSG:4532, metres. */
const ORIGIN: Point = [44_515_000, 5_240_000];

/** A point of the sketch (kilometres east and north of the county's middle) in metres. */
export const metres = ([x, y]: Point): Point => [ORIGIN[0] + x * 1000, ORIGIN[1] + y * 1000];

/** What the county is sketched with: a source of numbers, and points that move a little with the seed. */
export interface Sketch {
  readonly random: Random;
  /** A point of the sketch, moved by up to `by` kilometres either way, in metres. */
  near(point: Point, by: number): Point;
}

export function createSketch(seed: number): Sketch {
  const random = createRandom(seed, 'geography');
  return {
    random,
    near: ([x, y], by) => metres([x + random.between(-by, by), y + random.between(-by, by)]),
  };
}
