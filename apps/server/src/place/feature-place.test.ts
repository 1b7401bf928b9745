import { type Polygons, PolygonsBuilder } from '@tuheng/geometry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { featureMeets, featureWithin } from './feature-place.ts';
import { Shape } from './shape.ts';

type Ring = readonly number[];

const box = (x0: number, y0: number, x1: number, y1: number): Ring => [
  x0,
  y0,
  x1,
  y0,
  x1,
  y1,
  x0,
  y1,
  x0,
  y0,
];

function feature(...polygons: readonly (readonly Ring[])[]): Polygons {
  const builder = new PolygonsBuilder();
  for (const rings of polygons) {
    for (const ring of rings) builder.addRing(ring);
    builder.endPolygon();
  }
  builder.endFeature();
  return builder.build();
}

const meets = (shape: Shape, polygons: Polygons): boolean => featureMeets(shape, polygons, 0);
const within = (shape: Shape, polygons: Polygons): boolean => featureWithin(shape, polygons, 0);
const area = (...rings: readonly Ring[]): Shape => new Shape(true, rings);

describe('a feature and a shape', () => {
  const square = feature([box(0, 0, 10, 10)]);
  const pierced = feature([box(0, 0, 10, 10), box(2, 2, 8, 8)]);

  test.each<[string, Shape, Polygons, boolean]>([
    ['overlap', area(box(5, 5, 15, 15)), square, true],
    ['share a corner', area(box(10, 10, 15, 15)), square, true],
    ['share a side', area(box(10, 2, 15, 8)), square, true],
    ['are a hair apart', area(box(10 + 2 ** -40, 2, 15, 8)), square, false],
    ['the shape lies inside', area(box(4, 4, 6, 6)), square, true],
    ['the shape lies in the hole', area(box(4, 4, 6, 6)), pierced, false],
    ['the feature lies inside', area(box(-5, -5, 15, 15)), square, true],
    [
      'the feature lies in a hole of the shape',
      area(box(-9, -9, 19, 19), box(-1, -1, 11, 11)),
      square,
      false,
    ],
    ['the feature fills a hole of the shape', area(box(-9, -9, 19, 19), box(0, 0, 10, 10)), square, true],
    ['a point inside', new Shape(false, [[5, 5]]), square, true],
    ['a point in the hole', new Shape(false, [[5, 5]]), pierced, false],
    ['a point on the border', new Shape(false, [[10, 5]]), square, true],
    [
      'one of two points',
      new Shape(false, [
        [50, 5],
        [1, 1],
      ]),
      pierced,
      true,
    ],
    ['a line through', new Shape(false, [[-5, 5, 15, 5]]), square, true],
    ['a line past a corner', new Shape(false, [[9, 12, 12, 9]]), square, false],
    ['a line on a corner', new Shape(false, [[8, 12, 12, 8]]), square, true],
    ['a line in the hole', new Shape(false, [[3, 3, 7, 7]]), pierced, false],
  ])('%s', (_, shape, polygons, expected) => expect(meets(shape, polygons)).toBe(expected));

  test.each<[string, Shape, Polygons, boolean]>([
    ['the same', area(box(0, 0, 10, 10)), square, true],
    ['inside', area(box(-1, -1, 11, 11)), square, true],
    ['inside, along a side', area(box(0, -3, 13, 13)), square, true],
    ['across a side', area(box(1, -3, 13, 13)), square, false],
    ['beside', area(box(20, 0, 30, 10)), square, false],
    ['around a hole of the area', area(box(-5, -5, 15, 15), box(4, 4, 6, 6)), square, false],
    [
      'with the same hole',
      area(box(-5, -5, 15, 15), box(4, 4, 6, 6)),
      feature([box(0, 0, 10, 10), box(4, 4, 6, 6)]),
      true,
    ],
    ['with a larger hole', area(box(-5, -5, 15, 15), box(4, 4, 6, 6)), pierced, true],
    ['as what fills a hole', area(box(-9, -9, 19, 19), box(0, 0, 10, 10)), square, false],
    [
      'as what fills one of two holes',
      area(box(-9, -9, 39, 39), box(0, 0, 10, 10), box(20, 0, 30, 10)),
      feature([box(10, 0, 20, 10)], [box(20, 0, 30, 10)]),
      false,
    ],
    [
      'over a hole whose side goes on where its own ends',
      area(box(-9, -9, 19, 19), box(0, 0, 10, 5)),
      feature([[0, 0, 5, 0, 5, -3, 10, -3, 10, 5, 0, 5, 0, 0]]),
      false,
    ],
    ['in a hole', area(box(-9, -9, 19, 19), box(-1, -1, 11, 11)), square, false],
    [
      'in the notch of a shape',
      area([0, 0, 20, 0, 20, 20, 10, 5, 0, 20, 0, 0]),
      feature([[4, 14, 16, 14, 10, 5, 4, 14]]),
      false,
    ],
    [
      'with a corner in the notch',
      area([0, 0, 20, 0, 20, 20, 10, 5, 0, 20, 0, 0]),
      feature([[5, 0, 15, 0, 10, 5, 5, 0]]),
      true,
    ],
    [
      'around a hole whose corners touch its sides',
      area(box(-5, -5, 15, 15), [5, 0, 10, 5, 5, 10, 0, 5, 5, 0]),
      square,
      false,
    ],
    [
      'of two parts, one outside',
      area(box(-1, -1, 11, 11)),
      feature([box(0, 0, 10, 10)], [box(20, 0, 30, 10)]),
      false,
    ],
  ])('%s lies within as it should', (_, shape, polygons, expected) =>
    expect(within(shape, polygons)).toBe(expected),
  );

  test('nothing lies within a line, and nowhere lies a feature without a shape', () => {
    expect(within(new Shape(false, [[0, 0, 10, 0]]), square)).toBe(false);
    const nowhere = feature();
    expect([meets(area(box(0, 0, 9, 9)), nowhere), within(area(box(0, 0, 9, 9)), nowhere)]).toEqual([
      false,
      false,
    ]);
  });
});

