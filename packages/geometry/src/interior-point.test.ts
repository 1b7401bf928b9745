import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { containsPoint, interiorPoint } from './interior-point.ts';
import { PolygonsBuilder } from './polygons.ts';

const of = (...rings: number[][]) => {
  const builder = new PolygonsBuilder();
  for (const ring of rings) builder.addRing(ring);
  builder.endPolygon();
  builder.endFeature();
  return builder.build();
};
const square = (x: number, y: number, size: number) => [x, y, x + size, y, x + size, y + size, x, y + size];

describe('a point within', () => {
  test('a hole in the middle is no part of it', () => {
    const [x, y] = interiorPoint(of(square(0, 0, 10), square(3, 3, 4)), 0)!;
    expect(y).toBe(5);
    expect([1.5, 8.5]).toContain(x);
  });

  test('of a horseshoe it is in an arm, not between them', () => {
    const horseshoe = of([0, 0, 10, 0, 10, 10, 8, 10, 8, 2, 3, 2, 3, 10, 0, 10]);
    expect(interiorPoint(horseshoe, 0)).toEqual([1.5, 5]);
    expect(containsPoint(horseshoe, 0, 5, 5)).toBe(false);
  });

  test('an empty feature has none, and one without area the middle of its box', () => {
    expect(interiorPoint(of(), 0)).toBeUndefined();
    expect(interiorPoint(of([0, 0, 4, 0, 0, 0]), 0)).toEqual([2, 0]);
  });

  test('it lies in any star-shaped feature', () => {
    const radii = fc.array(fc.double({ min: 1, max: 100, noNaN: true }), { minLength: 3, maxLength: 24 });
    fc.assert(
      fc.property(radii, (all) => {
        const ring = all.flatMap((radius, i) => {
          const angle = (2 * Math.PI * i) / all.length;
          return [radius * Math.cos(angle), radius * Math.sin(angle)];
        });
        const polygons = of(ring);
        const [x, y] = interiorPoint(polygons, 0)!;
        expect(containsPoint(polygons, 0, x, y)).toBe(true);
      }),
    );
  });
});
