import { expect, it } from 'vitest';
import { growthExponent, median, quantile } from './statistics.ts';

it('takes the middle value', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(median([7])).toBe(7);
});

it('takes the value that a share does not exceed', () => {
  const values = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect([quantile(values, 0.95), quantile(values, 0.5), quantile(values, 1), quantile([7], 0.1)]).toEqual([
    95, 50, 100, 7,
  ]);
});

it('finds the exponent of a power law', () => {
  const sizes = [50, 100, 200, 400];
  expect(
    growthExponent(
      sizes,
      sizes.map((n) => 3 * n ** 1.25),
    ),
  ).toBeCloseTo(1.25, 10);
});
