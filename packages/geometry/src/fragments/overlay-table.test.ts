import { describe, expect, it } from 'vitest';
import { prepareEdges } from '../edges/edge-layer.ts';
import { mapCoordinates, type Polygons } from '../polygons.ts';
import { polygonsOf, type Ring, rectangle, ringsOf } from '../testing/shapes.ts';
import { lengthMeasure, planeAreaMeasure } from './fragment-measure.ts';
import { overlayTable } from './overlay-table.ts';

const measures = [planeAreaMeasure, lengthMeasure];

/** `[left, right, area, boundary length]` of every pair that shares ground. */
function shared(a: Polygons, b: Polygons): number[][] {
  const table = overlayTable(prepareEdges(a), prepareEdges(b), { measures });
  return [...table.left.keys()].map((k) => [
    table.left[k]!,
    table.right[k]!,
    table.values[0]![k]!,
    table.values[1]![k]!,
  ]);
}

const square = rectangle(0, 0, 4, 4);
const withHole = polygonsOf([[[square, rectangle(1, 1, 2, 2)]]]);

const cases: readonly [string, Polygons, Polygons, number[][]][] = [
  ['crossing squares', ringsOf(square), ringsOf(rectangle(2, 2, 4, 4)), [[0, 0, 4, 8]]],
  ['one inside the other', ringsOf(square), ringsOf(rectangle(1, 1, 1, 1)), [[0, 0, 1, 4]]],
  ['the same square', ringsOf(square), ringsOf(square), [[0, 0, 16, 16]]],
  ['neighbours that share an edge', ringsOf(square), ringsOf(rectangle(4, 0, 4, 4)), []],
  ['neighbours, from the other side', ringsOf(rectangle(4, 0, 4, 4)), ringsOf(square), []],
  ['neighbours that share a part of an edge', ringsOf(square), ringsOf(rectangle(1, 4, 1, 1)), []],
  ['neighbours above and below', ringsOf(rectangle(0, 4, 4, 4)), ringsOf(rectangle(1, 0, 1, 4)), []],
  ['squares that share a corner', ringsOf(square), ringsOf(rectangle(4, 4, 1, 1)), []],
  [
    'a corner on an edge',
    ringsOf(square),
    ringsOf([
      [4, 2],
      [6, 1],
      [6, 3],
    ]),
    [],
  ],
  ['an edge shared inside', ringsOf(square), ringsOf(rectangle(0, 0, 2, 4)), [[0, 0, 8, 12]]],
  ['a part of an edge shared inside', ringsOf(square), ringsOf(rectangle(0, 1, 2, 2)), [[0, 0, 4, 8]]],
  ['a filled hole', withHole, ringsOf(rectangle(1, 1, 2, 2)), []],
  ['a square over a hole', withHole, ringsOf(rectangle(0, 0, 2, 2)), [[0, 0, 3, 8]]],
  ['an island in a hole', withHole, ringsOf(rectangle(1.5, 1.5, 0.5, 0.5)), []],
  [
    'a triangle through corners',
    ringsOf(square),
    ringsOf([
      [0, 0],
      [8, 8],
      [0, 8],
    ]),
    [[0, 0, 8, 8 + 4 * Math.SQRT2]],
  ],
  [
    'parts of one feature',
    polygonsOf([[[square], [rectangle(6, 0, 4, 4)]]]),
    ringsOf(rectangle(3, 0, 4, 1)),
    [[0, 0, 2, 8]],
  ],
  [
    'features that lie on each other',
    ringsOf(square),
    ringsOf(rectangle(0, 0, 2, 2), rectangle(1, 1, 2, 2)),
    [
      [0, 0, 4, 8],
      [0, 1, 4, 8],
    ],
  ],
];

describe('overlayTable', () => {
  it.each(cases)('measures %s', (_, a, b, expected) => {
    expect(shared(a, b)).toEqual(expected.map((row) => row.map((value) => expect.closeTo(value, 12))));
  });

  it('does not mind how a ring is written', () => {
    const noisy: Ring = [
      [4, 4],
      [4, 0],
      [4, 0],
      [6, 0],
      [4, 0],
      [2, 0],
      [0, 0],
      [0, 4],
      [2, 4],
      [2, 9],
      [2, 4],
    ];
    expect(shared(ringsOf(noisy), ringsOf(rectangle(2, 2, 4, 4)))).toEqual([[0, 0, 4, 8]]);
  });

  it('loses no digits far from the origin', () => {
    const away = (p: Polygons) =>
      mapCoordinates(p, (x, y, out) => {
        out[0] = 44_532_000 + x * 1e-4;
        out[1] = 5_236_000 + y * 1e-4;
      });
    const table = overlayTable(
      prepareEdges(away(ringsOf(square))),
      prepareEdges(away(ringsOf(rectangle(2, 2, 4, 4)))),
      { measures: [planeAreaMeasure] },
    );
    expect(table.values[0]![0]).toBeCloseTo(4e-8, 11);
  });

  it('hands over features that are no valid polygons, and counts them', () => {
    const bowTie = ringsOf([
      [0, 0],
      [4, 4],
      [4, 0],
      [0, 4],
    ]);
    const layers = [prepareEdges(bowTie), prepareEdges(ringsOf(rectangle(-1, -1, 9, 9)))] as const;
    expect(() => overlayTable(...layers, { measures })).toThrow(/自相交/);
    const table = overlayTable(...layers, {
      measures,
      hand: () =>
        ringsOf(
          [
            [0, 0],
            [2, 2],
            [0, 4],
          ],
          [
            [4, 0],
            [4, 4],
            [2, 2],
          ],
        ),
    });
    expect([table.handed, table.values[0]![0]]).toEqual([1, 8]);
  });
});
