import { describe, expect, it } from 'vitest';
import { featureBox, indexBoxes } from './box.ts';
import { polygonsOf, rectangle, ringsOf } from './testing/shapes.ts';

describe('boxes', () => {
  it('finds what meets a box, touching included, in ascending order', () => {
    const layer = ringsOf(rectangle(10, 0, 5, 5), rectangle(0, 0, 5, 5), rectangle(5, 0, 5, 5));
    expect(indexBoxes(layer).search([1, 1, 5, 2])).toEqual([1, 2]);
  });

  it('never finds an empty feature', () => {
    const layer = polygonsOf([[], [[rectangle(0, 0, 1, 1)]]]);
    expect(featureBox(layer, 0)[0]).toBe(Infinity);
    expect(indexBoxes(layer).search([-1e9, -1e9, 1e9, 1e9])).toEqual([1]);
    expect(indexBoxes(polygonsOf([])).search([0, 0, 1, 1])).toEqual([]);
  });
});