/** Triangles on a small grid, so that corners, sides and crossings often fall together. */
const corner = fc.integer({ min: 0, max: 6 });
const triangle = fc
  .tuple(corner, corner, corner, corner, corner, corner)
  .filter(([ax, ay, bx, by, cx, cy]) => (bx - ax) * (cy - ay) !== (cx - ax) * (by - ay))
  .map(([ax, ay, bx, by, cx, cy]): Ring => [ax, ay, bx, by, cx, cy, ax, ay]);

/** Whether a side of one triangle has the whole other one beyond it: for triangles (and anything convex) they are then apart, and only then. */
function isParted(one: Ring, other: Ring, strictly: boolean): boolean {
  return [
    [one, other],
    [other, one],
  ].some(([p, q]) =>
    [0, 2, 4].some((i) => {
      const side = (x: number, y: number): number =>
        (p![i + 2]! - p![i]!) * (y - p![i + 1]!) - (p![i + 3]! - p![i + 1]!) * (x - p![i]!);
      const own = Math.sign([0, 2, 4].map((j) => side(p![j]!, p![j + 1]!)).find((s) => s !== 0)!);
      const beyond = [0, 2, 4].map((j) => -own * side(q![j]!, q![j + 1]!));
      return beyond.every((s) => (strictly ? s > 0 : s >= 0));
    }),
  );
}

/** Whether all corners of one triangle lie in another: for triangles it is then within, and only then. */
const holds = (outer: Ring, inner: Ring): boolean =>
  [0, 2, 4].every((i) => area(outer).locate(inner[i]!, inner[i + 1]!) !== 'outside');

test('triangles meet and lie within as their sides say', () => {
  fc.assert(
    fc.property(triangle, triangle, (one, other) => {
      const shape = area(other);
      expect(meets(shape, feature([one]))).toBe(!isParted(one, other, true));
      expect(within(shape, feature([one]))).toBe(holds(other, one));
    }),
    { numRuns: 5000 },
  );
});

test('a triangle lies in a square with a hole unless it shares ground with the hole', () => {
  fc.assert(
    fc.property(triangle, triangle, (one, hole) => {
      const shape = area(box(-1, -1, 7, 7), hole);
      expect(within(shape, feature([one]))).toBe(isParted(one, hole, false));
      expect(meets(shape, feature([one]))).toBe(!holds(hole, one) || touchesBorder(hole, one));
    }),
    { numRuns: 5000 },
  );
});

/** Whether a triangle that lies in another has a corner on its border. */
function touchesBorder(outer: Ring, inner: Ring): boolean {
  return [0, 2, 4].some((i) => area(outer).locate(inner[i]!, inner[i + 1]!) === 'border');
}
