import { type Box, PolygonsBuilder, transformBetween, transformedBox } from '@tuheng/geometry';
import { CGCS2000, crsOf } from '@tuheng/standard';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxRing } from '../cql2/geometry-literal.ts';
import { featureMeets } from './feature-place.ts';
import { CRS84, crsListOf, epsgCrs } from './ogc-crs.ts';
import { shapeOf } from './shape-of.ts';

const zone = crsOf(4532)!;
const county: Box = [44_450_000, 5_190_000, 44_580_000, 5_290_000];
const ground = { crs: zone, box: county };
const toDegrees = transformBetween(zone, CGCS2000);
const toMetres = transformBetween(CGCS2000, zone);

const moved = (transform: typeof toDegrees, x: number, y: number): [number, number] => {
  const out: [number, number] = [0, 0];
  transform(x, y, out);
  return out;
};

/** A square of a millimetre there and back. */
function speck(x: number, y: number) {
  const builder = new PolygonsBuilder();
  builder.addRing(boxRing(x - 5e-4, y - 5e-4, x + 5e-4, y + 5e-4));
  builder.endPolygon();
  builder.endFeature();
  return builder.build();
}

describe('a geometry in the coordinates of a layer', () => {
  test('the order of coordinates is that of the authority', () => {
    const [lon, lat] = moved(toDegrees, 44_500_000, 5_200_000);
    const point = (a: number, b: number) => ({ kind: 'points', paths: [[a, b]] }) as const;
    for (const [shape, digits] of [
      [shapeOf(point(lon, lat), CRS84, ground), 3],
      [shapeOf(point(lat, lon), epsgCrs(CGCS2000), ground), 3],
      [shapeOf(point(5_200_000, 44_500_000), epsgCrs(zone), ground), 9],
    ] as const) {
      expect(shape!.box[0]).toBeCloseTo(44_500_000, digits);
      expect(shape!.box[1]).toBeCloseTo(5_200_000, digits);
    }
  });

  test('a box in degrees has the points inside it that lie between its degrees, to two millimetres', () => {
    const place = fc.tuple(
      fc.double({ min: 131.4, max: 133, noNaN: true }),
      fc.double({ min: 46.9, max: 47.7, noNaN: true }),
    );
    fc.assert(
      fc.property(
        place,
        place,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 3 }),
        ([x0, y0], [x1, y1], share, side) => {
          const [w, s, e, n] = [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
          fc.pre(e - w > 1e-3 && n - s > 1e-3);
          const shape = shapeOf({ kind: 'area', paths: [boxRing(w, s, e, n)] }, CRS84, ground)!;
          const along = [w + share * (e - w), s + share * (n - s)] as const;
          // Four millimetres this side of the box and that.
          for (const [out, isMet] of [
            [-4e-8, true],
            [4e-8, false],
          ] as const) {
            const [x, y] = [
              [w - out, Math.min(Math.max(along[1], s + 1e-6), n - 1e-6)],
              [e + out, Math.min(Math.max(along[1], s + 1e-6), n - 1e-6)],
              [Math.min(Math.max(along[0], w + 1e-6), e - 1e-6), s - out],
              [Math.min(Math.max(along[0], w + 1e-6), e - 1e-6), n + out],
            ][side]! as [number, number];
            expect(featureMeets(shape, speck(...moved(toMetres, x, y)), 0)).toBe(isMet);
          }
        },
      ),
    );
  });

  test('what lies far away is cut off: the whole world is the whole layer', () => {
    const world = shapeOf({ kind: 'area', paths: [boxRing(-180, -90, 180, 90)] }, CRS84, ground)!;
    for (const [x, y] of [
      [county[0], county[1]],
      [county[2], county[3]],
    ] as const)
      expect(featureMeets(world, speck(x, y), 0)).toBe(true);
    expect(shapeOf({ kind: 'area', paths: [boxRing(0, 0, 10, 10)] }, CRS84, ground)).toBeUndefined();
    expect(shapeOf({ kind: 'points', paths: [[0, 0]] }, CRS84, ground)).toBeUndefined();
    const line = shapeOf({ kind: 'lines', paths: [[-180, 47.3, 180, 47.3]] }, CRS84, ground)!;
    expect(featureMeets(line, speck(...moved(toMetres, 132.2, 47.3)), 0)).toBe(true);
    expect(featureMeets(line, speck(...moved(toMetres, 132.2, 47.300001)), 0)).toBe(false);
  });

  test('a ring that is open is refused', () => {
    const open = { kind: 'area', paths: [[0, 0, 1, 0, 1, 1, 0, 1]] } as const;
    expect(() => shapeOf(open, CRS84, ground)).toThrow('首尾');
  });

  test('the box in degrees holds the whole box in metres', () => {
    const [w, s, e, n] = transformedBox(county, toDegrees);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (u, v) => {
          const [lon, lat] = moved(
            toDegrees,
            county[0] + u * (county[2] - county[0]),
            county[1] + v * (county[3] - county[1]),
          );
          expect(lon >= w && lon <= e && lat >= s && lat <= n).toBe(true);
        },
      ),
    );
  });

  test('a layer in degrees is also answered in the zone of its middle', () => {
    expect(crsListOf(CGCS2000, [131.9, 46, 132.9, 47]).map(({ crs }) => crs.epsg)).toEqual([
      4490, 4490, 4532,
    ]);
    expect(crsListOf(CGCS2000, null)).toHaveLength(2);
  });
});
