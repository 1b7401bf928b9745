import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareEdges } from '../edges/edge-layer.ts';
import { loadGeosOverlay } from '../geos-overlay.ts';
import type { Overlay } from '../overlay.ts';
import type { Polygons } from '../polygons.ts';
import { anyRectangles, anyTriangles, board, bricks } from '../testing/layers.ts';
import { polygonsOf, rectangle, ringsOf } from '../testing/shapes.ts';
import { clusters } from './clusters.ts';

let geos: Overlay;
beforeAll(async () => {
  geos = await loadGeosOverlay(0.0001);
});

const square = rectangle(0, 0, 30, 30);
const hole = rectangle(5, 5, 20, 20);

const cases: readonly [string, Polygons, number, number[]][] = [
  ['nothing', ringsOf(), 1, []],
  ['empty features, each alone', polygonsOf([[], [[square]], []]), 1, [0, 1, 2]],
  ['a gap just as wide', ringsOf(rectangle(0, 0, 1, 1), rectangle(11, 0, 1, 1)), 10, [0, 0]],
  ['a gap wider', ringsOf(rectangle(0, 0, 1, 1), rectangle(11, 0, 1, 1)), 9.99, [0, 1]],
  ['a corner touch', ringsOf(rectangle(0, 0, 1, 1), rectangle(1, 1, 1, 1)), 0, [0, 0]],
  ['a corner on an edge', ringsOf(rectangle(0, 0, 3, 1), rectangle(1, 1, 1, 1)), 0, [0, 0]],
  ['a cross without common vertices', ringsOf(rectangle(0, 2, 5, 1), rectangle(2, 0, 1, 5)), 0, [0, 0]],
  ['a feature deep inside another', ringsOf(square, rectangle(14, 14, 1, 1)), 1, [0, 0]],
  ['a feature deep inside another, first', ringsOf(rectangle(14, 14, 1, 1), square), 1, [0, 0]],
  ['a feature in a hole', polygonsOf([[[square, hole]], [[rectangle(14, 14, 1, 1)]]]), 1, [0, 1]],
  [
    'a feature in a hole within reach',
    polygonsOf([[[square, hole]], [[rectangle(14, 14, 1, 1)]]]),
    9,
    [0, 0],
  ],
  [
    'a part inside another feature',
    polygonsOf([[[rectangle(90, 0, 1, 1)], [rectangle(14, 14, 1, 1)]], [[square]]]),
    1,
    [0, 0],
  ],
  [
    'a chain, numbered by first appearance',
    ringsOf(rectangle(0, 0, 1, 1), rectangle(50, 0, 1, 1), rectangle(4, 0, 1, 1), rectangle(2, 0, 1, 1)),
    1,
    [0, 1, 0, 0],
  ],
];

describe('clusters', () => {
  it.each(cases)('of %s', (_, layer, distance, expected) => {
    expect([...clusters(prepareEdges(layer), distance)]).toEqual(expected);
    expect([...geos.clusters(layer, distance)]).toEqual(expected);
  });

  it.each([
    ['rectangles', anyRectangles],
    ['triangles', anyTriangles],
    ['boards', board],
    ['bricks', bricks],
  ])('are those of GEOS on integer grids: %s', (_, layers) => {
    fc.assert(
      // No distance here is one between points and lines of the grid, where rounding would decide.
      fc.property(layers, fc.constantFrom(0, Math.PI / 4, Math.E / 2), (layer, distance) => {
        expect([...clusters(prepareEdges(layer), distance)]).toEqual([...geos.clusters(layer, distance)]);
      }),
      { numRuns: 200 },
    );
  });
});
