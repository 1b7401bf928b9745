import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ringSide } from './ring-containment.ts';

const ring = Float64Array.from([0, 0, 4, 0, 4, 4, 2, 1, 0, 4, 0, 0]);
const at = (x: number, y: number) => ringSide(ring, 0, 6, x, y);

describe('ringSide', () => {
  it.each([
    [1, 1, 1],
    [2, 0.5, 1],
    [2, 2, -1],
    [-1, 0, -1],
    [5, 4, -1],
    [-1, 4, -1],
    [3.9, 3.8, 1],
  ])('tells inside from outside at %d, %d', (x, y, expected) => expect(at(x, y)).toBe(expected));

  it.each([
    [0, 0],
    [2, 0],
    [2, 1],
    [4, 4],
    [3, 2.5],
    [0, 2],
  ])('tells the boundary at %d, %d', (x, y) => expect(at(x, y)).toBe(0));

  it('is the same for a ring turned round and started elsewhere', () => {
    const turned = Float64Array.from([2, 1, 4, 4, 4, 0, 0, 0, 0, 4, 2, 1]);
    fc.assert(
      fc.property(fc.integer({ min: -2, max: 12 }), fc.integer({ min: -2, max: 12 }), (i, j) => {
        expect(ringSide(turned, 0, 6, i / 2, j / 2)).toBe(at(i / 2, j / 2));
      }),
    );
  });
});
