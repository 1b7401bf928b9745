import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Point, polygonsOf, type Ring, rectangle, ringsOf } from '../testing/shapes.ts';
import { canonicalHash } from './canonical-hash.ts';
import { matchIdentical } from './match-identical.ts';

const point = fc.tuple(
  fc.integer({ min: 0, max: 50 }),
  fc.integer({ min: 0, max: 50 }),
) as fc.Arbitrary<Point>;
const ring = fc.uniqueArray(point, { minLength: 3, maxLength: 12, selector: ([x, y]) => `${x},${y}` });

describe('canonicalHash', () => {
  it('is the same for every start vertex and direction', () => {
    fc.assert(
      fc.property(ring, fc.nat(), fc.boolean(), (points, start, backwards) => {
        const turned: Ring = points.map((_, i) => points[(i + start) % points.length]!);
        const other = backwards ? [...turned].reverse() : turned;
        expect(canonicalHash(ringsOf(other), 0, 1)).toBe(canonicalHash(ringsOf(points), 0, 1));
      }),
    );
  });

  it('does not see repeated points, part order or hole order', () => {
    const a = rectangle(0, 0, 10, 10);
    const b = rectangle(20, 0, 5, 5);
    const [h1, h2] = [rectangle(1, 1, 2, 2), rectangle(5, 5, 2, 2)];
    const one = polygonsOf([[[a, h1, h2], [b]]]);
    const two = polygonsOf([[[b], [[a[0]!, ...a], h2, h1]]]);
    expect(canonicalHash(two, 0, 0.001)).toBe(canonicalHash(one, 0, 0.001));
  });

  it('sees a vertex moved by more than the grid', () => {
    const moved = ringsOf([
      [0, 0],
      [10, 0],
      [10, 10.002],
      [0, 10],
    ]);
    expect(canonicalHash(moved, 0, 0.001)).not.toBe(
      canonicalHash(ringsOf(rectangle(0, 0, 10, 10)), 0, 0.001),
    );
  });
});

describe('matchIdentical', () => {
  it('pairs a shuffled layer with itself', () => {
    fc.assert(
      fc.property(
        fc.array(ring, { minLength: 1, maxLength: 20 }),
        fc.infiniteStream(fc.nat()),
        (rings, keys) => {
          const order = rings.map((_, i) => ({ i, key: keys.next().value! })).sort((a, b) => a.key - b.key);
          const match = matchIdentical(ringsOf(...rings), ringsOf(...order.map(({ i }) => rings[i]!)), 1);
          expect([...match].sort((a, b) => a - b)).toEqual(rings.map((_, i) => i));
        },
      ),
    );
  });

  it('pairs duplicates one to one', () => {
    const square = rectangle(0, 0, 1, 1);
    expect([...matchIdentical(ringsOf(square, square, square), ringsOf(square, square), 0.001)]).toEqual([
      0, 1, -1,
    ]);
  });

  it('leaves empty features alone', () => {
    expect([...matchIdentical(polygonsOf([[]]), polygonsOf([[]]), 1)]).toEqual([-1]);
  });
});
