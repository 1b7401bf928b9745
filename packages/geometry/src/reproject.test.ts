import { describe, expect, it } from 'vitest';
import { inverseGaussKruger, type Projection } from './gauss-kruger.ts';
import { reprojectPolygons } from './reproject.ts';
import { rectangle, ringsOf } from './testing/shapes.ts';

const geographic: Projection = { kind: 'geographic', centralMeridian: 0, falseEasting: 0 };
const zone44: Projection = { kind: 'gauss-kruger', centralMeridian: 132, falseEasting: 44_500_000 };

describe('reprojectPolygons', () => {
  it('goes to the plane and back within a micrometre', () => {
    const plane = ringsOf(rectangle(44_532_000, 5_236_000, 1000, 1000));
    const back = reprojectPolygons(reprojectPolygons(plane, zone44, geographic), geographic, zone44);
    for (const [i, value] of plane.xy.entries()) expect(back.xy[i]).toBeCloseTo(value, 6);
  });

  it('agrees with the series of the area rule to a fifth of a millimetre', () => {
    const plane = ringsOf(rectangle(44_532_000, 5_236_000, 1000, 1000));
    const lonLat = reprojectPolygons(plane, zone44, geographic);
    const out = new Float64Array(2);
    inverseGaussKruger(zone44, 5_236_000, 44_532_000, out);
    const metresPerDegree = 111_000;
    expect(Math.abs((out[0]! * 180) / Math.PI - lonLat.xy[1]!) * metresPerDegree).toBeLessThan(0.0002);
    expect(Math.abs((out[1]! * 180) / Math.PI - lonLat.xy[0]!) * metresPerDegree).toBeLessThan(0.0002);
  });

  it('gives back the same object where nothing changes', () => {
    const plane = ringsOf(rectangle(0, 0, 1, 1));
    expect(reprojectPolygons(plane, zone44, { ...zone44 })).toBe(plane);
  });
});
