import { ellipsoidArea, featureBox, featureCount, transformBetween } from '@tuheng/geometry';
import { CGCS2000, type Layer, numberAt, roundArea, textAt } from '@tuheng/standard';
import { beforeAll, describe, expect, test } from 'vitest';
import type { HeldLayer } from '../held-versions/held-layer.ts';
import { plan, withServer } from '../testing/test-server.ts';
import type { HitPage } from './hit-page.ts';

const base = `/api/v1/plans/${plan}/versions/head/layers/GHFQ`;

describe('the features of a layer as a table', () => {
  const server = withServer();
  let token: string;
  let held: HeldLayer;
  let layer: Layer;
  let every: number[];
  beforeAll(async () => {
    token = await server().tokenOf('county', { role: 'county', region: plan });
    const { versions } = server().running.services;
    held = await versions.layer(await versions.find(plan), 'GHFQ');
    layer = held.layer;
    every = Array.from({ length: featureCount(layer.polygons) }, (_, row) => row);
  });

  const send = (path: string, body: unknown) => server().send('POST', `${base}/${path}`, body, token);
  const query = async (body: unknown): Promise<HitPage> => {
    const answer = await send('query', body);
    expect(answer.status, await answer.clone().text()).toBe(200);
    return (await answer.json()) as HitPage;
  };
  const idsOf = (rows: readonly number[]): number[] => rows.map((row) => held.ids[row]!);

  test('all of them, with what they hold, where they lie and how large they are', async () => {
    const page = await query({ limit: 5, ids: true });
    expect(page.total).toBe(every.length);
    expect(page.fields).toEqual([...layer.columns.keys()]);
    expect(page.rows).toHaveLength(5);
    expect(page.ids).toEqual(idsOf([0, 1, 2, 3, 4]));
    expect(page.all).toEqual(idsOf(every));
    expect(page.rows[3]![page.fields.indexOf('BSM')]).toBe(textAt(layer, 'BSM', 3));
    expect(page.rows[3]![page.fields.indexOf('MJ')]).toBe(numberAt(layer, 'MJ', 3));
    expect(page.areas[3]).toBe(roundArea(ellipsoidArea(layer.polygons, 3, layer.crs)));
    const sum = every.reduce((total, row) => total + ellipsoidArea(layer.polygons, row, layer.crs), 0);
    expect(page.area).toBeCloseTo(sum, 2);
    const toLonLat = transformBetween(layer.crs, CGCS2000);
    const [west, south, east, north] = page.boxes[3]!;
    const [minX, minY, maxX, maxY] = featureBox(layer.polygons, 3);
    for (const [x, y] of [
      [minX, minY],
      [maxX, minY],
      [maxX, maxY],
      [minX, maxY],
    ] as const) {
      const out: [number, number] = [0, 0];
      toLonLat(x, y, out);
      expect(out[0]).toBeGreaterThanOrEqual(west);
      expect(out[0]).toBeLessThanOrEqual(east);
      expect(out[1]).toBeGreaterThanOrEqual(south);
      expect(out[1]).toBeLessThanOrEqual(north);
    }
  });

  test('by a filter, sorted, page by page, as one would by hand', async () => {
    const wanted = every
      .filter(
        (row) => (textAt(layer, 'GHFQDM', row) ?? '').startsWith('4') && numberAt(layer, 'MJ', row) > 10_000,
      )
      .sort((a, b) => numberAt(layer, 'MJ', b) - numberAt(layer, 'MJ', a));
    expect(wanted.length).toBeGreaterThan(3);
    const body = { filter: "GHFQDM LIKE '4%' AND MJ > 10000", sort: { field: 'MJ', descending: true } };
    const all = await query({ ...body, fields: ['MJ', 'GHFQDM'], ids: true });
    expect(all.rows.map(([area]) => area)).toEqual(
      wanted.slice(0, 100).map((row) => numberAt(layer, 'MJ', row)),
    );
    expect(new Set(all.all)).toEqual(new Set(idsOf(wanted)));
    const second = await query({ ...body, fields: ['MJ', 'GHFQDM'], offset: 1, limit: 2 });
    expect(second.rows).toEqual(all.rows.slice(1, 3));
    expect(second.ids).toEqual(all.ids.slice(1, 3));
    expect(second.total).toBe(wanted.length);
  });

  test('texts are sorted by code, both ways, empty ones last', async () => {
    const texts = async (descending: boolean): Promise<unknown[]> =>
      (await query({ sort: { field: 'BZ', descending }, fields: ['BZ'], limit: 1000 })).rows.map(
        ([text]) => text,
      );
    for (const isDescending of [false, true]) {
      const sorted = await texts(isDescending);
      const filled = sorted.filter((text) => text !== null) as string[];
      expect(sorted.slice(filled.length).every((text) => text === null)).toBe(true);
      const byHand = filled.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(filled).toEqual(isDescending ? byHand.reverse() : byHand);
    }
  });

  test('by place: what meets it, and what lies in it', async () => {
    const { boxes } = await query({ limit: 1 });
    const [west, south, east, north] = boxes[0]!;
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    const place = { type: 'Polygon', coordinates: [ring] };
    const meeting = await query({ place, ids: true });
    const within = await query({ place, relation: 'within', ids: true });
    expect(within.all).toContain(held.ids[0]);
    expect(meeting.total).toBeGreaterThan(within.total);
    expect(meeting.all).toEqual(expect.arrayContaining(within.all as number[]));
    const text = `POLYGON((${ring.map((point) => point.join(' ')).join(',')}))`;
    expect((await query({ filter: `S_INTERSECTS(geometry,${text})`, ids: true })).all).toEqual(meeting.all);
    const several = { type: 'MultiPolygon', coordinates: [[ring.map(([x, y]) => [x, y, 120])]] };
    expect((await query({ place: several, ids: true })).all).toEqual(meeting.all);
  });

  test.each([
    ['a filter that is none', { filter: 'MJ >' }, 'server.invalid-filter'],
    ['a field that is none', { filter: 'NAME = 1' }, 'server.invalid-filter'],
    ['a field to sort by that is none', { sort: { field: 'NAME' } }, 'server.invalid-request'],
    ['a column that is none', { fields: ['NAME'] }, 'server.invalid-request'],
    ['too long a page', { limit: 1001 }, 'server.invalid-request'],
    [
      'a ring that is open',
      {
        place: {
          type: 'Polygon',
          coordinates: [
            [
              [132, 47],
              [133, 47],
              [133, 48],
              [132, 48],
            ],
          ],
        },
      },
      'server.invalid-filter',
    ],
    [
      'a place that is a line',
      {
        place: {
          type: 'LineString',
          coordinates: [
            [132, 47],
            [133, 47],
          ],
        },
      },
      'server.invalid-request',
    ],
  ])('refused with a code: %s', async (_, body, code) => {
    const answer = await send('query', body);
    expect([answer.status, await answer.json()]).toMatchObject([400, { code }]);
  });

  test('a layer that is none', async () => {
    const answer = await server().send('POST', `${base.replace('GHFQ', 'NONE')}/query`, {}, token);
    expect(await answer.json()).toMatchObject({ status: 404, code: 'store.no-layer' });
  });

  test('shapes by number, in degrees; numbers that are none are passed over', async () => {
    const ids = idsOf([2, 0]);
    const answer = await send('shapes', { ids: [...ids, 4_000_000_000] });
    expect(answer.headers.get('content-type')).toContain('application/geo+json');
    const { type, features } = (await answer.json()) as {
      type: string;
      features: { id: number; geometry: { type: string; coordinates: number[][][][] }; properties: object }[];
    };
    expect(type).toBe('FeatureCollection');
    expect(features.map(({ id }) => id).sort()).toEqual(ids.sort());
    const one = features.find(({ id }) => id === held.ids[2])!;
    expect(one.properties).toEqual({});
    const { boxes } = await query({ offset: 2, limit: 1 });
    const [west, south, east, north] = boxes[0]!;
    for (const [x, y] of one.geometry.coordinates.flat(2) as [number, number][]) {
      expect(x).toBeGreaterThanOrEqual(west);
      expect(x).toBeLessThanOrEqual(east);
      expect(y).toBeGreaterThanOrEqual(south);
      expect(y).toBeLessThanOrEqual(north);
    }
    expect(await (await send('shapes', { ids: [] })).json()).toEqual({
      type: 'FeatureCollection',
      features: [],
    });
  });
});
