import fc from 'fast-check';
import { expect, it } from 'vitest';
import { frameOf, tilesOf, worldX, worldY } from './tile-frame.ts';

it('shows a whole small piece in the middle', () => {
  const { x, y, size } = frameOf([132, 47, 132.001, 47.0005], [132.0005, 47.00025]);
  expect(x + size / 2).toBeCloseTo(worldX(132.0005), 12);
  expect(x).toBeLessThan(worldX(132));
  expect(x + size).toBeGreaterThan(worldX(132.001));
  expect(y).toBeLessThan(worldY(47.0005));
});

it('shows a stretch of a long piece, around its point', () => {
  const { x, size } = frameOf([132, 47, 132.5, 47.001], [132.1, 47]);
  expect(x + size / 2).toBeCloseTo(worldX(132.1), 12);
  expect(x + size).toBeLessThan(worldX(132.5));
});

it('is covered by four tiles at most, none of them finer than what holds every vertex', () => {
  const place = fc.record({
    lon: fc.double({ min: 73, max: 135, noNaN: true }),
    lat: fc.double({ min: 3, max: 53, noNaN: true }),
    span: fc.double({ min: 0, max: 0.5, noNaN: true }),
  });
  fc.assert(
    fc.property(place, ({ lon, lat, span }) => {
      const frame = frameOf([lon, lat, lon + span, lat + span / 2], [lon, lat]);
      const tiles = tilesOf(frame);
      expect(tiles.length).toBeLessThanOrEqual(4);
      const [{ z, x, y }, last] = [tiles[0]!, tiles.at(-1)!];
      expect(z).toBeLessThanOrEqual(17);
      expect(x / 2 ** z).toBeLessThanOrEqual(frame.x);
      expect(y / 2 ** z).toBeLessThanOrEqual(frame.y);
      expect((last.x + 1) / 2 ** z).toBeGreaterThanOrEqual(frame.x + frame.size);
    }),
  );
});
