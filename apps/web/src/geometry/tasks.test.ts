import { ellipsoidArea, transformBetween } from '@tuheng/geometry';
import { CGCS2000, crsOf, roundArea } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import { geodesicDistance, measureShape } from './measure.ts';
import { layerOf, type PlacedFeature } from './placed-feature.ts';
import { carryOut, tasks } from './tasks.ts';

const toLonLat = transformBetween(crsOf(4532)!, CGCS2000);

/** A box in zone 44 as the server would tell it: degrees with nine decimals. */
function box(
  x: number,
  y: number,
  width: number,
  height: number,
  attributes: PlacedFeature['attributes'] = {},
): PlacedFeature {
  const [w, s] = [44_500_000 + x, 5_200_000 + y];
  const corners = [
    [w, s],
    [w, s + height],
    [w + width, s + height],
    [w + width, s],
    [w, s],
  ];
  return { geometry: { type: 'Polygon', coordinates: [corners.map(degrees)] }, attributes };
}

function degrees([x, y]: readonly number[]): number[] {
  const out: [number, number] = [0, 0];
  toLonLat(x!, y!, out);
  return out.map((value) => Math.round(value * 1e9) / 1e9);
}

describe('what the browser computes itself', () => {
  it('finds the area of the plane coordinates again after the way through degrees', async () => {
    const { polygons } = layerOf('GHFQ', 4532, [box(10, 20, 300, 200)]);
    expect([...polygons.xy.slice(0, 4)]).toEqual([44_500_010, 5_200_020, 44_500_010, 5_200_220]);
  });

  it('agrees with a stored area that is right, and tells one that is not', async () => {
    const right = box(0, 0, 300, 200);
    const area = roundArea(ellipsoidArea(layerOf('GHFQ', 4532, [right]).polygons, 0, crsOf(4532)!));
    const sound = await tasks.inspect('GHFQ', 4532, { ...right, attributes: { BSM: '1', MJ: area } });
    expect(sound.findings).toEqual([]);
    expect(sound.area).toBeCloseTo(area, 2);
    const wrong = await tasks.inspect('GHFQ', 4532, { ...right, attributes: { BSM: '1', MJ: area + 5 } });
    expect(wrong.findings.map(({ rule }) => rule)).toEqual(['A-06']);
  });

  it('tells a ring that crosses itself', async () => {
    const bow = [
      [0, 0],
      [100, 100],
      [100, 0],
      [0, 100],
      [0, 0],
    ].map(([x, y]) => degrees([44_500_000 + x!, 5_200_000 + y!]));
    const { findings } = await tasks.inspect('GHFQ', 4532, {
      geometry: { type: 'Polygon', coordinates: [bow] },
      attributes: { BSM: '1' },
    });
    expect(findings.some(({ rule }) => rule === 'G-02')).toBe(true);
  });

  it('tells what came to the ground of a feature, and what its class was', async () => {
    const zones = await tasks.change(
      'GHFQ',
      4532,
      [box(0, 0, 100, 100, { GHFQDM: '300' })],
      [box(50, 0, 100, 100, { GHFQDM: '410' })],
      'after',
    );
    expect(zones.pieces.map(({ kind, from, to }) => [kind, from, to])).toEqual(
      expect.arrayContaining([
        ['reclassified', '300', '410'],
        ['in', null, '410'],
      ]),
    );
    const line = await tasks.change('CZKFBJ', 4532, [box(0, 0, 100, 100)], [box(50, 0, 100, 100)], 'before');
    expect(line.pieces.map(({ kind }) => kind)).toEqual(['out']);
    expect(line.pieces[0]!.area).toBeCloseTo(5000, 0);
  });

  it('measures on the ellipsoid', () => {
    // A degree of latitude at the equator (GRS 80): 110,574.4 m.
    expect(geodesicDistance([132, 0], [132, 1])).toBeCloseTo(110574.4, 0);
    const square = [
      [44_500_000, 5_200_000],
      [44_500_000, 5_200_100],
      [44_500_100, 5_200_100],
      [44_500_100, 5_200_000],
    ];
    const { segments, area } = measureShape(
      square.map((point) => degrees(point) as [number, number]),
      true,
      4532,
    );
    expect(segments).toHaveLength(4);
    expect(segments[0]).toBeCloseTo(100, 1);
    expect(area).toBeCloseTo(10_000, 0);
    expect(measureShape([[132, 47]], true, 4532)).toEqual({ segments: [], length: 0, area: 0 });
  });

  it('answers a failure with a sentence instead of dying', async () => {
    const answer = await carryOut({
      id: 7,
      name: 'inspect',
      input: ['GHFQ', 4532, { geometry: { type: 'Polygon' }, attributes: {} }],
    });
    expect(answer).toMatchObject({ id: 7, failure: expect.any(String) });
  });
});
