import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGeosOverlay } from './geos-overlay.ts';
import { loadKernelOverlay } from './kernel-overlay.ts';
import type { Overlay, Pieces } from './overlay.ts';
import { mapCoordinates, type Polygons, selectFeatures } from './polygons.ts';
import { perimeter, planeArea } from './ring.ts';
import { anyFeatures, anyRectangles, anyTriangles, board, bricks } from './testing/layers.ts';
import { polygonsOf, rectangle, ringsOf } from './testing/shapes.ts';

const GRID = 0.0001;
let kernel: Overlay;
let geos: Overlay;
beforeAll(async () => {
  kernel = await loadKernelOverlay(GRID);
  geos = await loadGeosOverlay(GRID);
});

/** Owners, area, perimeter and holes of each piece, in order. */
const figures = ({ polygons, left, right }: Pieces): number[][] =>
  [...left].map((f, k) => {
    const holes = polygons.polygonStart[k + 1]! - polygons.polygonStart[k]! - 1;
    return [f, right[k]!, planeArea(polygons, k), perimeter(polygons, k), holes];
  });
const near = (rows: number[][]) =>
  rows.map((row) => row.map((value, i) => (i === 2 || i === 3 ? expect.closeTo(value, 7) : value)));

/**
 * What is left of features: without pieces narrower than the grid, pieces of one feature by size. GEOS may leave such hairs of a feature
 * that lies in another, where it unites what it takes away with a crossing rounded once more; and the order of its pieces depends on how
 * the ground taken away is written.
 */
const remainders = (pieces: Pieces): number[][] => {
  const rank = (value: number) => Math.round(value * 1e6);
  return figures(pieces)
    .filter(([, , area, length]) => 2 * area! > GRID * length!)
    .sort((p, q) => p[0]! - q[0]! || rank(q[2]!) - rank(p[2]!) || rank(q[3]!) - rank(p[3]!) || q[4]! - p[4]!);
};

function expectSame(a: Polygons, b: Polygons): void {
  expect(figures(kernel.intersect(a, b))).toEqual(near(figures(geos.intersect(a, b))));
  expect(remainders(kernel.subtract(a, b))).toEqual(near(remainders(geos.subtract(a, b))));
  expect(remainders(kernel.subtract(b, a))).toEqual(near(remainders(geos.subtract(b, a))));
}

const square = rectangle(0, 0, 4, 4);
const frame = polygonsOf([[[square, rectangle(1, 1, 2, 2)]]]);

const cases: readonly [string, Polygons, Polygons][] = [
  ['the same feature', ringsOf(square), ringsOf(square)],
  ['the same feature with a hole', frame, frame],
  ['a feature inside another', ringsOf(rectangle(1, 1, 1, 1)), ringsOf(square)],
  ['a feature around another', ringsOf(square), ringsOf(rectangle(1, 1, 1, 1))],
  ['a feature inside at an edge', ringsOf(rectangle(0, 1, 1, 1)), ringsOf(square)],
  ['a feature inside in a corner', ringsOf(rectangle(0, 0, 1, 1)), ringsOf(square)],
  [
    'a feature inside between corners',
    ringsOf([
      [0, 0],
      [4, 4],
      [0, 4],
    ]),
    ringsOf(square),
  ],
  ['a feature that fills a hole', ringsOf(rectangle(1, 1, 2, 2)), frame],
  ['a feature over a hole', ringsOf(square), frame],
  [
    'a feature over a hole that touches its corner',
    ringsOf(square),
    polygonsOf([
      [
        [
          square,
          [
            [0, 0],
            [2, 1],
            [1, 2],
          ],
        ],
      ],
    ]),
  ],
  [
    'a chord between common vertices',
    ringsOf([
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 9],
      [0, 4],
    ]),
    ringsOf(square),
  ],
  [
    'corners that stand out by less than a millionth of the area',
    ringsOf([...square, [-0.001, 3]]),
    ringsOf([...square, [-0.002, 1]]),
  ],
  ['a vertex nearly on an edge', ringsOf(rectangle(1, 0.00004, 1, 1)), ringsOf(square)],
  ['an edge nearly on an edge', ringsOf(rectangle(0.00013, 0, 1, 4)), ringsOf(square)],
  ['neighbours', ringsOf(square), ringsOf(rectangle(4, 0, 4, 4))],
  ['parts', polygonsOf([[[square], [rectangle(10, 0, 4, 4)]]]), ringsOf(rectangle(-1, -1, 30, 30))],
  ['off the grid', ringsOf(rectangle(1.00004, 1.00006, 1, 1)), ringsOf(square, rectangle(20, 0, 1.00004, 1))],
  ['nothing', ringsOf(), ringsOf(square)],
];

describe('loadKernelOverlay', () => {
  it.each(cases)('cuts as GEOS does: %s', (_, a, b) => {
    expectSame(a, b);
    expectSame(b, a);
  });

  it.each([
    ['rectangles', anyRectangles, anyRectangles],
    ['triangles', anyTriangles, anyTriangles],
    ['boards', board, board],
    ['boards and rectangles', board, anyRectangles],
    ['bricks and triangles', bricks, anyTriangles],
    ['bricks', bricks, bricks],
  ])('cuts as GEOS does on integer grids: %s', (_, left, right) => {
    fc.assert(fc.property(left, right, expectSame), { numRuns: 60 });
  });

  it('cuts as GEOS does far from the origin, off the grid', () => {
    const away = (p: Polygons) =>
      mapCoordinates(p, (x, y, out) => {
        out[0] = 44_532_000 + x * 1.2345678;
        out[1] = 5_236_000 + y * 0.8765432;
      });
    fc.assert(
      fc.property(board, bricks, (a, b) => expectSame(away(a), away(b))),
      { numRuns: 60 },
    );
  });

  it('repairs what GEOS repairs', () => {
    fc.assert(
      fc.property(anyFeatures, (layer) => {
        expect(kernel.repair(layer)).toEqual(geos.repair(layer));
      }),
      { numRuns: 200 },
    );
  });

  it('gives back the same object when all is sound', () => {
    const layer = ringsOf(square);
    expect(kernel.repair(layer).polygons).toBe(layer);
  });
});

describe('select', () => {
  it('gives features that are overlaid as those of a layer nobody has looked at', () => {
    const { polygons } = kernel.repair(
      ringsOf(rectangle(0, 0, 2, 2), rectangle(2, 0, 2, 2), rectangle(9, 9, 1, 1)),
    );
    const site = kernel.repair(ringsOf(rectangle(1, 1, 2, 2))).polygons;
    const selection = kernel.select(polygons, [1, 0]);
    expect(selection).toEqual(selectFeatures(polygons, [1, 0]));
    expect(figures(kernel.intersect(site, selection))).toEqual(
      near(figures(geos.intersect(site, selectFeatures(polygons, [1, 0])))),
    );
  });

  it('does not take features for sound that nobody has repaired', () => {
    const bowTie = ringsOf([
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
    ]);
    const square = kernel.repair(ringsOf(rectangle(-1, -1, 4, 4))).polygons;
    expect(() => kernel.intersect(square, kernel.select(bowTie, [0]))).toThrow(/相交/);
    expect(figures(kernel.intersect(square, kernel.repair(bowTie).polygons))).toEqual([
      [0, 0, expect.closeTo(1, 7), expect.anything(), 0],
      [0, 0, expect.closeTo(1, 7), expect.anything(), 0],
    ]);
  });
});
