import { ellipsoidArea, featureCount, transformBetween } from '@tuheng/geometry';
import { CGCS2000, type Layer, roundArea, textAt } from '@tuheng/standard';
import { beforeAll, describe, expect, test } from 'vitest';
import type { HeldLayer } from '../held-versions/held-layer.ts';
import { plan, withServer } from '../testing/test-server.ts';
import type { IdentifiedFeature } from './identify.ts';

describe('what lies at a place', () => {
  const server = withServer();
  let token: string;
  let held: HeldLayer;
  let layer: Layer;
  beforeAll(async () => {
    token = await server().tokenOf('county', { role: 'county', region: plan });
    const { versions } = server().running.services;
    held = await versions.layer(await versions.find(plan), 'GHFQ');
    layer = held.layer;
  });

  const path = (lon: number, lat: number, layers?: string) =>
    `/api/v1/plans/${plan}/versions/head/identify?lon=${lon}&lat=${lat}${layers ? `&layers=${layers}` : ''}`;
  const at = async (lon: number, lat: number, layers?: string): Promise<IdentifiedFeature[]> =>
    (await server().json<{ features: IdentifiedFeature[] }>(path(lon, lat, layers), token)).features;
  const degrees = (x: number, y: number): [number, number] => {
    const out: [number, number] = [0, 0];
    transformBetween(layer.crs, CGCS2000)(x, y, out);
    return out;
  };
  /** Vertices of a feature's first ring, with how many features have each. */
  const corners = (): { x: number; y: number; owners: number }[] => {
    const { xy, ringStart } = layer.polygons;
    const owners = new Map<string, Set<number>>();
    for (let f = 0; f < featureCount(layer.polygons); f++)
      for (const [x, y] of verticesOf(f)) {
        const key = `${x} ${y}`;
        owners.set(key, (owners.get(key) ?? new Set()).add(f));
      }
    return Array.from({ length: ringStart[1]! }, (_, v) => {
      const [x, y] = [xy[2 * v]!, xy[2 * v + 1]!];
      return { x, y, owners: owners.get(`${x} ${y}`)!.size };
    });
  };
  const verticesOf = (f: number): [number, number][] => {
    const { xy, ringStart, polygonStart, featureStart } = layer.polygons;
    const from = ringStart[polygonStart[featureStart[f]!]!]!;
    const to = ringStart[polygonStart[featureStart[f + 1]!]!]!;
    return Array.from({ length: to - from }, (_, i) => [xy[2 * (from + i)]!, xy[2 * (from + i) + 1]!]);
  };

  test('a corner of a zone hits every zone that has it, as far as coordinates are handed out', async () => {
    const shared = corners().filter(({ owners }) => owners >= 2);
    expect(shared.length).toBeGreaterThan(0);
    for (const { x, y, owners } of shared.slice(0, 8)) {
      const [lon, lat] = degrees(x, y).map((value) => Number(value.toFixed(9))) as [number, number];
      const found = await at(lon, lat, 'GHFQ');
      expect(found.length).toBeGreaterThanOrEqual(owners);
      expect(found.map(({ id }) => id)).toContain(held.ids[0]);
    }
  });

  test('with all attributes in the order of the layer, its shape and its area', async () => {
    const [x, y] = verticesOf(0)[0]!;
    const one = (await at(...degrees(x, y), 'GHFQ')).find(({ id }) => id === held.ids[0])!;
    expect(one).toMatchObject({ layer: 'GHFQ', title: '规划分区', bsm: textAt(layer, 'BSM', 0) });
    expect(Object.keys(one.attributes)).toEqual([...layer.columns.keys()]);
    expect(one.area).toBe(roundArea(ellipsoidArea(layer.polygons, 0, layer.crs)));
    expect(one.geometry.type).toMatch(/Polygon$/);
  });

  test('layers in the order asked for; all where none is named; none far away', async () => {
    const [x, y] = verticesOf(0)[0]!;
    const place = degrees(x, y);
    const all = await at(...place);
    const codes = [...new Set(all.map(({ layer: code }) => code))];
    expect(codes.length).toBeGreaterThan(1);
    const turned = codes.toReversed();
    expect([...new Set((await at(...place, turned.join(','))).map(({ layer: code }) => code))]).toEqual(
      turned,
    );
    expect(await at(0, 0)).toEqual([]);
    expect(await at(-48, -47)).toEqual([]);
  });

  test('not again for who has it; refused where it is no place or no layer', async () => {
    const answer = await server().ask(path(132, 47), { token });
    const tag = answer.headers.get('etag')!;
    const again = await server().ask(path(132, 47), { token, headers: { 'if-none-match': tag } });
    expect(again.status).toBe(304);
    expect((await server().ask(path(181, 47), { token })).status).toBe(400);
    expect((await server().ask(path(132, 47, 'NONE'), { token })).status).toBe(404);
  });
});
