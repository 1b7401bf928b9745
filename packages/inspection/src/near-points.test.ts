import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NearPoints } from './near-points.ts';

describe('NearPoints', () => {
  it('finds what a look at every point finds, also across the borders of cells', () => {
    const near = fc.double({ min: -2, max: 2, noNaN: true }).map((v) => Math.round(v * 100) / 100);
    const points = fc.array(fc.tuple(near, near), { maxLength: 40 });
    fc.assert(
      fc.property(points, near, near, (all, x, y) => {
        const set = new NearPoints(0.25);
        for (const [k, [px, py]] of all.entries()) set.add(44_500_000 + px, 5_200_000 + py, k);
        const expected = all.flatMap(([px, py], k) => {
          const [dx, dy] = [44_500_000 + px - (44_500_000 + x), 5_200_000 + py - (5_200_000 + y)];
          return Math.abs(dx) <= 0.25 && Math.abs(dy) <= 0.25 ? [k] : [];
        });
        expect(set.valuesAt(44_500_000 + x, 5_200_000 + y).sort((a, b) => a - b)).toEqual(expected);
      }),
    );
  });
});
