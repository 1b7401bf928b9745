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

  it('keeps holes in the order of the file', () => {
    const holes = [hole(10, 10, 5), hole(30, 10, 6), hole(50, 10, 4)];
    const polygons = [...holes.map((ring) => [ring]), [outer(0, 100)]];
    expect(restoreHoles(polygons)).toBe(3);
    expect(polygons[0]!.slice(1)).toEqual(holes);
  });

  it('ends soon with 100,000 rings, half of them holes, side by side or in each other', () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => [outer(20 * i, 10), hole(20 * i + 2, 2, 5)]);
    const beside = rows.flat().map((ring) => [ring]);
    const nested = rows.map((_, i) => [i % 2 ? hole(-i, -i, 2 * i + 1) : outer(-i, 2 * i + 1)]);
    const started = performance.now();
    expect(restoreHoles(beside)).toBeGreaterThan(0);
    restoreHoles(nested);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('keeps rings of less than four points', () => {
    const spike = ring([5, 5, 6, 6, 5, 5]);
    const polygons = [[outer(0, 100)], [spike], [hole(10, 10, 5)]];
    expect(restoreHoles(polygons)).toBe(1);
    expect(polygons.map((rings) => rings.length)).toEqual([2, 1]);
  });
});
