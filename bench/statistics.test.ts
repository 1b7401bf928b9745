import { expect, it } from 'vitest';
import { growthExponent, median } from './statistics.ts';

it('takes the middle value', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(median([7])).toBe(7);
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
