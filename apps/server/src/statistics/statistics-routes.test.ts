import { generateCounty } from '@tuheng/demonstration';
import { ellipsoidArea, loadGeosOverlay } from '@tuheng/geometry';
import { defaultTolerance, textAt } from '@tuheng/standard';
import { importPlan } from '@tuheng/store';
import { beforeAll, describe, expect, test } from 'vitest';
import type { HeldLayer } from '../held-versions/held-layer.ts';
import { actor, plan, withServer } from '../testing/test-server.ts';
import type { LayerStatistics } from './layer-statistics.ts';

const base = `${plan}-base`;

describe('statistics by township and class', () => {
  const server = withServer();
  let token: string;
  beforeAll(async () => {
    token = await server().tokenOf('county', { role: 'county', region: plan });
    const county = generateCounty({ seed: 1, parcels: 3000 });
    await importPlan(server().database, actor, {
      plan: county.base,
      code: base,
      region: plan,
      reason: 'test',
    });
  });

  const path = (code: string, layer: string, query = '') =>
    `/api/v1/plans/${code}/versions/head/statistics?layer=${layer}${query}`;
  const of = (code: string, layer: string, query = '') =>
    server().json<LayerStatistics & { version: number }>(path(code, layer, query), token);
  const layerOf = async (code: string, layer: string): Promise<HeldLayer> => {
    const { versions } = server().running.services;
    return versions.layer(await versions.find(code), layer);
  };
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

  test.each([
    [plan, 'GHFQ', 'GHFQDM'],
    [base, 'DLTB', 'DLBM'],
  ])('%s/%s: the regions and what is outside make the class', async (code, name, field) => {
    const found = await of(code, name, `&base=${base}`);
    const { layer, ids } = await layerOf(code, name);
    expect(found).toMatchObject({ layer: name, version: 1, classField: field });
    expect(found.regions.length).toBeGreaterThan(3);
    expect(found.total.features).toBe(ids.length);
    const own = new Map<string, number>();
    for (const row of ids.keys()) {
      const value = textAt(layer, field, row)!;
      own.set(value, (own.get(value) ?? 0) + ellipsoidArea(layer.polygons, row, layer.crs));
    }
    expect(found.classes.map(({ code: one }) => one).sort()).toEqual([...own.keys()].sort());
    // Each figure is rounded to 0.01 m².
    const rounding = 0.005 * (found.regions.length + 1);
    for (const [c, { code: one }] of found.classes.entries()) {
      const whole = sum(found.areas.map((row) => row[c]!)) + found.outside[c]!;
      expect(Math.abs(whole - own.get(one)!), one).toBeLessThan(1e-6 * own.get(one)! + rounding);
    }
    expect(found.total.area).toBeCloseTo(sum([...own.values()]), 1);
  });

  test('each figure is what GEOS cuts out', async () => {
    const found = await of(plan, 'GHFQ', `&base=${base}`);
    const [zones, townships] = [await layerOf(plan, 'GHFQ'), await layerOf(base, 'XZQ')];
    expect(townships.layer.crs).toEqual(zones.layer.crs);
    const geos = await loadGeosOverlay(defaultTolerance.grid);
    const pieces = geos.intersect(zones.layer.polygons, townships.layer.polygons);
    const expected = found.regions.map(() => found.classes.map(() => 0));
    for (let piece = 0; piece < pieces.left.length; piece++) {
      const zone = textAt(zones.layer, 'GHFQDM', pieces.left[piece]!);
      const township = textAt(townships.layer, 'XZQDM', pieces.right[piece]!);
      const region = found.regions.findIndex(({ code }) => code === township);
      const place = found.classes.findIndex(({ code }) => code === zone);
      expected[region]![place]! += ellipsoidArea(pieces.polygons, piece, zones.layer.crs);
    }
    for (const [r, row] of expected.entries())
      for (const [c, area] of row.entries())
        expect(Math.abs(found.areas[r]![c]! - area)).toBeLessThan(1e-6 * area + 1);
  });

  test('without a base, or one without townships, the county is the one region', async () => {
    const alone = await of(plan, 'STBHHX');
    expect(alone).toMatchObject({ classField: null, regions: [{ code: plan }], outside: [0] });
    expect(alone.classes).toMatchObject([{ code: 'STBHHX', title: '生态保护红线' }]);
    expect(alone.areas).toEqual([[alone.total.area]]);
    expect(alone.features).toEqual([[alone.total.features]]);
    expect(await of(plan, 'STBHHX', `&base=${plan}`)).toEqual(alone);
  });

  test('not again for who has it; nothing of a base that one may not read', async () => {
    const answer = await server().ask(path(plan, 'GHFQ'), { token });
    const tag = answer.headers.get('etag')!;
    const again = await server().ask(path(plan, 'GHFQ'), { token, headers: { 'if-none-match': tag } });
    expect(again.status).toBe(304);
    const hidden = await server().ask(path(plan, 'GHFQ', '&base=000000'), { token });
    expect(await hidden.json()).toMatchObject({ status: 404, code: 'store.no-plan' });
    const none = await server().ask(path(plan, 'NONE'), { token });
    expect(await none.json()).toMatchObject({ status: 404, code: 'store.no-layer' });
  });
});
