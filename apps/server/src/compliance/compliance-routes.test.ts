import { featureBox } from '@tuheng/geometry';
import type { SiteReport } from '@tuheng/maintenance';
import { readLayer } from '@tuheng/store';
import { beforeAll, describe, expect, test } from 'vitest';
import { plan, withServer } from '../testing/test-server.ts';

describe('compliance', () => {
  const server = withServer();
  let token: string;
  /** Around the middle of a zone, in the plan's coordinates. */
  let ring: [number, number][];
  beforeAll(async () => {
    token = await server().tokenOf('county', { role: 'county', region: '230898' });
    const version = await server().running.services.versions.find(plan);
    const { layer } = await readLayer(server().database, version, 'GHFQ');
    const [west, south, east, north] = featureBox(layer.polygons, 0);
    const [x, y] = [(west + east) / 2, (south + north) / 2];
    const side = layer.crs.epsg === 4490 ? 0.002 : 200;
    ring = [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
      [x, y],
    ];
  });

  const ask = (body: unknown, type = 'application/json', query = '') =>
    server().ask(`/api/v1/compliance${query}`, {
      method: 'POST',
      token,
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': type },
    });
  const report = async (answer: Response): Promise<SiteReport> => {
    expect(answer.status, await answer.clone().text()).toBe(200);
    return (await answer.json()) as SiteReport;
  };
  const wkt = () => `POLYGON((${ring.map(([x, y]) => `${x} ${y}`).join(',')}))`;
  const geojson = () => ({ type: 'Polygon', coordinates: [ring] });

  test('the same site in every form has the same answer', async () => {
    const crs = { type: 'name', properties: { name: `EPSG:${await epsg()}` } };
    const answers = [
      await report(await ask({ plan, site: wkt() })),
      await report(await ask({ plan, site: { ...geojson(), crs } })),
      await report(await ask(wkt(), 'text/plain', `?plan=${plan}`)),
      await report(await ask(JSON.stringify({ ...geojson(), crs }), 'application/geo+json', `?plan=${plan}`)),
    ];
    const [first] = answers;
    expect(first!.site.area).toBeGreaterThan(10_000);
    for (const answer of answers) {
      expect(answer.layers).toEqual(first!.layers);
      expect(answer.verdicts).toEqual(first!.verdicts);
    }
    const zones = first!.layers.find(({ code }) => code === 'GHFQ')!;
    expect(zones.inside.area + zones.outside.area).toBeCloseTo(first!.site.area, 1);
  });

  const epsg = async (): Promise<number> => {
    const layers = await server().json<{ epsg: number }[]>(
      `/api/v1/plans/${plan}/versions/head/layers`,
      token,
    );
    return layers[0]!.epsg;
  };

  test('a purpose is judged, one that does not exist is refused', async () => {
    const judged = await report(await ask({ plan, site: wkt(), landUse: '0701', geometry: false }));
    expect(judged.purpose.landUse).toEqual({ code: '0701', year: 2023 });
    const refused = await ask({ plan, site: wkt(), landUse: '9999' });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: 'site.unknown-land-use' });
  });

  test.each([
    ['no plan', { site: 'POLYGON((0 0,1 0,1 1,0 0))' }, 'server.invalid-request'],
    ['no site', { plan }, 'server.invalid-request'],
    ['a plan that is none', { plan: '000000', site: 'POLYGON((0 0,1 0,1 1,0 0))' }, 'store.no-plan'],
    [
      'a base that is none',
      { plan, base: '000000', site: 'POLYGON((132 47,132.1 47,132.1 47.1,132 47))' },
      'store.no-plan',
    ],
    ['nothing that is a site', { plan, site: 'hello' }, 'dataset.site-format'],
    ['a line', { plan, site: { type: 'LineString', coordinates: [] } }, undefined],
  ])('refused with a code: %s', async (_, body, code) => {
    const answer = await ask(body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    const problem = (await answer.json()) as { code: string };
    if (code === undefined) expect(problem.code).toMatch(/^dataset\./);
    else expect(problem.code).toBe(code);
  });

  test('nested without end, and larger than a site may be', async () => {
    const deep = `{"plan":"${plan}","site":${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}}`;
    expect((await ask(deep)).status).toBe(400);
    const large = await ask('x'.repeat(13 << 20), 'text/plain', `?plan=${plan}`);
    expect(large.status).toBe(413);
  });

  test('of a plan one may not read nothing is told', async () => {
    const stranger = await server().tokenOf('neighbour', { role: 'county', region: '230881' });
    const answer = await server().ask('/api/v1/compliance', {
      method: 'POST',
      token: stranger,
      body: JSON.stringify({ plan, site: wkt() }),
      headers: { 'content-type': 'application/json' },
    });
    expect(await answer.json()).toMatchObject({ code: 'store.no-plan', status: 404 });
  });
});
