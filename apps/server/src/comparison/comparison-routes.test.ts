import { generateCounty } from '@tuheng/demonstration';
import { ellipsoidArea, loadKernelOverlay } from '@tuheng/geometry';
import { defaultTolerance, roundArea, textAt } from '@tuheng/standard';
import { changeBetween, compareVersions, type LayerDifference, publish, readVersion } from '@tuheng/store';
import { beforeAll, describe, expect, test } from 'vitest';
import { actor, plan, withServer } from '../testing/test-server.ts';
import type { ChangedFeature } from './changed-features.ts';

interface Changes {
  readonly total: number;
  readonly features: readonly ChangedFeature[];
}

interface Shapes {
  readonly leftOut: number;
  readonly features: readonly {
    readonly id: number;
    readonly geometry: { readonly type: string; readonly coordinates: number[][][][] };
    readonly properties: object;
  }[];
}

describe('two versions of a layer, feature by feature', () => {
  const server = withServer();
  let token: string;
  let difference: LayerDifference;
  beforeAll(async () => {
    token = await server().tokenOf('county', { role: 'county', region: plan });
    const { database } = server();
    const change = changeBetween(
      await readVersion(database, plan),
      generateCounty({ seed: 1, parcels: 3000 }).maintained,
    );
    const [overlay, tolerance] = [await loadKernelOverlay(defaultTolerance.grid), defaultTolerance];
    const review = { id: 'test' };
    await publish(database, actor, { code: plan, change, review, reason: 'test', overlay, tolerance });
    server().running.services.versions.forgetHead();
    const { layers } = await compareVersions(database, plan, 1, 2);
    difference = layers.find(({ code }) => code === 'GHFQ')!;
  });

  const path = (rest: string) => `/api/v1/plans/${plan}/compare/${rest}`;
  const ask = <T>(rest: string) => server().json<T>(path(rest), token);

  test('both sides, the largest first, each with its class, its place and its area', async () => {
    const { total, features } = await ask<Changes>('GHFQ?from=1&to=2&limit=1000');
    const { ended, opened } = difference;
    expect(ended.ids.length).toBeGreaterThan(0);
    expect(opened.ids.length).toBeGreaterThan(0);
    expect(total).toBe(ended.ids.length + opened.ids.length);
    for (const [side, numbered] of Object.entries({ ended, opened })) {
      const own = features.filter((one) => one.side === side);
      expect(own.map(({ id }) => id).sort()).toEqual([...numbered.ids].sort());
      for (const { id, bsm, code, label, area } of own) {
        const row = numbered.ids.indexOf(id);
        expect(bsm).toBe(textAt(numbered.layer, 'BSM', row));
        expect(code).toBe(textAt(numbered.layer, 'GHFQDM', row));
        expect(label).toBe(textAt(numbered.layer, 'GHFQMC', row));
        expect(area).toBe(roundArea(ellipsoidArea(numbered.layer.polygons, row, numbered.layer.crs)));
      }
    }
    expect(features.map(({ area }) => area)).toEqual(
      features.map(({ area }) => area).toSorted((a, b) => b - a),
    );
    const page = await ask<Changes>('GHFQ?from=1&offset=1&limit=2');
    expect(page).toEqual({ total, features: features.slice(1, 3) });
  });

  test('their shapes, marked by side and class, in the box that the list has', async () => {
    const { features: listed } = await ask<Changes>('GHFQ?from=1&to=2&limit=1000');
    const { leftOut, features } = await ask<Shapes>('GHFQ/shapes?from=1&to=2');
    expect(leftOut).toBe(0);
    const marks = new Map(listed.map((one) => [one.id, one]));
    expect(features.map(({ id }) => id).sort()).toEqual([...marks.keys()].sort());
    for (const { id, properties, geometry } of features) {
      const { side, code, box } = marks.get(id)!;
      expect(properties).toEqual({ id, side, code });
      const [west, south, east, north] = box!;
      for (const [x, y] of geometry.coordinates.flat(2) as [number, number][]) {
        expect(x >= west && x <= east && y >= south && y <= north).toBe(true);
      }
    }
  });

  test('turned around it is the other side; a version and itself differ in nothing', async () => {
    const there = await ask<Changes>('GHFQ?from=1&to=2&limit=1000');
    const back = await ask<Changes>('GHFQ?from=2&to=1&limit=1000');
    const sideOf = (side: string) => (all: Changes) =>
      all.features.filter((one) => one.side === side).map(({ id }) => id);
    expect(sideOf('ended')(back)).toEqual(sideOf('opened')(there));
    expect(sideOf('opened')(back)).toEqual(sideOf('ended')(there));
    expect(await ask('GHFQ?from=2&to=2')).toEqual({ total: 0, features: [] });
    expect(await ask('GHFQ/shapes?from=2&to=2')).toEqual({
      type: 'FeatureCollection',
      leftOut: 0,
      features: [],
    });
  });

  test('not again for who has it; a layer or version that is none', async () => {
    const answer = await server().ask(path('GHFQ?from=1'), { token });
    const headers = { 'if-none-match': answer.headers.get('etag')! };
    expect((await server().ask(path('GHFQ?from=1'), { token, headers })).status).toBe(304);
    const codeOf = async (rest: string) =>
      ((await (await server().ask(path(rest), { token })).json()) as { code: string }).code;
    expect(await codeOf('NONE?from=1')).toBe('store.no-layer');
    expect(await codeOf('GHFQ?from=9')).toBe('store.no-version');
    expect(await codeOf('GHFQ?to=1')).toBe('server.invalid-request');
  });
});
