import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tileAt, tilesOver } from './tiles-over.ts';

it('the tile of a place, as the formula of Web Mercator has it', () => {
  const longitude = fc.double({ min: -180, max: 179.999, noNaN: true });
  const latitude = fc.double({ min: -85, max: 85, noNaN: true });
  fc.assert(
    fc.property(longitude, latitude, fc.integer({ min: 0, max: 17 }), (lon, lat, z) => {
      const [x, y] = tileAt(lon, lat, z);
      const row = (0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * 2 ** z;
      expect(x).toBe(Math.floor(((lon + 180) / 360) * 2 ** z));
      expect(Math.abs(y + 0.5 - row)).toBeLessThan(0.5 + 1e-6);
    }),
  );
});

it('places beyond the square are in its outermost tiles', () => {
  expect(tileAt(-200, 89, 3)).toEqual([0, 0]);
  expect(tileAt(180, -90, 3)).toEqual([7, 7]);
});

it('the tiles of a box, column by column', () => {
  expect([...tilesOver([-1, -1, 1, 1], 1)]).toEqual([
    { z: 1, x: 0, y: 0 },
    { z: 1, x: 0, y: 1 },
    { z: 1, x: 1, y: 0 },
    { z: 1, x: 1, y: 1 },
  ]);
  expect([...tilesOver([-1, -1, 1, 1], 0)]).toEqual([{ z: 0, x: 0, y: 0 }]);
});
