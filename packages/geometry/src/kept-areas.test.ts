import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ellipsoidArea } from './ellipsoid-area.ts';
import { keepEllipsoidAreas, keptEllipsoidArea } from './kept-areas.ts';
import { PolygonsBuilder } from './polygons.ts';

const zone = (centralMeridian: number) =>
  ({ kind: 'gauss-kruger', centralMeridian, falseEasting: 44_500_000 }) as const;

function squares(): ReturnType<PolygonsBuilder['build']> {
  const builder = new PolygonsBuilder();
  for (const side of [100, 1000]) {
    const [x, y] = [44_532_000, 5_236_000];
    builder.addRing([x, y, x + side, y, x + side, y + side, x, y + side]);
    builder.endPolygon();
    builder.endFeature();
  }
  return builder.build();
}

it('is the ellipsoid area, under every projection its own', () => {
  const p = squares();
  for (const projection of [zone(132), zone(129), zone(132)]) {
    for (const f of [0, 1, 0]) {
      expect(keptEllipsoidArea(p, f, projection)).toBe(ellipsoidArea(p, f, projection));
    }
  }
});

const ring = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), {
    minLength: 3,
    maxLength: 6,
  })
  .map((points) => points.flatMap(([x, y]) => [44_532_000 + 100 * x, 5_236_000 + 100 * y]));
/** Features of polygons of rings; few places, so that many shapes are alike. */
const layer = fc
  .array(fc.array(fc.array(ring, { minLength: 1, maxLength: 2 }), { maxLength: 2 }), { maxLength: 12 })
  .map((features) => {
    const builder = new PolygonsBuilder();
    for (const polygons of features) {
      for (const rings of polygons) {
        for (const one of rings) builder.addRing(one);
        builder.endPolygon();
      }
      builder.endFeature();
    }
    return builder.build();
  });

it('measures many layers together as each feature alone', () => {
  fc.assert(
    fc.property(fc.array(layer, { maxLength: 4 }), (layers) => {
      keepEllipsoidAreas(layers, zone(132));
      for (const one of layers) {
        for (let f = 0; f + 1 < one.featureStart.length; f++) {
          expect(keptEllipsoidArea(one, f, zone(132))).toBe(ellipsoidArea(one, f, zone(132)));
        }
      }
    }),
  );
});
