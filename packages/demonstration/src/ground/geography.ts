import type { Path } from '../mesh/insert-path.ts';
import { noiseAlong } from '../noise.ts';
import { createRandom, type Random } from '../random.ts';
import { Raster } from './raster.ts';
import {
  type Band,
  band,
  blob,
  curve,
  displaced,
  meander,
  type Point,
  ringArea,
  scaled,
  steppedTown,
} from './shapes.ts';

/** The scheme's figures to which the invented county keeps (standards.md §0.3), m². */
export const COUNTY_AREA = 8223.7e6;
export const RED_LINE_AREA = 80181.07e4;
export const BOUNDARY_AREA = 4831.77e4;
export const CULTIVATED_AREA = 655613e4;

/** A little above the targets, so that the lawful maintenance has room. */
const RESERVES = RED_LINE_AREA * 1.0022;
const SETTLEMENTS = BOUNDARY_AREA * 1.004;

const ORIGIN: Point = [44_515_000, 5_240_000];

export interface Reserve {
  readonly name: string;
  readonly level: string;
  readonly type: string;
  readonly ecosystem: string;
  readonly loop: Path;
}

export interface Town {
  readonly name: string;
  readonly centre: Point;
  readonly loop: Path;
  /** Direction of its streets, radians. */
  readonly angle: number;
}

export interface Way {
  readonly kind: 'highway' | 'railway' | 'road' | 'dike';
  readonly band: Band;
}

/** Shapes of the county before it is cut into parcels. All paths in metres, EPSG:4532. */
export interface Geography {
  readonly outline: Path;
  readonly river: Band;
  readonly branches: readonly Band[];
  readonly tributaries: readonly Band[];
  readonly lakes: readonly Path[];
  readonly floodplain: Path;
  /** The country on the far side of the great river. */
  readonly beyondRiver: Path;
  readonly reserves: readonly Reserve[];
  readonly hills: readonly Path[];
  /** The first one is the county town, with the central city. */
  readonly towns: readonly Town[];
  readonly ways: readonly Way[];
}

const metres = ([x, y]: Point): Point => [ORIGIN[0] + x * 1000, ORIGIN[1] + y * 1000];

/** Invented names: heavenly stems and earthly branches, so that nobody takes them for real places. */
const townNames = [
  '甲河',
  '乙岗',
  '丙屯',
  '丁洼',
  '戊岭',
  '己塘',
  '庚原',
  '辛堡',
  '壬泽',
  '癸湾',
  '子江',
  '丑林',
  '寅甸',
];

