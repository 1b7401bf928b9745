import { featureCount, PolygonsBuilder } from '@tuheng/geometry';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WkbCollector, wkbLength, writeWkb } from './wkb.ts';

const coordinate = fc.double();
const ring = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 6 });
const features = fc.array(fc.array(fc.array(ring, { minLength: 1, maxLength: 3 }), { maxLength: 3 }), {
  maxLength: 5,
});

it('gives back every bit of every coordinate, NaN and all', () => {
  fc.assert(
    fc.property(features, (drawn) => {
      const builder = new PolygonsBuilder();
      for (const polygons of drawn) {
        for (const rings of polygons) {
          for (const points of rings) builder.addRing(points.flat());
          builder.endPolygon();
        }
        builder.endFeature();
      }
      const given = builder.build();
      const collector = new WkbCollector(1);
      for (let f = 0; f < featureCount(given); f++) {
        const bytes = Buffer.alloc(wkbLength(given, f));
        expect(writeWkb(bytes, 0, given, f)).toBe(bytes.length);
        collector.add(bytes);
      }
      const back = collector.build();
      expect(Buffer.from(back.xy.buffer).equals(Buffer.from(given.xy.buffer))).toBe(true);
      expect({ ...back, xy: 0 }).toEqual({ ...given, xy: 0 });
    }),
  );
});
