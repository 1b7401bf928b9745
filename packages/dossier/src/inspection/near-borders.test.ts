import { PolygonsBuilder } from '@tuheng/geometry';
import type { Finding } from '@tuheng/inspection';
import { describe, expect, it } from 'vitest';
import type { GroundLayer } from './inspection-map.ts';
import { nearBorders } from './near-borders.ts';
import type { PlanePlace } from './places.ts';

function layerOf(...rings: readonly (readonly number[])[]): GroundLayer {
  const builder = new PolygonsBuilder();
  for (const ring of rings) {
    builder.addRing([...ring]);
    builder.endPolygon();
    builder.endFeature();
  }
  return { code: 'GHFQ', title: '', polygons: builder.build() };
}

const finding: Finding = {
  rule: 'T-08',
  severity: 'warning',
  database: null,
  layer: 'GHFQ',
  bsm: null,
  row: 1,
  others: [{ layer: 'GHFQ', bsm: null, row: 2 }],
  message: '',
  suggestion: '',
};
const at = (x: number, y: number): PlanePlace => ({ kind: 'point', parts: [[x, y]] });
/** The left one lacks the vertex that the right ones share at 100, 50.0004. */
const left = [0, 0, 0, 100, 100, 100, 100, 0, 0, 0];
const below = [100, 0, 100, 50.0004, 200, 50, 200, 0, 100, 0];
const above = [200, 100, 200, 50, 100, 50.0004, 100, 100, 200, 100];

describe('nearBorders', () => {
  it('tells the borders of the feature, of those that take part, and of others apart, vertex by vertex', () => {
    const [near] = nearBorders([finding], [at(100, 50)], [layerOf(left, below, above)], 1000);
    expect(near!.map(({ of }) => of)).toEqual(['own', 'other', 'rest']);
    expect(near![0]!.line).toEqual([100, 100, 100, 0]);
    expect(near![1]!.line).toEqual([100, 0, 100, 50.0004, 200, 50]);
    expect(near![2]!.line).toEqual([200, 50, 100, 50.0004, 100, 100]);
  });

  it('has none for a finding without a place or of an unknown layer, or when the budget is spent', () => {
    const layers = [layerOf(left, below, above)];
    expect(
      nearBorders([finding, { ...finding, layer: 'X', others: [] }], [undefined, at(0, 0)], layers, 99),
    ).toEqual([[], []]);
    const many = nearBorders([finding, finding, finding], [at(100, 50), at(100, 50), at(100, 50)], layers, 8);
    expect(many.map(({ length }) => length)).toEqual([3, 0, 0]);
  });

  it('takes of a ring of a million vertices what is near, for many findings', () => {
    const ring: number[] = [];
    for (let i = 0; i < 1_000_000; i++) {
      const angle = (2 * Math.PI * i) / 1_000_000;
      ring.push(1e6 * Math.cos(angle), 1e6 * Math.sin(angle));
    }
    ring.push(ring[0]!, ring[1]!);
    const places = Array.from({ length: 400 }, () => at(1e6, 0));
    const started = performance.now();
    const near = nearBorders(
      places.map(() => finding),
      places,
      [layerOf(ring)],
      1e6,
    );
    expect(performance.now() - started).toBeLessThan(5000);
    expect(near[399]![0]!.of).toBe('own');
    expect(near[399]!.every(({ line }) => line.length < 20)).toBe(true);
  });
});
