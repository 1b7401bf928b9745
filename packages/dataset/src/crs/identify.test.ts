import { describe, expect, it } from 'vitest';
import { identifyCrs, type ProjJson } from './identify.ts';

const datum = {
  name: 'China 2000',
  ellipsoid: { semi_major_axis: 6378137, inverse_flattening: 298.257222101 },
};
const geographic: ProjJson = {
  type: 'GeographicCRS',
  name: 'GCS_China_Geodetic_Coordinate_System_2000',
  datum,
};

function projected(meridian: number, easting: number, base: ProjJson = geographic): ProjJson {
  const parameter = (name: string, value: number) => ({ name, value, unit: 'metre' });
  return {
    type: 'ProjectedCRS',
    name: 'custom',
    base_crs: base,
    conversion: {
      method: { name: 'Transverse Mercator' },
      parameters: [
        parameter('Latitude of natural origin', 0),
        parameter('Longitude of natural origin', meridian),
        parameter('Scale factor at natural origin', 1),
        parameter('False easting', easting),
        parameter('False northing', 0),
      ],
    },
  };
}

const epsg = (code: number): ProjJson => ({
  type: 'ProjectedCRS',
  name: 'x',
  id: { authority: 'EPSG', code },
});
const known = (code: number) => ({ kind: 'known', crs: { epsg: code } });

describe('identifyCrs', () => {
  it('knows the codes of the table', () => {
    expect(identifyCrs(epsg(4490))).toMatchObject(known(4490));
    expect(identifyCrs(epsg(4532))).toMatchObject(known(4532));
    expect(identifyCrs(epsg(4553))).toMatchObject(known(4553));
  });

  it('knows coordinate systems without a code by their parameters', () => {
    expect(identifyCrs(geographic)).toMatchObject(known(4490));
    expect(identifyCrs(projected(132, 44_500_000))).toMatchObject(known(4532));
    expect(identifyCrs(projected(132, 500_000))).toMatchObject(known(4553));
  });

  it('takes no other meridian, easting, unit or datum for one of ours', () => {
    expect(identifyCrs(projected(131.75, 500_000)).kind).toBe('other');
    expect(identifyCrs(projected(132, 22_500_000)).kind).toBe('other');
    const xian: ProjJson = {
      type: 'GeographicCRS',
      name: 'Xian 1980',
      datum: { ...datum, name: 'Xian 1980' },
    };
    expect(identifyCrs(projected(132, 500_000, xian)).kind).toBe('other');
    expect(identifyCrs(xian)).toEqual({ kind: 'other', name: 'Xian 1980' });
  });

  it('takes the horizontal part of a compound one', () => {
    const height = { type: 'VerticalCRS', id: { authority: 'EPSG', code: 5737 } };
    const compound = (vertical: object) => ({ type: 'CompoundCRS', components: [geographic, vertical] });
    expect(identifyCrs(compound({ type: 'VerticalCRS' }) as never)).toMatchObject({
      ...known(4490),
      vertical: null,
    });
    expect(identifyCrs(compound(height) as never)).toMatchObject({ ...known(4490), vertical: 5737 });
  });

  it('tells WGS 84 and none apart from the rest', () => {
    expect(identifyCrs(epsg(4326)).kind).toBe('wgs84');
    expect(identifyCrs(undefined).kind).toBe('missing');
    expect(identifyCrs({ type: 'EngineeringCRS', name: 'Undefined Cartesian SRS' }).kind).toBe('missing');
    expect(identifyCrs(epsg(32652))).toEqual({ kind: 'other', name: 'x（EPSG:32652）' });
  });
});
