import { check } from '@placemarkio/check-geojson';
import {
  ellipsoidArea,
  featureBox,
  PolygonsBuilder,
  perimeter,
  signedRingArea,
  transformBetween,
} from '@tuheng/geometry';
import { CGCS2000, crsOf } from '@tuheng/standard';
import { findVersion, type NumberedLayer, readLayer } from '@tuheng/store';
import { beforeAll, describe, expect, test } from 'vitest';
import { markup, publishSecondVersion } from '../../testing/second-version.ts';
import { plan, withServer } from '../../testing/test-server.ts';
import type { Link } from '../link.ts';

interface Feature {
  readonly id: number;
  readonly geometry: { readonly type: string; readonly coordinates: number[][][][] } | null;
  readonly properties: Readonly<Record<string, string | number | null>>;
}
interface Collection {
  readonly numberMatched: number;
  readonly numberReturned: number;
  readonly version?: number;
  readonly links: readonly Link[];
  readonly features: readonly Feature[];
}

const epsg = (code: number): string => `http://www.opengis.net/def/crs/EPSG/0/${code}`;

describe('features', () => {
  const server = withServer();
  let county: string;
  let first: NumberedLayer;
  let second: NumberedLayer;
  beforeAll(async () => {
    const { database } = server();
    county = await server().tokenOf('county', { role: 'county', region: '230898' });
    first = await readLayer(database, await findVersion(database, plan, 1), 'GHFQ');
    await publishSecondVersion(database);
    second = await readLayer(database, await findVersion(database, plan, 2), 'GHFQ');
  });
  const ask = (query: Readonly<Record<string, string>> = {}, below = '') =>
    server().ask(`/ogc/collections/${plan}.GHFQ/items${below}?${new URLSearchParams(query)}`, {
      token: county,
    });
  const items = async (query: Readonly<Record<string, string>> = {}): Promise<Collection> => {
    const answer = await ask({ limit: '10000', ...query });
    expect(answer.status, await answer.clone().text()).toBe(200);
    return (await answer.json()) as Collection;
  };
  const refusal = async (query: Readonly<Record<string, string>>) => {
    const answer = await ask(query);
    return [answer.status, await answer.json()] as [
      number,
      { code: string; detail: string; invalid: unknown[] },
    ];
  };

  test('all of them, as they are stored', async () => {
    const answer = await ask({ limit: '10000' });
    expect(answer.headers.get('content-type')).toBe('application/geo+json');
    const text = await answer.text();
    expect(check(text)).toMatchObject({ type: 'FeatureCollection' });
    const { features, numberMatched, numberReturned, version } = JSON.parse(text) as Collection;
    expect([numberMatched, numberReturned, version]).toEqual([second.ids.length, second.ids.length, 2]);
    expect(features.map(({ id }) => id)).toEqual([...second.ids]);
    for (const [row, { properties }] of features.entries())
      for (const [name, column] of second.layer.columns) {
        const value = column.values[row]!;
        expect(properties[name]).toBe(Number.isNaN(value) ? null : value);
      }
  });

  test('coordinates land where they are stored in every system, within 0.1 mm', async () => {
    const { polygons, crs: own } = second.layer;
    for (const [uri, system, swaps] of [
      [undefined, CGCS2000, false],
      [epsg(4490), CGCS2000, true],
      [epsg(own.epsg), own, true],
    ] as const) {
      const answer = await ask({ limit: '10000', ...(uri && { crs: uri }) });
      expect(answer.headers.get('content-crs')).toBe(
        `<${uri ?? 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'}>`,
      );
      const { features } = (await answer.json()) as Collection;
      const back = transformBetween(system, own);
      const out: [number, number] = [0, 0];
      for (const [row, { geometry }] of features.entries()) {
        const builder = new PolygonsBuilder();
        for (const rings of geometry!.coordinates) {
          for (const [r, ring] of rings.entries()) {
            const xy = ring.flatMap(([a, b]) => {
              back(swaps ? b! : a!, swaps ? a! : b!, out);
              return [...out];
            });
            const signed = signedRingArea(Float64Array.from(xy), 0, xy.length / 2);
            expect(Math.sign(signed), 'outer rings run counter-clockwise').toBe(r === 0 ? 1 : -1);
            builder.addRing(xy);
          }
          builder.endPolygon();
        }
        builder.endFeature();
        const read = builder.build();
        for (const [i, value] of featureBox(polygons, row).entries())
          expect(Math.abs(featureBox(read, 0)[i]! - value)).toBeLessThan(1.5e-4);
        const stored = ellipsoidArea(polygons, row, own);
        expect(Math.abs(ellipsoidArea(read, 0, own) - stored)).toBeLessThan(1e-4 * perimeter(polygons, row));
      }
    }
  });

  test('pages are one behind the other, hold each feature once, and stay with their version', async () => {
    const ids: number[] = [];
    let url: string | undefined = `/ogc/collections/${plan}.GHFQ/items?limit=97`;
    let before: string | undefined;
    while (url !== undefined) {
      const page: Collection = await server().json<Collection>(url, county);
      const { links, features, numberMatched } = page;
      expect(numberMatched).toBe(second.ids.length);
      ids.push(...features.map(({ id }) => id));
      const hrefOf = (rel: string): string | undefined => links.find((one) => one.rel === rel)?.href;
      if (before !== undefined) expect(hrefOf('prev')).toBeDefined();
      before = url;
      const next: string | undefined = hrefOf('next');
      if (next) expect(new URL(next).searchParams.get('version')).toBe('2');
      url = next?.slice(server().running.address.length);
    }
    expect(ids).toEqual([...second.ids]);
    expect((await items({ offset: '100000' })).features).toEqual([]);
    expect((await items({ limit: '99999999' })).numberReturned).toBe(second.ids.length);
  });

  test('an answer of many pieces is whole', async () => {
    const answer = await server().ask(`/ogc/collections/${plan}.YDYHGHFQ/items?limit=10000`, {
      token: county,
    });
    const { features, numberMatched } = (await answer.json()) as Collection;
    expect(features).toHaveLength(numberMatched);
    expect(answer.headers.get('transfer-encoding')).toBe('chunked');
  });

  test('a box finds the features that reach into it, in the order of its system', async () => {
    const { polygons, crs } = second.layer;
    const window = featureBox(polygons, 7);
    const [x0, y0, x1, y1] = window;
    const inMetres = await items({ bbox: [y0, x0, y1, x1].join(','), 'bbox-crs': epsg(crs.epsg) });
    expect(inMetres.features.map(({ id }) => id)).toContain(second.ids[7]);
    expect(inMetres.numberMatched).toBeLessThan(second.ids.length / 2);
    const byFilter = await items({
      filter: `S_INTERSECTS(geometry, BBOX(${[y0, x0, y1, x1]}))`,
      'filter-crs': epsg(crs.epsg),
    });
    expect(byFilter.features).toEqual(inMetres.features);
    const out: [number, number] = [0, 0];
    transformBetween(crs, CGCS2000)((x0 + x1) / 2, (y0 + y1) / 2, out);
    const [lon, lat] = out;
    const d = 1e-5;
    const lonLat = await items({ bbox: [lon - d, lat - d, lon + d, lat + d].join(',') });
    const latLon = await items({
      bbox: [lat - d, lon - d, lat + d, lon + d].join(','),
      'bbox-crs': epsg(4490),
    });
    const high = await items({ bbox: [lon - d, lat - d, -9, lon + d, lat + d, 9].join(',') });
    expect(latLon.features).toEqual(lonLat.features);
    expect(high.features).toEqual(lonLat.features);
    expect((await items({ bbox: '-180,-90,180,90' })).numberMatched).toBe(second.ids.length);
    expect((await items({ bbox: '100,-90,-100,90' })).numberMatched).toBe(second.ids.length);
    expect((await items({ bbox: '0,0,10,10' })).numberMatched).toBe(0);
  });

  test('a filter finds what is counted by hand, and parameters named as attributes do too', async () => {
    const codes = second.layer.columns.get('GHFQDM')!.values as string[];
    const areas = second.layer.columns.get('MJ')!.values as Float64Array;
    const some = codes[3]!;
    const byHand = codes.flatMap((code, row) =>
      code === some && areas[row]! > 1e5 ? [second.ids[row]] : [],
    );
    const filter = `GHFQDM = '${some}' AND MJ > 1e5`;
    expect((await items({ filter })).features.map(({ id }) => id)).toEqual(byHand);
    expect((await items({ GHFQDM: some, filter: 'MJ > 100000' })).features.map(({ id }) => id)).toEqual(
      byHand,
    );
    expect((await items({ MJ: String(areas[5]) })).features.map(({ id }) => id)).toContain(second.ids[5]);
  });

  test('versions by number and by time', async () => {
    const { database } = server();
    const [one, two] = [await findVersion(database, plan, 1), await findVersion(database, plan, 2)];
    const zone = (collection: Collection) => collection.features.find(({ id }) => id === first.ids[0]);
    const numberOf = async (query: Record<string, string>) => (await items(query)).version;
    expect(zone(await items({ version: '1' }))?.properties.BZ).not.toBe(markup);
    expect((await items({ BZ: markup })).numberMatched).toBe(1);
    expect((await items({ BZ: markup, version: '1' })).numberMatched).toBe(0);
    expect(await numberOf({ datetime: one.publishedAt })).toBe(1);
    expect(await numberOf({ datetime: `${one.publishedAt}/..` })).toBe(2);
    expect(await numberOf({ datetime: two.publishedAt })).toBe(2);
    const early = await items({ datetime: '../2020-01-01T00:00:00Z' });
    expect([early.numberMatched, early.features, early.version]).toEqual([0, [], undefined]);
    expect((await ask({ version: '3' })).status).toBe(404);
  });

  test('attributes are chosen, and the geometry left out', async () => {
    const { features } = await items({ properties: 'MJ,BSM', skipGeometry: 'true', limit: '3' });
    expect(features.map(({ geometry, properties }) => [geometry, Object.keys(properties).sort()])).toEqual(
      Array(3).fill([null, ['BSM', 'MJ']]),
    );
  });

  test('one feature', async () => {
    const id = second.ids[9]!;
    const answer = await ask({ crs: epsg(4490) }, `/${id}`);
    expect(answer.headers.get('content-crs')).toBe(`<${epsg(4490)}>`);
    const { links, ...feature } = (await answer.json()) as Feature & { links: Link[] };
    const { features } = await items({ crs: epsg(4490) });
    expect(feature).toEqual(features[9]);
    expect(links.map(({ rel }) => rel)).toEqual(['self', 'alternate', 'collection']);
    for (const wrong of ['0', '999999', 'x', '1e1', '4294967297'])
      expect((await ask({}, `/${wrong}`)).status, wrong).toBe(404);
  });

  test('what does not change is not sent twice, and no version passes for another', async () => {
    const answer = await ask({ version: '1' });
    const tag = answer.headers.get('etag')!;
    const path = `/ogc/collections/${plan}.GHFQ/items`;
    const again = (query: string) =>
      server().ask(path + query, { token: county, headers: { 'if-none-match': tag } });
    expect((await again('?version=1')).status).toBe(304);
    expect((await again('?version=2')).status).toBe(200);
  });

  test.each<[Record<string, string>, number, string, string]>([
    [{ limit: '0' }, 400, 'server.invalid-request', 'limit'],
    [{ limit: '-1' }, 400, 'server.invalid-request', 'limit'],
    [{ offset: 'x' }, 400, 'server.invalid-request', 'offset'],
    [{ bbox: '1,2,3' }, 400, 'server.invalid-request', 'bbox'],
    [{ bbox: '1,2,3,' }, 400, 'server.invalid-request', 'bbox'],
    [{ bbox: '1,5,2,4' }, 400, 'server.invalid-request', 'bbox'],
    [{ bbox: '1,2,3,Infinity' }, 400, 'server.invalid-request', 'bbox'],
    [{ crs: epsg(4326) }, 400, 'server.invalid-request', 'crs'],
    [{ 'bbox-crs': 'EPSG:4490' }, 400, 'server.invalid-request', 'bbox-crs'],
    [{ datetime: 'now' }, 400, 'server.invalid-request', 'datetime'],
    [{ version: '1', datetime: '2026-01-01' }, 400, 'server.invalid-request', 'version'],
    [{ version: '0' }, 400, 'server.invalid-request', 'version'],
    [{ properties: 'MJ,NONE' }, 400, 'server.invalid-request', 'properties'],
    [{ skipGeometry: '1' }, 400, 'server.invalid-request', 'skipGeometry'],
    [{ MJ: 'much' }, 400, 'server.invalid-request', 'MJ'],
    [{ 'filter-lang': 'cql2-json' }, 400, 'server.invalid-request', 'filter-lang'],
    [{ filter: 'MJ >' }, 400, 'server.invalid-filter', 'filter'],
    [{ filter: "MJ > 'a'" }, 400, 'server.invalid-filter', 'filter'],
    [
      { filter: 'S_INTERSECTS(geometry, POLYGON((1 1,2 2,3 1,1 2)))' },
      400,
      'server.invalid-filter',
      'filter',
    ],
  ])('%j is refused', async (query, status, code, at) => {
    expect(await refusal(query)).toMatchObject([status, { code, invalid: [{ at }] }]);
  });

  test('a parameter given twice is refused', async () => {
    const answer = await server().ask(`/ogc/collections/${plan}.GHFQ/items?limit=1&limit=2`, {
      token: county,
    });
    expect(answer.status).toBe(400);
  });

  test('markup in an attribute stays text', async () => {
    const [feature] = (await items({ BZ: markup })).features;
    for (const answer of [
      await ask({ BZ: markup, f: 'html' }),
      await ask({ f: 'html' }, `/${feature!.id}`),
    ]) {
      const page = await answer.text();
      expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)');
      expect(page).not.toMatch(/<script|<img/);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    expect((await ask({ BZ: markup })).headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('the layer lies in its zone', () => expect(second.layer.crs).toEqual(crsOf(4532)));
});
