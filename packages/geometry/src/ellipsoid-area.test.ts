import { describe, expect, it } from 'vitest';
import { ellipsoidArea } from './ellipsoid-area.ts';
import type { Projection } from './gauss-kruger.ts';
import { type Ring, rectangle, ringsOf } from './testing/shapes.ts';

const geographic: Projection = { kind: 'geographic', centralMeridian: 0, falseEasting: 0 };
const zone44: Projection = { kind: 'gauss-kruger', centralMeridian: 132, falseEasting: 44_500_000 };

/** standards.md §7.4, first table: the formula without densification on longitude and latitude. */
const geographicVectors: readonly [string, Ring, number][] = [
  ['0.01° cell', rectangle(132, 47.25, 0.01, 0.01), 841527.362],
  ['0.001° cell', rectangle(132, 47.25, 0.001, 0.001), 8415.9799],
  [
    'kilometre triangle',
    [
      [132, 47.25],
      [132.013, 47.25],
      [132.005, 47.259],
    ],
    492298.0976,
  ],
  [
    '100 m quad',
    [
      [132, 47.25],
      [132.0013, 47.25],
      [132.0013, 47.2509],
      [132, 47.2509],
    ],
    9846.7056,
  ],
  [
    'ten-kilometre quad',
    [
      [132, 47.25],
      [132.13, 47.26],
      [132.12, 47.35],
      [131.99, 47.34],
    ],
    99216846.819,
  ],
  [
    'small triangle',
    [
      [132, 47.25],
      [132.0009, 47.25],
      [132.0004, 47.2506],
    ],
    2272.323,
  ],
];

/** The column “edges ≤ 70 m” of the same table: points inserted evenly in longitude and latitude. */
const densifiedVectors: readonly [string, number][] = [
  ['kilometre triangle', 492311.8197],
  ['100 m quad', 9846.7056],
  ['ten-kilometre quad', 99216847.2547],
  ['small triangle', 2272.3262],
];

/** Points put into every edge, so that none is longer than 70 m. */
function densified(ring: Ring): Ring {
  return ring.flatMap(([lon, lat], i) => {
    const [nextLon, nextLat] = ring[(i + 1) % ring.length]!;
    const eastwards = (nextLon - lon) * 111_319.5 * Math.cos((((lat + nextLat) / 2) * Math.PI) / 180);
    const pieces = Math.trunc(Math.hypot(eastwards, (nextLat - lat) * 111_180) / 70) + 1;
    return Array.from({ length: pieces }, (_, k): [number, number] => [
      lon + ((nextLon - lon) * k) / pieces,
      lat + ((nextLat - lat) * k) / pieces,
    ]);
  });
}

/** standards.md §7.4, second table: the full rule on plane coordinates, here as (easting, northing). */
const planeVectors: readonly [string, Ring, number][] = [
  ['20 m square', rectangle(44532000, 5236000, 20, 20), 399.9896],
  ['100 m square', rectangle(44532000, 5236000, 100, 100), 9999.7478],
  ['1 km square', rectangle(44532000, 5236000, 1000, 1000), 999974.0434],
  ['5 km square', rectangle(44532000, 5236000, 5000, 5000), 24999267.6553],
  [
    'triangle',
    [
      [44532000, 5236000],
      [44533000, 5237000],
      [44534000, 5236400],
    ],
    799978.5094,
  ],
  ['1 km square far east', rectangle(44595000, 5180000, 1000, 1000), 999775.9296],
];

describe('ellipsoidArea', () => {
  it.each(geographicVectors)('geographic, undensified: %s', (_, ring, expected) => {
    expect(ellipsoidArea(ringsOf(ring), 0, geographic)).toBeCloseTo(expected, 4);
  });

  it.each(densifiedVectors)('geographic, edges up to 70 m: %s', (name, expected) => {
    const ring = geographicVectors.find(([known]) => known === name)![1];
    const area = ellipsoidArea(ringsOf(densified(ring)), 0, geographic);
    // The vector's own insertion of points is not stated to the last one: 1e-4 m² in 99 km².
    expect(Math.abs(area - expected)).toBeLessThan(2e-4);
  });

  it.each(planeVectors)('plane, full discipline: %s', (_, ring, expected) => {
    expect(ellipsoidArea(ringsOf(ring), 0, zone44)).toBeCloseTo(expected, 4);
  });

  it('does not depend on direction or start vertex', () => {
    const ring = planeVectors[4]![1];
    const turned: Ring = [ring[2]!, ring[1]!, ring[0]!];
    expect(ellipsoidArea(ringsOf(turned), 0, zone44)).toBeCloseTo(ellipsoidArea(ringsOf(ring), 0, zone44), 3);
  });

  it('reads eastings without the zone prefix by their false easting', () => {
    const bare: Projection = { ...zone44, falseEasting: 500_000 };
    expect(ellipsoidArea(ringsOf(rectangle(532000, 5236000, 1000, 1000)), 0, bare)).toBeCloseTo(
      999974.0434,
      4,
    );
  });

  it('takes holes off', () => {
    const [x, y] = [44532000, 5236000];
    const whole = ringsOf(rectangle(x, y, 1000, 1000));
    const hole = ringsOf(rectangle(x + 100, y + 100, 100, 100));
    const ring = { ...whole, xy: Float64Array.from([...whole.xy, ...hole.xy]) };
    const holed = {
      ...ring,
      ringStart: Uint32Array.of(0, 5, 10),
      polygonStart: Uint32Array.of(0, 2),
    };
    expect(ellipsoidArea(holed, 0, zone44)).toBeCloseTo(
      ellipsoidArea(whole, 0, zone44) - ellipsoidArea(hole, 0, zone44),
      6,
    );
  });
});
