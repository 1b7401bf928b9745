import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGeosOverlay } from '../geos-overlay.ts';
import type { Overlay } from '../overlay.ts';
import { concatPolygons, featureCount, type Polygons } from '../polygons.ts';
import { perimeter, planeArea } from '../ring.ts';
import { anyRectangles, anyTriangles, board, bricks } from '../testing/layers.ts';
import { polygonsOf, type Ring, rectangle, ringsOf } from '../testing/shapes.ts';
import { dissolve } from './dissolve.ts';

const GRID = 0.0001;
let geos: Overlay;
beforeAll(async () => {
  geos = await loadGeosOverlay(GRID);
});

/** Area, perimeter and holes of each patch, largest first. */
function figures(p: Polygons): number[][] {
  const rows: number[][] = [];
  for (let f = 0; f < featureCount(p); f++) {
    const holes = p.polygonStart[f + 1]! - p.polygonStart[f]! - 1;
    rows.push([planeArea(p, f), perimeter(p, f), holes]);
  }
  // Patches of one size are told apart by what is not rounding.
  const rank = (value: number) => Math.round(value * 1e6);
  return rows.sort((a, b) => rank(b[0]!) - rank(a[0]!) || rank(b[1]!) - rank(a[1]!) || b[2]! - a[2]!);
}
const near = (rows: number[][]) => rows.map((row) => row.map((value) => expect.closeTo(value, 7)));
const run = (layer: Polygons) => dissolve(layer, { grid: GRID, union: (part) => geos.dissolve(part) });

const unit = (x: number, y: number): Ring => rectangle(x, y, 1, 1);
const frame = (x: number, y: number, size: number): Ring[] => [
  rectangle(x, y, size, 1),
  rectangle(x, y + size - 1, size, 1),
  ...Array.from({ length: size - 2 }, (_, i) => [unit(x, y + 1 + i), unit(x + size - 1, y + 1 + i)]).flat(),
];

/** [name, layer, area · perimeter · holes of each patch, features handed over] */
const cases: readonly [string, Polygons, number[][], number][] = [
  ['nothing', ringsOf(), [], 0],
  ['an empty feature', polygonsOf([[], [[unit(0, 0)]]]), [[1, 4, 0]], 0],
  ['a shared edge', ringsOf(unit(0, 0), unit(1, 0)), [[2, 6, 0]], 0],
  [
    'a corner touch',
    ringsOf(unit(0, 0), unit(1, 1)),
    [
      [1, 4, 0],
      [1, 4, 0],
    ],
    0,
  ],
  [
    'a checkerboard',
    ringsOf(unit(0, 0), unit(2, 0), unit(1, 1), unit(0, 2), unit(2, 2)),
    Array.from({ length: 5 }, () => [1, 4, 0]),
    0,
  ],
  [
    'a frame around a hole',
    ringsOf(...[0, 1, 2].flatMap((i) => [unit(i, 0), unit(i, 2)]), unit(0, 1), unit(2, 1)),
    [[8, 16, 1]],
    0,
  ],
  [
    'a hole that touches its shell at a corner',
    ringsOf(unit(0, 0), unit(1, 0), unit(0, 1), unit(2, 1), unit(1, 2), unit(2, 2)),
    [
      [3, 8, 0],
      [3, 8, 0],
    ],
    0,
  ],
  [
    'a patch that closes around a hole at a corner only',
    ringsOf(unit(0, 0), unit(1, 0), unit(2, 0), unit(0, 1), unit(0, 2), unit(1, 2), unit(2, 1)),
    [[7, 16, 1]],
    0,
  ],
  [
    'an island in a hole, touching nothing',
    ringsOf(
      ...[0, 1, 2, 3, 4].flatMap((i) => [unit(i, 0), unit(i, 4)]),
      ...[1, 2, 3].flatMap((i) => [unit(0, i), unit(4, i)]),
      unit(2, 2),
    ),
    [
      [16, 32, 1],
      [1, 4, 0],
    ],
    0,
  ],
  [
    'an island in a hole, touching its corners',
    ringsOf(
      ...[0, 1, 2, 3].flatMap((i) => [unit(i, 0), unit(i, 3)]),
      ...[1, 2].flatMap((i) => [unit(0, i), unit(3, i)]),
      unit(1, 1),
    ),
    [[13, 24, 1]],
    0,
  ],
  ['a T-junction', ringsOf(rectangle(0, 0, 2, 1), unit(0, 1), unit(1, 1)), [[4, 8, 0]], 3],
  ['an overlap', ringsOf(rectangle(0, 0, 2, 2), rectangle(1, 1, 2, 2)), [[7, 12, 0]], 2],
  ['an overlap from a common corner', ringsOf(rectangle(0, 0, 2, 2), rectangle(0, 0, 1, 3)), [[5, 10, 0]], 2],
  ['the same feature twice', ringsOf(unit(0, 0), unit(0, 0)), [[1, 4, 0]], 2],
  ['the same feature twice beside another', ringsOf(unit(0, 0), unit(0, 0), unit(1, 0)), [[2, 6, 0]], 3],
  ['a feature within another', ringsOf(rectangle(0, 0, 4, 4), unit(1, 1)), [[16, 16, 0]], 0],
  [
    'a feature within one that has neighbours',
    ringsOf(rectangle(0, 0, 4, 4), rectangle(4, 0, 4, 4), unit(1, 1), unit(2, 1)),
    [[32, 24, 0]],
    0,
  ],
  [
    'a hole filled by a feature',
    polygonsOf([[[rectangle(0, 0, 4, 4), rectangle(1, 1, 2, 2)]], [[rectangle(1, 1, 2, 2)]]]),
    [[16, 16, 0]],
    0,
  ],
  [
    'a hole under another feature',
    polygonsOf([[[rectangle(0, 0, 4, 4), rectangle(1, 1, 2, 2)]], [[rectangle(-1, -1, 6, 6)]]]),
    [[36, 24, 0]],
    0,
  ],
  [
    'the parts of one feature',
    polygonsOf([[[unit(0, 0)], [unit(5, 0)]], [[unit(1, 0)]]]),
    [
      [2, 6, 0],
      [1, 4, 0],
    ],
    0,
  ],
];

