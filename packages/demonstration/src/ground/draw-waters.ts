import type { Path } from '../mesh/insert-path.ts';
import { noiseAlong } from '../noise.ts';
import type { Random } from '../random.ts';
import { type Band, band, curve, displaced, meander, type Point, reversed } from './shapes.ts';
import type { Sketch } from './sketch.ts';

/** The great river with what belongs to it, and the smaller rivers. */
export interface Waters {
  /** Line of the river's valley, without its loops. Point i of the river's centre belongs to point i of it. */
  readonly valley: Path;
  readonly river: Band;
  readonly branches: readonly Band[];
  readonly tributaries: readonly Band[];
  readonly oxbows: readonly Path[];
  /** The plain between the dikes. */
  readonly plain: Band;
  /** The country on the far side of the river. */
  readonly beyondRiver: Path;
}

const valleyPoints: readonly Point[] = [
  [-66, 10],
  [-51, 18],
  [-38, 22],
  [-24, 21.5],
  [-10, 20],
  [2, 23.5],
  [16, 28.5],
  [30, 27],
  [44, 31],
  [66, 41],
];
const tributaryPoints: readonly (readonly Point[])[] = [
  [
    [-17, -52],
    [-15, -34],
    [-13.5, -22],
    [-9, -10],
    [0, 2],
    [4, 13],
    [5.5, 27.5],
  ],
  [
    [66, -24],
    [50, -17],
    [38, -13],
    [30, 0],
    [33, 12],
    [35, 31],
  ],
];

export function drawWaters(sketch: Sketch): Waters {
  const { random, near } = sketch;
  const valley = curve(
    valleyPoints.map((point) => near(point, 0.8)),
    130,
  );
  const riverCentre = meander(valley, 1400, 8800, random.integer(1e6));
  const river = band(riverCentre, widths(random, 400, 0.35, 2500), widths(random, 400, 0.35, 2500));
  const branches = drawBranches(riverCentre, random);
  const tributaries = tributaryPoints.map((points) => {
    const line = curve(
      points.map((point) => near(point, 0.7)),
      90,
    );
    return band(meander(line, 520, 2900, random.integer(1e6)), widths(random, 45, 0.3, 1500));
  });
  const plain = band(valley, widths(random, 2250, 0.22, 9000), widths(random, 2350, 0.22, 9000));
  const oxbows = drawOxbows(riverCentre, valley, random);
  const n = riverCentre.length;
  const north = riverCentre[n - 1]! + 5e4;
  const beyondRiver = [...riverCentre, riverCentre[n - 2]!, north, riverCentre[0]!, north];
  return { valley, river, branches, tributaries, oxbows, plain, beyondRiver };
}

/** A width about `mean`, wider and narrower along the way. */
function widths(random: Random, mean: number, spread: number, wavelength: number): (s: number) => number {
  const noise = noiseAlong(random.integer(1e6), wavelength, 3);
  return (s) => mean * (1 + spread * Math.max(-1.3, Math.min(1.3, noise(s))));
}

/** Side arms that leave the river and come back. */
function drawBranches(centre: Path, random: Random): Band[] {
  const n = centre.length / 2;
  const branches: Band[] = [];
  for (const [k, at] of [0.13, 0.26, 0.52, 0.63, 0.74, 0.86].entries()) {
    const from = Math.floor((at + random.between(-0.02, 0.02)) * n);
    const points = Math.floor(random.between(0.045, 0.075) * n);
    const side = k % 2 === 0 ? 1 : -1;
    const bulge = random.between(1100, 1800);
    const path = centre.slice(2 * from, 2 * (from + points));
    const line = displaced(path, (s) => {
      const u = Math.min(1, s / (points * 130));
      return side * bulge * Math.sin(Math.PI * Math.min(1, u)) ** 0.8;
    });
    const smooth = smoothed(smoothed(line, 12), 8);
    branches.push(band(meander(smooth, 160, 2300, random.integer(1e6)), widths(random, 62, 0.35, 900)));
  }
  return branches;
}

/** Old arms of the river: crescents on the other side of the valley from where the river bends out today. */
function drawOxbows(river: Path, valley: Path, random: Random): Path[] {
  const n = river.length / 2;
  const oxbows: Path[] = [];
  for (let i = 40; i + 40 < n && oxbows.length < 9; ) {
    const [dx, dy] = [valley[2 * i]! - river[2 * i]!, valley[2 * i + 1]! - river[2 * i + 1]!];
    if (Math.hypot(dx, dy) < 1000 || random.next() < 0.45) {
      i += 6;
      continue;
    }
    const centre: Point = [valley[2 * i]! + 0.75 * dx, valley[2 * i + 1]! + 0.75 * dy];
    const radius = random.between(330, 560);
    const sweep = random.between(2.2, 3.9);
    const from = Math.atan2(dy, dx) - sweep / 2;
    const arc: number[] = [];
    for (let k = 0; k <= 14; k++) {
      const a = from + (sweep * k) / 14;
      arc.push(centre[0] + radius * Math.cos(a), centre[1] + radius * Math.sin(a));
    }
    const length = radius * sweep;
    const width = random.between(50, 85);
    const shape = band(arc, (s) => width * (0.35 + 0.65 * Math.sin(Math.PI * Math.min(1, s / length))));
    oxbows.push([...shape.right, ...reversed(shape.left)]);
    i += 60;
  }
  return oxbows;
}

function smoothed(path: Path, reach: number): number[] {
  const n = path.length / 2;
  return path.map((_, i) => {
    let sum = 0;
    const vertex = i >> 1;
    const span = Math.min(reach, vertex, n - 1 - vertex);
    for (let k = -span; k <= span; k++) sum += path[2 * (vertex + k) + (i % 2)]!;
    return sum / (2 * span + 1);
  });
}
