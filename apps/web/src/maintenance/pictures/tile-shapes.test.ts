import { expect, it } from 'vitest';
import { holds, type TileShape } from './tile-shapes.ts';

const shape = (...rings: number[][]): TileShape => ({
  layer: 'GHFQ',
  id: 1,
  properties: {},
  rings: rings.map((ring) => Float64Array.from(ring)),
});

it('knows what lies in a shape and what in its hole', () => {
  const ring = shape([0, 0, 1, 0, 1, 1, 0, 1], [0.4, 0.4, 0.6, 0.4, 0.6, 0.6, 0.4, 0.6]);
  expect(holds(ring, 0.2, 0.5)).toBe(true);
  expect(holds(ring, 0.5, 0.5)).toBe(false);
  expect(holds(ring, 1.2, 0.5)).toBe(false);
});