describe('dissolve', () => {
  it.each(cases)('gives the patches of %s', (_, layer, expected, handed) => {
    const found = run(layer);
    expect(figures(found.patches)).toEqual(near(expected));
    expect(figures(geos.dissolve(layer))).toEqual(near(expected));
    expect(found.handed).toBe(handed);
  });

  it('joins borders that differ by less than the grid', () => {
    const found = run(ringsOf(rectangle(0, 0, 1, 1), rectangle(1.00003, 0.00002, 1, 1)));
    expect(figures(found.patches)).toEqual(near([[2, 6, 0]]));
    expect(found.handed).toBe(0);
  });

  it('hands over only the features around a fault', () => {
    const cells = Array.from({ length: 400 }, (_, i) => unit(i % 20, Math.floor(i / 20)));
    cells[210] = rectangle(10, 10, 1, 0.5);
    cells.push(rectangle(10, 10.5, 1, 0.5));
    const found = run(ringsOf(...cells));
    expect(figures(found.patches)).toEqual(near([[400, 80, 0]]));
    expect(found.handed).toBe(4);
  });

  it('compares exactly where there is no grid', () => {
    const layer = ringsOf(unit(0, 0), rectangle(1 + 1e-9, 0, 1, 1));
    expect(featureCount(dissolve(layer, { grid: 0, union: (part) => geos.dissolve(part) }).patches)).toBe(2);
  });

  it('gives valid polygons with the ground to the left', () => {
    const nested = concatPolygons([
      ringsOf(...frame(0, 0, 9)),
      ringsOf(...frame(2, 2, 5)),
      ringsOf(unit(4, 4)),
    ]);
    const { patches } = run(nested);
    expect(figures(patches).map(([, , holes]) => holes)).toEqual([1, 1, 0]);
    expect(geos.repair(patches).repaired).toEqual([]);
  });
});

describe('dissolve, against GEOS on integer grids', () => {
  it.each([
    ['rectangles', anyRectangles],
    ['boards', board],
    ['bricks', bricks],
  ])('%s: the same figures', (_, layers) => {
    fc.assert(
      fc.property(layers, (layer) => {
        const { patches } = run(layer);
        expect(figures(patches)).toEqual(near(figures(geos.dissolve(layer))));
        expect(geos.repair(patches).repaired).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('triangles: the same figures as far as GEOS rounds crossings the same way in any order', () => {
    fc.assert(
      fc.property(anyTriangles, (layer) => {
        const { patches } = run(layer);
        // GEOS unites feature by feature and rounds crossings each time, so its own result moves with features that only touch.
        const found = figures(patches);
        const expected = figures(geos.dissolve(layer));
        const slack = (row: number[]) => row[1]! * GRID;
        expect(found.map(([, , holes]) => holes)).toEqual(expected.map(([, , holes]) => holes));
        for (const [i, row] of found.entries()) {
          expect(Math.abs(row[0]! - expected[i]![0]!)).toBeLessThan(slack(row));
          expect(Math.abs(row[1]! - expected[i]![1]!)).toBeLessThan(slack(row));
        }
        expect(geos.repair(patches).repaired).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
