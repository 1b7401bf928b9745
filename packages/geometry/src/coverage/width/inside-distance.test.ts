import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexEdges } from './edge-index.ts';
import { InsideDistance } from './inside-distance.ts';

/** Edges of a closed star with a corner at each radius. */
function star(radii: readonly number[]): Float64Array {
  const corners = radii.map((radius, k) => {
    const angle = (2 * Math.PI * k) / radii.length;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
  return Float64Array.from(
    corners.flatMap((corner, k) => [...corner, ...corners[(k + 1) % corners.length]!]),
  );
}

describe('InsideDistance', () => {
  it('tells by an index, from any bound, what asking every edge tells', () => {
    const radii = fc.array(fc.double({ min: 1, max: 9, noNaN: true }), { minLength: 61, maxLength: 120 });
    const place = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(radii, place, place, fc.double({ min: 1, max: 4, noNaN: true }), (all, x, y, factor) => {
        const edges = star(all);
        const tree = indexEdges(edges);
        expect(tree).toBeDefined();
        const expected = new InsideDistance(edges, undefined).at(x, y, Infinity);
        expect(new InsideDistance(edges, tree).at(x, y, factor * Math.abs(expected))).toBe(expected);
      }),
    );
  });
});
