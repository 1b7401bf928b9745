import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countPlaces, placesOf } from './places.ts';

const coordinate = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

it('counts the middles in a tile as one by one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 50 }),
      fc.integer({ min: 0, max: 16 }),
      (points, z) => {
        const places = placesOf(Float64Array.from(points.flatMap(([x, y]) => [x, y, x, y])));
        const [x, y] = points[0]!.map((c) => Math.floor(c * 2 ** z)) as [number, number];
        const within = points.filter(
          ([a, b]) => Math.floor(a * 2 ** z) === x && Math.floor(b * 2 ** z) === y,
        );
        expect(countPlaces(places, z, x, y)).toBe(within.length);
      },
    ),
  );
});

it('has no place for what is empty, and one for what lies beyond the world', () => {
  const places = placesOf(Float64Array.of(Infinity, Infinity, -Infinity, -Infinity, 0.1, -3, 0.1, -2));
  expect(countPlaces(places, 0, 0, 0)).toBe(1);
});
