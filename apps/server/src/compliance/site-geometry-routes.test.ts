import { beforeAll, describe, expect, test } from 'vitest';
import { withServer } from '../testing/test-server.ts';

interface Answer {
  readonly type: string;
  readonly coordinates: [number, number][][][];
  readonly format: string;
  readonly notes: readonly string[];
}

describe('the geometry of a site', () => {
  const server = withServer();
  let token: string;
  beforeAll(async () => {
    token = await server().tokenOf('county', { role: 'county', region: '230898' });
  });
  const ask = (body: string, epsg: number | string = 4532, who: string | undefined = token) =>
    server().ask(`/api/v1/sites/geometry?epsg=${epsg}`, {
      method: 'POST',
      ...(who !== undefined && { token: who }),
      body,
      headers: { 'content-type': 'application/octet-stream' },
    });
  const read = async (body: string): Promise<Answer> => {
    const answer = await ask(body);
    expect(answer.status, await answer.clone().text()).toBe(200);
    return (await answer.json()) as Answer;
  };

  test('is read from every form, in degrees', async () => {
    const degrees = [
      [132, 47],
      [132.01, 47],
      [132.01, 47.01],
      [132, 47],
    ];
    const fromJson = await read(JSON.stringify({ type: 'Polygon', coordinates: [degrees] }));
    expect(fromJson).toMatchObject({ type: 'MultiPolygon', format: 'GeoJSON' });
    expect(fromJson.coordinates).toEqual([[degrees]]);
    const fromWkt = await read(`POLYGON((${degrees.map((point) => point.join(' ')).join(',')}))`);
    expect(fromWkt.coordinates).toEqual(fromJson.coordinates);
  });

  test('of two parcels of a coordinate text has both, and tells what was assumed', async () => {
    const lines = (x: number) =>
      [
        [x, 5_200_000],
        [x + 100, 5_200_000],
        [x + 100, 5_200_100],
        [x, 5_200_000],
      ].map(([east, north], i) => `J${(i % 3) + 1},1,${north},${east}`);
    const text = ['[属性描述]', '[地块坐标]', '4,0.5,1,甲,面,,,,@', ...lines(500_000)];
    const { coordinates, format, notes } = await read(
      [...text, '4,0.5,2,乙,面,,,,@', ...lines(501_000)].join('\n'),
    );
    expect([coordinates.length, format]).toEqual([2, '坐标文本']);
    // 500 km east in the zone of 132° is its middle.
    expect(coordinates[0]![0]!.map(([lon]) => lon).some((lon) => Math.abs(lon - 132) < 1e-7)).toBe(true);
    expect(notes.length).toBeGreaterThan(0);
  });

  test('is refused with the reason, and to strangers', async () => {
    expect(await (await ask('hello')).json()).toMatchObject({ code: 'dataset.site-format' });
    expect(await (await ask('POLYGON((0 0,1 0,1 1,0 0))', 3857)).json()).toMatchObject({
      code: 'server.invalid-request',
    });
    const asJson = await server().ask('/api/v1/sites/geometry?epsg=4490', {
      method: 'POST',
      token,
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect([400, 415]).toContain(asJson.status);
    expect((await ask('POLYGON((132 47,133 47,133 48,132 47))', 4532, '')).status).toBe(401);
  });
});
