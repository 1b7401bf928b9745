import { describe, expect, it } from 'vitest';
import { reversed, square } from '../testing/samples.ts';
import { type Ring, restoreHoles } from './restore-holes.ts';

function ring(points: readonly number[]): Ring {
  return { xy: Float64Array.from(points), from: 0, to: points.length / 2 };
}

const outer = (x: number, side: number) => ring(square(x, 0, side));
const hole = (x: number, y: number, side: number) => ring(reversed(square(x, y, side)));

describe('restoreHoles', () => {
  it('puts a counter-clockwise ring into the smallest clockwise one around it', () => {
    const far = outer(1000, 10);
    const inner = outer(20, 50);
    const lake = hole(30, 10, 5);
    const polygons = [[far], [lake], [outer(0, 100)], [inner]];
    expect(restoreHoles(polygons)).toBe(1);
    expect(polygons).toHaveLength(3);
    expect(polygons[2]).toEqual([inner, lake]);
  });

  it('also where the hole touches the ring or sticks out a little', () => {
    const polygons = [[outer(0, 100)], [hole(0, 40, 10)], [hole(50, 0, 10)]];
    polygons[1]![0]!.xy[0] = -0.001;
    expect(restoreHoles(polygons)).toBe(2);
  });

  it('leaves a counter-clockwise ring that lies in none, and clockwise islands', () => {
    const polygons = [[outer(0, 100)], [hole(500, 0, 10)], [outer(20, 10)]];
    expect(restoreHoles(polygons)).toBe(0);
    expect(polygons).toHaveLength(3);
  });

  it('keeps rings of less than four points', () => {
    const spike = ring([5, 5, 6, 6, 5, 5]);
    const polygons = [[outer(0, 100)], [spike], [hole(10, 10, 5)]];
    expect(restoreHoles(polygons)).toBe(1);
    expect(polygons.map((rings) => rings.length)).toEqual([2, 1]);
  });
});
