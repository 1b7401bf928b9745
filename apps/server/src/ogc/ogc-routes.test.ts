import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, test } from 'vitest';
import { plan, withServer } from '../testing/test-server.ts';
import type { Link } from './link.ts';

interface Linked {
  readonly links?: readonly Link[];
  readonly collections?: readonly Linked[];
  readonly features?: readonly unknown[];
}

describe('OGC API', () => {
  const server = withServer();
  let county: string;
  let neighbour: string;
  beforeAll(async () => {
    county = await server().tokenOf('county', { role: 'county', region: '230898' });
    neighbour = await server().tokenOf('neighbour', { role: 'county', region: '230881' });
  });
  const get = (path: string, token?: string, accept?: string) =>
    server().ask(path, { ...(token && { token }), ...(accept && { headers: { accept } }) });

  test('every link leads to what it says, and so do theirs', async () => {
    const { address } = server().running;
    const seen = new Map<string, string>();
    const waiting = [`${address}/ogc`];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next)) continue;
      const answer = await get(next.slice(address.length), county);
      const type = answer.headers.get('content-type')!;
      seen.set(next, type);
      expect(answer.status, next).toBe(200);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      const body = await answer.text();
      if (type.startsWith('text/html')) {
        expect(body).not.toContain('<script');
        const hrefs = [...body.matchAll(/href="([^"]*)"/g)].map(
          ([, href]) => new URL(href!.replaceAll('&amp;', '&'), address).href,
        );
        // One feature of a page stands for all.
        const features = hrefs.filter((href) => /items\/\d+/.test(href));
        waiting.push(...hrefs.filter((href) => href.includes('/ogc') && !features.slice(1).includes(href)));
        continue;
      }
      const document = JSON.parse(body) as Linked;
      const links = [document, ...(document.collections ?? [])].flatMap((one) => one.links ?? []);
      for (const { href, type: promised, rel, templated } of links) {
        if (rel === 'self') expect(type.startsWith(promised), `${next} as ${promised}`).toBe(true);
        // The second page of a collection stands for those behind it.
        const offset = Number(new URL(href).searchParams.get('offset') ?? 0);
        // A template is for a client to fill in.
        if (offset <= 100 && !templated) waiting.push(href);
      }
    }
    const collections = [...seen.keys()].filter((href) => /\/collections\/[^/?]+$/.test(href));
    expect(collections.length).toBeGreaterThan(8);
    const types = new Set([...seen.values()].map((type) => type.split(';')[0]));
    expect(types).toEqual(
      new Set(
        ['json', 'geo+json', 'schema+json', 'vnd.oai.openapi+json']
          .map((one) => `application/${one}`)
          .concat('text/html'),
      ),
    );
  });

  test('links of every collection have the types that they promise', async () => {
    const { collections } = await server().json<{ collections: Required<Linked>[] }>(
      '/ogc/collections',
      county,
    );
    const { address } = server().running;
    for (const { href, type } of collections[0]!.links) {
      const answer = await get(href.slice(address.length), county);
      expect(answer.headers.get('content-type'), href).toContain(type);
    }
  });

  test('the form is that of f, else of Accept', async () => {
    const typeOf = async (path: string, accept?: string) =>
      (await get(path, county, accept)).headers.get('content-type')!.split(';')[0];
    expect(await typeOf('/ogc')).toBe('application/json');
    expect(await typeOf('/ogc', 'text/html,application/xhtml+xml,*/*;q=0.8')).toBe('text/html');
    expect(await typeOf('/ogc?f=json', 'text/html')).toBe('application/json');
    expect(await typeOf('/ogc', 'text/*;q=0.1, application/json;q=0.2')).toBe('application/json');
    expect(await typeOf('/ogc', 'image/png')).toBe('application/problem+json');
    expect((await get('/ogc', county, 'image/png')).status).toBe(406);
    expect((await get('/ogc?f=xml', county)).status).toBe(400);
  });

  test.each([
    '/ogc?x=1',
    '/ogc/conformance?limit=1',
    '/ogc/api?x=',
    '/ogc/collections?bbox=1,2,3,4',
    `/ogc/collections/${plan}.GHFQ?crs=x`,
    `/ogc/collections/${plan}.GHFQ/items?LIMIT=1`,
    `/ogc/collections/${plan}.GHFQ/items/1?limit=1`,
  ])('%s: a parameter that is none is refused by name', async (path) => {
    const answer = await get(path, county);
    expect(answer.status).toBe(400);
    const name = new URL(path, 'http://x').searchParams.keys().next().value!;
    expect(await answer.json()).toMatchObject({ code: 'server.invalid-request', invalid: [{ at: name }] });
  });

  test('the OpenAPI document is valid in both versions and names every route', async () => {
    for (const [accept, version] of [
      ['application/json', '3.1'],
      ['application/vnd.oai.openapi+json;version=3.0, application/json', '3.0'],
    ] as const) {
      const answer = await get('/ogc/api', undefined, accept);
      expect(answer.headers.get('content-type')).toContain(`version=${version}`);
      const document = (await answer.json()) as { paths: object; openapi: string };
      expect(document.openapi.startsWith(version)).toBe(true);
      expect(await new Validator().validate(document)).toMatchObject({ valid: true });
      expect(Object.keys(document.paths)).toHaveLength(12);
    }
  });

  test('anyone reads what the service is, and only who may read a plan its data', async () => {
    for (const path of ['/ogc', '/ogc/', '/ogc/conformance', '/ogc/api'])
      expect((await get(path)).status, path).toBe(200);
    for (const path of [
      '',
      `/${plan}.GHFQ`,
      `/${plan}.GHFQ/queryables`,
      `/${plan}.GHFQ/items`,
      `/${plan}.GHFQ/items/1`,
    ]) {
      expect((await get(`/ogc/collections${path}`)).status, path).toBe(401);
      if (path !== '') expect((await get(`/ogc/collections${path}`, neighbour)).status, path).toBe(404);
    }
    expect(await server().json('/ogc/collections', neighbour)).toMatchObject({ collections: [] });
  });

  test('a collection of another region is answered as one that does not exist', async () => {
    const told = async (id: string) => {
      const { request: _, ...problem } = (await (
        await get(`/ogc/collections/${id}`, neighbour)
      ).json()) as Record<string, string>;
      return JSON.stringify(problem).replaceAll(id, 'ID');
    };
    const hidden = await told(`${plan}.GHFQ`);
    expect(hidden).toContain('server.no-collection');
    expect(await told(`${plan}.NONE`)).toBe(hidden);
    expect(await told('999999.GHFQ')).toBe(hidden);
    expect(await told('GHFQ')).toBe(hidden);
  });

  test('Basic with the token as password is taken too', async () => {
    const basic = Buffer.from(`gis:${county}`).toString('base64');
    const answer = await server().ask('/ogc/collections', { headers: { authorization: `Basic ${basic}` } });
    expect(answer.status).toBe(200);
  });

  test('queryables have the titles of the standard', async () => {
    const { properties } = await server().json<{ properties: object }>(
      `/ogc/collections/${plan}.GHFQ/queryables`,
      county,
    );
    expect(properties).toMatchObject({
      GHFQDM: { title: '规划分区代码', type: 'string' },
      MJ: { title: '面积', type: 'number' },
    });
  });

  test('a collection says where and in which systems it is, and is not sent twice', async () => {
    const path = `/ogc/collections/${plan}.GHFQ`;
    const answer = await get(path, county);
    const { extent, crs, storageCrs } = (await answer.json()) as Record<string, unknown>;
    expect(crs).toEqual([
      'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
      'http://www.opengis.net/def/crs/EPSG/0/4490',
      storageCrs,
    ]);
    expect(extent).toMatchObject({
      spatial: {
        bbox: [
          [
            expect.closeTo(131.37, 1),
            expect.closeTo(46.85, 1),
            expect.closeTo(133.03, 1),
            expect.closeTo(47.7, 1),
          ],
        ],
      },
    });
    const tag = answer.headers.get('etag')!;
    const again = await server().ask(path, { token: county, headers: { 'if-none-match': tag } });
    expect(again.status).toBe(304);
  });
});
