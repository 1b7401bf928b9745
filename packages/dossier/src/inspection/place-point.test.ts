import type { FindingGeometry } from '@tuheng/inspection';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placePoint } from './place-point.ts';

function isInside([x, y]: readonly [number, number], rings: readonly (readonly number[][])[]): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let v = 0; v + 1 < ring.length; v++) {
      const [[x0, y0], [x1, y1]] = [ring[v]!, ring[v + 1]!] as [[number, number], [number, number]];
      if (y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) inside = !inside;
    }
  }
  return inside;
}

describe('placePoint', () => {
  it('lies inside of any polygon, however it bends', () => {
    const radius = fc.double({ min: 0.1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(radius, { minLength: 3, maxLength: 24 }), (radii) => {
        // A star around 132, 47: it never crosses itself.
        const ring = radii.map((r, i) => {
          const angle = (2 * Math.PI * i) / radii.length;
          return [132 + r * Math.cos(angle), 47 + r * Math.sin(angle)];
        });
        ring.push(ring[0]!);
        const geometry: FindingGeometry = { type: 'Polygon', coordinates: [ring] };
        expect(isInside(placePoint(geometry), [ring])).toBe(true);
      }),
    );
  });

  it('lies beside a hole, on a line, at a point', () => {
    const frame = [
      [0, 0],
      [9, 0],
      [9, 9],
      [0, 9],
      [0, 0],
    ];
    const hole = [
      [1, 1],
      [8, 1],
      [8, 8],
      [1, 8],
      [1, 1],
    ];
    expect(isInside(placePoint({ type: 'Polygon', coordinates: [frame, hole] }), [frame, hole])).toBe(true);
    const line = [
      [0, 0],
      [4, 2],
    ];
    expect(placePoint({ type: 'LineString', coordinates: line })).toEqual([2, 1]);
    expect(placePoint({ type: 'Point', coordinates: [132, 47] })).toEqual([132, 47]);
  });

  it('is a vertex where there is no inside', () => {
    const flat = [
      [1, 5],
      [2, 5],
      [1, 5],
    ];
    expect(placePoint({ type: 'Polygon', coordinates: [flat] })).toEqual([1, 5]);
  });
});
