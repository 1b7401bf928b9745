import { expect, it } from 'vitest';
import type { PagePlaces } from './decode-places.ts';
import { nearestFinding } from './nearest-finding.ts';

/** A square of 100 m with one of 20 m in its middle, a line at its right, and a finding without a place. */
const places: PagePlaces = {
  kinds: ['polygon', 'polygon', 'line', 'none'],
  parts: [
    [Float64Array.of(0, 0, 0, 100, 100, 100, 100, 0)],
    [Float64Array.of(40, 40, 40, 60, 60, 60, 60, 40)],
    [Float64Array.of(110, 0, 110, 100)],
    [],
  ],
  boxes: Float64Array.from(
    [
      [0, 0, 100, 100],
      [40, 40, 60, 60],
      [110, 0, 110, 100],
      [Infinity, Infinity, -Infinity, -Infinity],
    ].flat(),
  ),
  borders: [[], [], [], []],
};
const all = [0, 1, 2, 3];

it.each([
  ['the smallest polygon around the point', 52, 52, 1, 1],
  ['the larger one beside the smaller', 20, 20, 1, 0],
  ['an edge within reach before a polygon', 98, 20, 3, 0],
  ['the nearer of two edges', 106, 50, 8, 2],
  ['nothing out of reach', 105, 50, 2, -1],
])('is %s', (_, x, y, reach, found) => {
  expect(nearestFinding(places, [x, y], reach, all, false)).toBe(found);
});

it('is the dot in the middle of its box where findings are dots, and one of those asked for', () => {
  expect(nearestFinding(places, [109, 52], 5, all, true)).toBe(2);
  expect(nearestFinding(places, [52, 52], 5, [0], true)).toBe(0);
  expect(nearestFinding(places, [52, 52], 5, [3], true)).toBe(-1);
});
