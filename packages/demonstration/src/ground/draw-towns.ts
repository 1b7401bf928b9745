import type { Path } from '../mesh/insert-path.ts';
import { noiseAlong } from '../noise.ts';
import type { Random } from '../random.ts';
import { BOUNDARY_AREA } from './county-figures.ts';
import type { Town, Way } from './places.ts';
import { type Raster, solveArea } from './raster.ts';
import { type Band, band, curve, displaced, type Point, steppedTown } from './shapes.ts';
import { metres, type Sketch } from './sketch.ts';

/** The boundary leaves some streets and openings out; with them the towns come to a little more than it may have, m². */
const SETTLEMENTS = BOUNDARY_AREA * 1.004;

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

/** Where the towns lie: the first is the county town, a little south of the river's bank. */
export function placeTowns({ near }: Sketch, river: Band): Map<string, Point> {
  const centres = new Map(townKeys.map((key) => [key, near(places[key]!, key === 'C' ? 0.3 : 1)]));
  centres.set('C', southOf(river.right, centres.get('C')![0]));
  return centres;
}

/** The county town lies at the river: a little south of its bank. */
function southOf(bank: Path, x: number): Point {
  let nearest = 0;
  for (let i = 0; i < bank.length; i += 2) {
    if (Math.abs(bank[i]! - x) < Math.abs(bank[nearest]! - x)) nearest = i;
  }
  return [x, bank[nearest + 1]! - 1500];
}

/** The county town at the river and the smaller towns. The sum of their land is the boundary's target, nearly. */
export function drawTowns(
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
  const f = solveArea((factor) => {
    const raster = ground.copy();
    return draw(factor).reduce((sum, { loop }) => sum + raster.fill(loop, 2, [1]), 0);
  }, SETTLEMENTS);
  return draw(f);
}

const highway: readonly Point[] = [
  [-70, -1],
  [-40, 1.5],
  [-24, 5],
  [-9, 7.6],
  [8, 5.5],
  [30, 8],
  [70, 8.5],
];

/** Highway, railways, dikes, and roads from town to town. */
export function drawWays(centres: ReadonlyMap<string, Point>, plain: Band, { random, near }: Sketch): Way[] {
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
          highway.map((point) => near(point, 0.6)),
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
