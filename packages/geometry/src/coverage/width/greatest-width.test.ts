import { describe, expect, it } from 'vitest';
import { type Ring, rectangle } from '../../testing/shapes.ts';
import { greatestWidth } from './greatest-width.ts';

const closed = (ring: Ring): Float64Array => Float64Array.from([...ring, ring[0]!].flat());

describe('greatestWidth', () => {
  it.each<[string, Ring[], number]>([
    ['a square', [rectangle(0, 0, 4, 4)], 4],
    ['a strip', [rectangle(44_500_000, 0, 1000, 0.25)], 0.25],
    [
      'a slanting strip of 2 mm',
      [
        [
          [0, 0],
          [300, 400],
          [300 - 0.0016, 400 + 0.0012],
          [-0.0016, 0.0012],
        ],
      ],
      0.002,
    ],
    [
      'a right triangle: the incircle',
      [
        [
          [0, 0],
          [4, 0],
          [0, 3],
        ],
      ],
      2,
    ],
    [
      'a long thin triangle',
      [
        [
          [0, 0],
          [1000, 0],
          [1000, 1],
        ],
      ],
      (1000 * 1) / ((1001 + Math.hypot(1000, 1)) / 2),
    ],
    [
      'a square with a hole in the middle',
      [rectangle(0, 0, 4, 4), [...rectangle(1, 1, 2, 2)].reverse()],
      1.1716,
    ],
    [
      'an hourglass: a circle in one half',
      [
        [
          [0, 0],
          [10, 0],
          [10, 1],
          [6, 4],
          [10, 7],
          [10, 8],
          [0, 8],
          [0, 7],
          [4, 4],
          [0, 1],
        ],
      ],
      38 / 9,
    ],
  ])('measures %s', (_, rings, width) => {
    const found = greatestWidth(rings.map(closed));
    expect(found / width).toBeGreaterThan(0.99);
    expect(found / width).toBeLessThan(1.0001);
  });

  it('measures ground with many thousands of islands at once', () => {
    const islands: Ring[] = [];
    const clear = (i: number, j: number): boolean => Math.abs(i - 60) < 10 && Math.abs(j - 60) < 10;
    for (let i = 0; i < 180; i++) {
      for (let j = 0; j < 180; j++) {
        if (!clear(i, j)) islands.push([...rectangle(10 * i, 10 * j, 4, 4)].reverse());
      }
    }
    const rings = [rectangle(-10, -10, 1820, 1820), ...islands];
    // Between the sides of the clearing, which runs from 504 to 700.
    const found = greatestWidth(rings.map(closed));
    expect(found).toBeGreaterThan(196 * 0.93);
    expect(found).toBeLessThan(196 * 1.05);
  });

  it('is 0 for what encloses nothing', () => {
    expect(greatestWidth([])).toBe(0);
    expect(greatestWidth([Float64Array.of(0, 0, 1, 1, 0, 0)])).toBe(0);
  });
});
