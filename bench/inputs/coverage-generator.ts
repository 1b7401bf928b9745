import type { Polygons } from '@tuheng/geometry';
import { createRandom } from '../random.ts';

/** A coverage of `columns × rows` parcels. Lengths in metres. */
export interface CoverageOptions {
  readonly seed: number;
  readonly columns: number;
  readonly rows: number;
  /** Mean width and height of a parcel (200 m: 4 ha). */
  readonly pitch: number;
  /** Mean number of vertices of a parcel, the closing one left out; at least 4. */
  readonly vertices: number;
  /** The lower left corner is moved by this much, so that two coverages cross instead of lying on each other. */
  readonly shift: number;
}

/** Zone-prefixed Gauss-Krüger coordinates of zone 44 (EPSG:4532): as large as real ones, for kernels to lose digits on. */
const EASTING = 44_532_000;
const NORTHING = 5_236_000;

/** Corners leave the lattice by at most this share of the pitch. */
const JITTER = 0.2;

/**
 * A border stays within this slope off the straight line between its corners, measured from the nearer corner. Corners
 * jittered by 0.2 leave at least 46° between two borders, and two cones of atan 0.3 = 17° fit into that: borders cannot cross.
 */
const SLOPE = 0.3;

/** Coordinates are stored on a grid of 0.1 mm. */
export function onGrid(metres: number): number {
  return Math.round(metres * 10_000) / 10_000;
}

/** The points between the corners of all borders of one direction: border `e` owns points `start[e] .. start[e+1]-1`. */
interface Borders {
  readonly start: Uint32Array;
  readonly xy: Float64Array;
}

/**
 * Generates an exact coverage: a jittered lattice whose borders are wiggly lines, the same vertices on both sides. Parcel
 * `row · columns + column` is one counter-clockwise ring that starts at its lower left corner. Pure; the same options give
 * the same coordinates everywhere.
 */
export function generateCoverage(options: CoverageOptions): Polygons {
  const { columns, rows } = options;
  const corners = jitteredCorners(options);
  const corner = (i: number, j: number): number => j * (columns + 1) + i;
  const lying = wigglyBorders(options, columns * (rows + 1), corners, 1, (e) => {
    const i = e % columns;
    const j = (e - i) / columns;
    return [corner(i, j), corner(i + 1, j)];
  });
  const standing = wigglyBorders(options, (columns + 1) * rows, corners, 2, (e) => [e, e + columns + 1]);

  const count = columns * rows;
  const ringStart = new Uint32Array(count + 1);
  const bordersOf = (f: number): readonly [number, number, number, number] => {
    const i = f % columns;
    const j = (f - i) / columns;
    const left = j * (columns + 1) + i;
    return [f, left + 1, f + columns, left];
  };
  for (let f = 0; f < count; f++) {
    const [bottom, right, top, left] = bordersOf(f);
    const between = size(lying, bottom) + size(standing, right) + size(lying, top) + size(standing, left);
    ringStart[f + 1] = ringStart[f]! + between + 5;
  }
  const xy = new Float64Array(2 * ringStart[count]!);
  let at = 0;
  const put = (from: Float64Array, point: number): void => {
    xy[at++] = from[2 * point]!;
    xy[at++] = from[2 * point + 1]!;
  };
  const walk = ({ start, xy: points }: Borders, e: number, forward: boolean): void => {
    if (forward) for (let k = start[e]!; k < start[e + 1]!; k++) put(points, k);
    else for (let k = start[e + 1]! - 1; k >= start[e]!; k--) put(points, k);
  };
  for (let f = 0; f < count; f++) {
    const [bottom, right, top, left] = bordersOf(f);
    const i = f % columns;
    const j = (f - i) / columns;
    put(corners, corner(i, j));
    walk(lying, bottom, true);
    put(corners, corner(i + 1, j));
    walk(standing, right, true);
    put(corners, corner(i + 1, j + 1));
    walk(lying, top, false);
    put(corners, corner(i, j + 1));
    walk(standing, left, false);
    put(corners, corner(i, j));
  }
  const one = Uint32Array.from({ length: count + 1 }, (_, f) => f);
  return { xy, ringStart, polygonStart: one, featureStart: one };
}

function size({ start }: Borders, e: number): number {
  return start[e + 1]! - start[e]!;
}

function jitteredCorners({ seed, columns, rows, pitch, shift }: CoverageOptions): Float64Array {
  const random = createRandom(seed);
  const corners = new Float64Array(2 * (columns + 1) * (rows + 1));
  let at = 0;
  for (let j = 0; j <= rows; j++) {
    for (let i = 0; i <= columns; i++) {
      corners[at++] = onGrid(EASTING + shift + (i + JITTER * (2 * random() - 1)) * pitch);
      corners[at++] = onGrid(NORTHING + shift + (j + JITTER * (2 * random() - 1)) * pitch);
    }
  }
  return corners;
}

/** Subdivides each border into about `vertices / 4` segments. `salt` keeps the two directions apart. */
function wigglyBorders(
  { seed, vertices }: CoverageOptions,
  count: number,
  corners: Float64Array,
  salt: number,
  ends: (e: number) => readonly [number, number],
): Borders {
  const random = createRandom(seed + 7919 * salt);
  const mean = vertices / 4;
  const start = new Uint32Array(count + 1);
  for (let e = 0; e < count; e++) {
    const segments = Math.max(1, Math.floor(mean * (0.75 + 0.5 * random()) + random()));
    start[e + 1] = start[e]! + segments - 1;
  }
  const xy = new Float64Array(2 * start[count]!);
  for (let e = 0; e < count; e++) {
    const [from, to] = ends(e);
    const x = corners[2 * from]!;
    const y = corners[2 * from + 1]!;
    const dx = corners[2 * to]! - x;
    const dy = corners[2 * to + 1]! - y;
    const segments = start[e + 1]! - start[e]! + 1;
    for (let k = 1; k < segments; k++) {
      const along = (k + 0.4 * (random() - 0.5)) / segments;
      const off = SLOPE * Math.min(along, 1 - along) * (2 * random() - 1);
      const at = 2 * (start[e]! + k - 1);
      xy[at] = onGrid(x + along * dx - off * dy);
      xy[at + 1] = onGrid(y + along * dy + off * dx);
    }
  }
  return { start, xy };
}
