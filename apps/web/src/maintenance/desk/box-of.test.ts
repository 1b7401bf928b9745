import { expect, it } from 'vitest';
import { boxAround, boxOf, pointOf } from './box-of.ts';

const square = (x: number, y: number, size: number) => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];

it('finds the box of points, lines and areas alike', () => {
  expect(boxOf({ type: 'Point', coordinates: [3, 4] })).toEqual([3, 4, 3, 4]);
  expect(boxOf({ type: 'MultiPolygon', coordinates: [[square(0, 0, 2)], [square(5, 5, 1)]] })).toEqual([
    0, 0, 6, 6,
  ]);
  expect(boxOf({ type: 'Polygon', coordinates: [] })).toBeUndefined();
});

it('finds the box around boxes', () => {
  expect(
    boxAround([
      [0, 0, 1, 1],
      [4, -1, 5, 0.5],
    ]),
  ).toEqual([0, -1, 5, 1]);
  expect(boxAround([])).toBeUndefined();
});

it('finds a point within an area, beside its hole', () => {
  const [x, y] = pointOf({ type: 'Polygon', coordinates: [square(0, 0, 10), square(1, 1, 8)] })!;
  expect(y).toBe(5);
  expect(x === 0.5 || x === 9.5).toBe(true);
});

it('takes a point as it is and the middle corner of a line', () => {
  expect(pointOf({ type: 'Point', coordinates: [1, 2] })).toEqual([1, 2]);
  expect(
    pointOf({
      type: 'LineString',
      coordinates: [
        [0, 0],
        [1, 1],
        [2, 0],
      ],
    }),
  ).toEqual([1, 1]);
});
