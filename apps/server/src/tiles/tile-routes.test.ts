import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { beforeAll, describe, expect, test } from 'vitest';
import { plan, withServer } from '../testing/test-server.ts';
import type { TileJson } from './tile-json.ts';

describe('vector tiles', () => {
  const server = withServer();
  let token: string;
  beforeAll(async () => {
    token = await server().tokenOf('county', { role: 'county', region: '230898' });
  });

  const base = `/api/v1/plans/${plan}/versions/head`;
  /** The tile in the middle of some layers. */
  const middle = async (
    layers: string,
    z: number,
  ): Promise<{ path: string; tile: VectorTile; answer: Response }> => {
    const { tiles, bounds } = await server().json<TileJson>(`${base}/tiles/${layers}`, token);
    const [west, south, east, north] = bounds as [number, number, number, number];
    const [lon, lat] = [(west + east) / 2, (south + north) / 2];
    const x = Math.floor(((lon + 180) / 360) * 2 ** z);
    const y = Math.floor((0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * 2 ** z);
    const url = tiles[0]!.replace('{z}', `${z}`).replace('{x}', `${x}`).replace('{y}', `${y}`);
    const path = new URL(url).pathname;
    const answer = await server().ask(path, { token });
    const bytes = new Uint8Array(await answer.clone().arrayBuffer());
    return { path, tile: new VectorTile(new PbfReader(bytes)), answer };
  };

  test('a tile of one layer, with number and class, and what it leaves out', async () => {
    const { tile, answer } = await middle('GHFQ', 12);
    expect(answer.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile');
    expect(Object.keys(tile.layers)).toEqual(['GHFQ', 'tuheng']);
    expect(tile.layers.GHFQ!.feature(0).properties).toMatchObject({
      GHFQDM: expect.stringMatching(/^\d{3}$/),
      GHFQMC: expect.any(String),
    });
    expect(tile.layers.tuheng!.feature(0).properties).toMatchObject({ layer: 'GHFQ', left_out: 0 });
  });

  test('features carry the numbers that queries answer', async () => {
    const { versions } = server().running.services;
    const { ids } = await versions.layer(await versions.find(plan), 'GHFQ');
    const layer = (await middle('GHFQ', 15)).tile.layers.GHFQ!;
    expect(layer.length).toBeGreaterThan(0);
    for (let i = 0; i < layer.length; i++) expect(ids).toContain(layer.feature(i).id);
  });

  test('several layers in their order; all of them', async () => {
    const { tile } = await middle('GHFQ,CZKFBJ', 9);
    expect(Object.keys(tile.layers)).toEqual(['GHFQ', 'CZKFBJ', 'tuheng']);
    expect(Object.keys((await middle('all', 9)).tile.layers).length).toBeGreaterThan(5);
  });

  test('the same tile from memory, unpacked for who cannot, and not again for who has it', async () => {
    const { path, answer } = await middle('GHFQ', 12);
    const plain = await server().ask(path, { token, headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(Buffer.from(await plain.arrayBuffer())).toEqual(Buffer.from(await answer.arrayBuffer()));
    const again = await server().ask(path, {
      token,
      headers: { 'if-none-match': answer.headers.get('etag')! },
    });
    expect(again.status).toBe(304);
    const figures = await (await server().ask('/metrics')).text();
    expect(figures).toMatch(/tuheng_tiles_total\{source="memory"\} \d/);
  });

  test('where nothing is, and where nothing can be', async () => {
    const statusOf = async (path: string) => (await server().ask(`${base}/tiles/${path}`, { token })).status;
    expect(await statusOf('GHFQ/12/0/0.mvt')).toBe(204);
    expect(await statusOf('GHFQ/2/4/0.mvt')).toBe(404);
    expect(await statusOf('GHFQ/99/0/0.mvt')).toBe(400);
    expect(await statusOf('GHFQ/1/-1/0.mvt')).toBe(400);
    expect(await statusOf('NONE/0/0/0.mvt')).toBe(404);
    expect(await statusOf('..%2f..%2fetc/0/0/0.mvt')).toBe(400);
  });

  test('the style names only addresses of this server', async () => {
    const style = await server().json<{
      sources: { plan: { url: string } };
      layers: { id: string; paint: { 'fill-color': unknown[] } }[];
    }>(`${base}/style`, token);
    expect(style.sources.plan.url.startsWith(server().running.address)).toBe(true);
    const { paint } = style.layers.find(({ id }) => id === 'GHFQ')!;
    expect(paint['fill-color'].slice(0, 4)).toEqual(['match', ['get', 'GHFQDM'], '100', '#7fbf8e']);
    await server().json(new URL(style.sources.plan.url).pathname, token);
  });
});
