import { crsOf } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import { PlaceError, readPlace } from './read-place.ts';

const plan = crsOf(4532)!;
const corner = (text: string): readonly [number, number] => readPlace(text, plan).coordinates[0]![0]![0]!;

describe('a place in a text', () => {
  it('is read from GeoJSON of any wrapping, and closed', () => {
    const polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [132, 47],
          [132.1, 47],
          [132.1, 47.1],
        ],
      ],
    };
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: {}, geometry: polygon }],
    });
    expect(readPlace(text, plan).coordinates).toEqual([
      [
        [
          [132, 47],
          [132.1, 47],
          [132.1, 47.1],
          [132, 47],
        ],
      ],
    ]);
  });

  it('is read from lines of coordinates, whichever number comes first and with the zone or without', () => {
    expect(corner('132,47\n132.1,47\n132.1,47.1')).toEqual([132, 47]);
    expect(corner('47,132\n47,132.1\n47.1,132.1')).toEqual([132, 47]);
    const prefixed = corner('5200000,44500000\n5200000,44500100\n5200100,44500100');
    expect(prefixed[0]).toBeCloseTo(132, 9);
    expect(corner('5200000 500000\n5200000 500100\n5200100 500100')).toEqual(prefixed);
  });

  it('has the parcels and rings of the bureau', () => {
    const text = [
      '[属性描述]',
      '坐标系=2000国家大地坐标系',
      '[地块坐标]',
      '7,0.1,1,地块,面,,,,@',
      'J1,1,5200000,44500000',
      'J2,1,5200100,44500000',
      'J3,1,5200100,44500100',
      'J4,2,5200040,44500010',
      'J5,2,5200060,44500010',
      'J6,2,5200060,44500030',
      '3,0.1,2,地块,面,,,,@',
      'J1,1,5201000,44500000',
      'J2,1,5201100,44500000',
      'J3,1,5201100,44500100',
    ].join('\r\n');
    expect(readPlace(text, plan).coordinates.map((rings) => rings.map((ring) => ring.length))).toEqual([
      [4, 4],
      [4],
    ]);
  });

  it('says what is wrong and where', () => {
    expect(() => readPlace('132,47\nJ2;x;y', plan)).toThrow(/第 2 行/);
    expect(() => readPlace('1,2\n3,4\n5,6', plan)).toThrow(PlaceError);
    expect(() => readPlace('132,47\n132.1,47', plan)).toThrow(/至少要三个/);
    expect(() => readPlace('{"type":"Point","coordinates":[132,47]}', plan)).toThrow(/只能有面/);
    expect(() => readPlace('{', plan)).toThrow(/GeoJSON/);
  });
});
