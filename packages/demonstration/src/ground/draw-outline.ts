import type { Path } from '../mesh/insert-path.ts';
import { noiseAlong } from '../noise.ts';
import { COUNTY_AREA } from './county-figures.ts';
import { curve, displaced, type Point, ringArea, scaled } from './shapes.ts';
import { metres, type Sketch } from './sketch.ts';

/** The county's outline, counter-clockwise, with exactly the scheme's area. */
export function drawOutline({ random, near }: Sketch): Path {
  const corners: Point[] = [
    [-58, 15],
    [-58, -2],
    [-49, -12],
    [-52, -27],
    [-41, -38],
    [-28, -35],
    [-15, -41],
    [-2, -46],
    [12, -39],
    [26, -43],
    [38, -34],
    [51, -28],
    [57, -16],
    [55, -4],
    [60, 10],
    [57, 24],
    [60, 36],
    [53, 43],
    [42, 38],
    [28, 33],
    [14, 35],
    [0, 30],
    [-14, 26.5],
    [-30, 29],
    [-45, 27],
  ];
  const smooth = curve(
    corners.map((corner) => near(corner, 1.3)),
    260,
    true,
  );
  const rough = noiseAlong(random.integer(1e6), 6500, 4);
  const fade = smooth.length * 130;
  const jagged = displaced(
    smooth,
    (s) => 1050 * rough(s) * Math.min(1, s / 4000, Math.max(0, fade - s) / 4000),
  );
  const centre = metres([0, -2]);
  return scaled(jagged, centre, Math.sqrt(COUNTY_AREA / ringArea(jagged)));
}