const places: Readonly<Record<string, Point>> = {
  C: [-9, 15],
  A: [-46, 7.5],
  B: [-29, 12],
  D: [-21, -5],
  E: [-51.5, -6],
  F: [-28, -27],
  G: [-5, -3],
  H: [9, 11],
  I: [24, 14.5],
  J: [22, -1],
  K: [47, 14],
  L: [51, -3],
  M: [36, -30],
  N: [11, -17],
  W: [-68, 10],
  X: [-40, -50],
  Y: [68, 19],
  Z: [68, 1],
  U: [60, -38],
  V: [-4, -56],
  R: [32, -52],
};
const townKeys = ['C', 'A', 'B', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M'];
const mainRoads = ['CB', 'BA', 'AW', 'CG', 'GD', 'DF', 'FX', 'CH', 'HI', 'IK', 'KY'];
const countyRoads = [
  'GJ',
  'JL',
  'LZ',
  'GN',
  'NM',
  'MU',
  'DE',
  'NV',
  'JI',
  'HJ',
  'BD',
  'MR',
  'AE',
  'FN',
  'CD',
  'AD',
];

/** Draws the county's great lines. */
export function drawGeography(seed: number): Geography {
  const random = createRandom(seed, 'geography');
  const shift = (by: number): Point => [random.between(-by, by), random.between(-by, by)];
  const near = (point: Point, by: number): Point => {
    const [dx, dy] = shift(by);
    return metres([point[0] + dx, point[1] + dy]);
  };
  const outline = drawOutline(random, near);
  const valley = curve(
    [
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
    ].map((p) => near(p as unknown as Point, 0.8)),
    130,
  );
  const riverCentre = meander(valley, 1400, 8800, random.integer(1e6));
  const river = band(riverCentre, widths(random, 400, 0.35, 2500), widths(random, 400, 0.35, 2500));
  const branches = drawBranches(riverCentre, random);
  const tributaries = [
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
  ].map((points) => {
    const line = curve(
      points.map((p) => near(p as unknown as Point, 0.7)),
      90,
    );
    return band(meander(line, 520, 2900, random.integer(1e6)), widths(random, 45, 0.3, 1500));
  });
  const plain = band(valley, widths(random, 2250, 0.22, 9000), widths(random, 2350, 0.22, 9000));
  const centres = new Map(townKeys.map((key) => [key, near(places[key]!, key === 'C' ? 0.3 : 1)]));
  centres.set('C', southOf(river.right, centres.get('C')![0]));
  const base = new Raster(boxOf(outline));
  base.fill(outline, 1, [0]);
  const { reserves, hills, lakes } = drawReserves(valley, base, random, near);
  lakes.push(...drawOxbows(riverCentre, valley, random));
  const n = riverCentre.length;
  const beyondRiver = [
    ...riverCentre,
    ...[riverCentre[n - 2]!, riverCentre[n - 1]! + 5e4],
    ...[riverCentre[0]!, riverCentre[n - 1]! + 5e4],
  ];
  base.fill(beyondRiver, 4, [1]);
  const towns = drawTowns(centres, river, branches, base, random);
  const ways = drawWays(centres, plain, random, near);
  return {
    outline,
    river,
    branches,
    tributaries,
    lakes,
    floodplain: plain.outline,
    beyondRiver,
    reserves,
    hills,
    towns,
    ways,
  };
}

function widths(random: Random, mean: number, spread: number, wavelength: number): (s: number) => number {
  const noise = noiseAlong(random.integer(1e6), wavelength, 3);
  return (s) => mean * (1 + spread * Math.max(-1.3, Math.min(1.3, noise(s))));
}

/** The county town lies at the river: a little south of its bank. */
function southOf(bank: Path, x: number): Point {
  let nearest = 0;
  for (let i = 0; i < bank.length; i += 2) {
    if (Math.abs(bank[i]! - x) < Math.abs(bank[nearest]! - x)) nearest = i;
  }
  return [x, bank[nearest + 1]! - 1500];
}

function drawOutline(random: Random, near: (p: Point, by: number) => Point): Path {
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
  const fade = smooth.length * 65;
  const jagged = displaced(
    smooth,
    (s) => 1050 * rough(s) * Math.min(1, s / 4000, Math.max(0, fade - s) / 4000),
  );
  const centre = metres([0, -2]);
  return scaled(jagged, centre, Math.sqrt(COUNTY_AREA / ringArea(jagged)));
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
    oxbows.push([...shape.right, ...backwards(shape.left)]);
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

/** Reserves whose land adds up to the red line, the hills around two of them, and the lakes. */
function drawReserves(
  valley: Path,
  base: Raster,
  random: Random,
  near: (p: Point, by: number) => Point,
): { reserves: Reserve[]; hills: Path[]; lakes: Path[] } {
  const seeds = Array.from({ length: 16 }, () => random.integer(1e6));
  const marsh = near([38, -14], 1);
  const west = near([-39, -19], 1);
  const middle = near([-3, -24], 0.8);
  const pond = near([17, -33], 0.8);
  const along = (from: number, to: number, half: number, seed: number): Path => {
    const n = valley.length / 2;
    const path = valley
      .filter((_, i) => Math.floor(i / 2) % 3 === 0)
      .slice(2 * Math.floor((from * n) / 3), 2 * Math.floor((to * n) / 3));
    const length = (path.length / 2) * 390;
    const noise = [noiseAlong(seed, 4500, 3), noiseAlong(seed + 9, 4500, 3)];
    const width = (k: 0 | 1) => (s: number) =>
      half *
      Math.sqrt(Math.max(0.02, Math.sin(Math.PI * Math.min(1, Math.max(0, s / length))))) *
      (1 + 0.28 * noise[k]!(s));
    const shape = band(path, width(0), width(1));
    return [...shape.right, ...backwards(shape.left)];
  };
  const draw = (f: number): Reserve[] => [
    reserve('甲河湿地', '国家级', '自然保护区', '沼泽湿地', along(0.62, 0.885, 7050 * f, seeds[0]!)),
    reserve(
      '壬泽沼泽',
      '国家级',
      '自然保护区',
      '沼泽湿地',
      blob(marsh, [8900 * f, 6500 * f], 0.4, 0.2, seeds[1]!, 320),
    ),
    reserve('上湾湿地', '省级', '自然保护区', '河流湿地', along(0.1, 0.29, 3900 * f, seeds[2]!)),
    reserve(
      '西岭森林',
      '省级',
      '自然保护区',
      '森林',
      blob(west, [6400 * f, 4700 * f], 1.1, 0.22, seeds[3]!, 300),
    ),
    reserve(
      '中岭森林',
      '省级',
      '自然公园',
      '森林',
      blob(middle, [3500 * f, 2700 * f], 2, 0.2, seeds[4]!, 220),
    ),
    reserve(
      '月泡湖',
      '省级',
      '自然公园',
      '湖泊湿地',
      blob(pond, [2500 * f, 2050 * f], 0.3, 0.18, seeds[5]!, 180),
    ),
    reserve('中洲', '省级', '自然公园', '河流湿地', along(0.505, 0.56, 1150 * f, seeds[6]!)),
  ];
  const area = (f: number): number => {
    const raster = base.copy();
    return draw(f).reduce((sum, { loop }) => sum + raster.fill(loop, 2, [1]), 0);
  };
  const f = solve(area, RESERVES);
  const hills = [
    blob(west, [9200, 7200], 1.1, 0.22, seeds[7]!, 320),
    blob(middle, [5600, 4300], 2, 0.22, seeds[8]!, 280),
  ];
  const lakes = [
    blob(pond, [1550, 1150], 0.3, 0.2, seeds[9]!, 120),
    blob([marsh[0] - 3600, marsh[1] + 1300], [1500, 800], 0.9, 0.25, seeds[10]!, 120),
    blob([marsh[0] + 4000, marsh[1] - 900], [900, 600], 0.2, 0.25, seeds[11]!, 100),
    blob(near([-36, 3], 1), [900, 520], 1.4, 0.2, seeds[12]!, 100),
    blob(near([44, 5], 1), [700, 430], 0.5, 0.2, seeds[13]!, 90),
  ];
  return { reserves: draw(f), hills, lakes };
}

const reserve = (name: string, level: string, type: string, ecosystem: string, loop: Path): Reserve => ({
  name: `${name}${type}`,
  level,
  type,
  ecosystem,
  loop,
});

function backwards(path: Path): number[] {
  const result: number[] = [];
  for (let i = path.length - 2; i >= 0; i -= 2) result.push(path[i]!, path[i + 1]!);
  return result;
}

/** The factor for which an increasing area reaches `wanted`. */
function solve(area: (f: number) => number, wanted: number): number {
  let low = 0.6;
  let high = 1.5;
  for (let k = 0; k < 16; k++) {
    const middle = (low + high) / 2;
    if (area(middle) < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function drawTowns(
  centres: ReadonlyMap<string, Point>,
  river: Band,
  branches: readonly Band[],
  base: Raster,
  random: Random,
): Town[] {
  const sizes = [...centres.keys()].map((key) => (key === 'C' ? 1 : random.between(0.75, 1.25)));
  const angles = [...centres.keys()].map((key) => (key === 'C' ? 0.12 : random.between(-0.7, 0.7)));
  const seeds = [...centres.keys()].map(() => random.integer(1e6));
  const ground = base.copy();
  ground.fill(river.outline, 3, [1]);
  for (const { outline } of branches) ground.fill(outline, 3, [1]);
  const draw = (f: number): Town[] =>
    [...centres.values()].map((centre, i) => {
      const city = i === 0;
      const radii: Point = city ? [3900 * f, 2450 * f] : [690 * f * sizes[i]!, 560 * f * sizes[i]!];
      return {
        name: `${townNames[i]}镇`,
        centre,
        angle: angles[i]!,
        loop: steppedTown(centre, radii, angles[i]!, city ? 390 * f : 150 * f, seeds[i]!),
      };
    });
  const f = solve((factor) => {
    const raster = ground.copy();
    return draw(factor).reduce((sum, { loop }) => sum + raster.fill(loop, 2, [1]), 0);
  }, SETTLEMENTS);
  return draw(f);
}

function drawWays(
  centres: ReadonlyMap<string, Point>,
  plain: Band,
  random: Random,
  near: (p: Point, by: number) => Point,
): Way[] {
  const line = (points: readonly Point[], amplitude: number): Path => {
    const noise = noiseAlong(random.integer(1e6), 7000, 2);
    const path = curve(points, 170);
    const length = (path.length / 2) * 170;
    return displaced(
      path,
      (s) => amplitude * noise(s) * Math.min(1, s / 3000, Math.max(0, length - s) / 3000),
    );
  };
  const ways: Way[] = [
    {
      kind: 'highway',
      band: band(
        line(
          [
            [-70, -1],
            [-40, 1.5],
            [-24, 5],
            [-9, 7.6],
            [8, 5.5],
            [30, 8],
            [70, 8.5],
          ].map((p) => near(p as unknown as Point, 0.6)),
          260,
        ),
        28,
      ),
    },
    {
      kind: 'railway',
      band: band(
        line([near([-24, -50], 0.5), near([-17, -20], 0.5), near([-13.5, 3], 0.4), centres.get('C')!], 160),
        14,
      ),
    },
    {
      kind: 'railway',
      band: band(
        line([centres.get('C')!, near([14, 8.2], 0.4), near([36, 5], 0.5), near([70, -8], 0.5)], 160),
        14,
      ),
    },
    { kind: 'dike', band: band(plain.left, 13) },
    { kind: 'dike', band: band(plain.right, 13) },
  ];
  const place = (key: string): Point => centres.get(key) ?? metres(places[key]!);
  for (const [pairs, width] of [
    [mainRoads, 13],
    [countyRoads, 7],
  ] as const) {
    for (const pair of pairs) {
      ways.push({
        kind: 'road',
        band: band(line([place(pair[0]!), place(pair[1]!)], width === 13 ? 420 : 560), width),
      });
    }
  }
  return ways;
}

function boxOf(path: Path): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < path.length; i += 2) {
    box[0] = Math.min(box[0], path[i]!);
    box[1] = Math.min(box[1], path[i + 1]!);
    box[2] = Math.max(box[2], path[i]!);
    box[3] = Math.max(box[3], path[i + 1]!);
  }
  return box;
}
