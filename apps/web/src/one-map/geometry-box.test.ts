import { describe, expect, it } from 'vitest';
import { boxOf, pointWithin } from './geometry-box.ts';

const square = (x: number, y: number, side: number): number[][] => [
  [x, y],
  [x, y + side],
  [x + side, y + side],
  [x + side, y],
  [x, y],
];

describe('a shape in degrees', () => {
  it('has a box', () => {
    expect(boxOf({ type: 'MultiPolygon', coordinates: [[square(0, 0, 1)], [square(5, 2, 3)]] })).toEqual([
      0, 0, 8, 5,
    ]);
  });

  it('has a point inside, in its largest part and beside its holes', () => {
    const [x, y] = pointWithin({
      type: 'MultiPolygon',
      coordinates: [[square(0, 0, 1)], [square(10, 0, 10), square(11, 1, 8)]],
    });
    expect(x > 10 && x < 20 && y > 0 && y < 10).toBe(true);
    expect(x > 11 && x < 19).toBe(false);
  });
});
