import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { plan, withServer } from '../../testing/test-server.ts';

interface TileSet {
  readonly tileMatrixSetLimits: readonly {
    tileMatrix: string;
    minTileRow: number;
    maxTileRow: number;
    minTileCol: number;
    maxTileCol: number;
  }[];
  readonly links: readonly { href: string; rel: string; templated?: boolean }[];
}

const hasGdal = spawnSync('ogrinfo', ['--version']).status === 0;

describe('OGC API – Tiles', () => {
  const server = withServer();
  let token: string;
  beforeAll(async () => {
    token = await server().tokenOf('county', { role: 'county', region: '230898' });
  });

  const collection = `/ogc/collections/${plan}.GHFQ`;
  const pathOf = (href: string) => new URL(href).pathname + new URL(href).search;

  test('from the landing page to a tile by links alone', async () => {
    const { links } = await server().json<TileSet>('/ogc?f=json', token);
    expect(links.some(({ rel }) => rel.endsWith('/tiling-schemes'))).toBe(true);
    const document = await server().json<TileSet>(`${collection}?f=json`, token);
    const list = document.links.find(({ rel }) => rel.endsWith('/tilesets-vector'))!;
    const { tilesets } = await server().json<{ tilesets: TileSet[] }>(pathOf(list.href), token);
    const self = tilesets[0]!.links.find(({ rel }) => rel === 'self')!;
    const set = await server().json<TileSet>(pathOf(self.href), token);
    const scheme = set.links.find(({ rel }) => rel.endsWith('/tiling-scheme'))!;
    const { tileMatrices } = await server().json<{ tileMatrices: { id: string; cellSize: number }[] }>(
      pathOf(scheme.href),
      token,
    );
    expect(tileMatrices[0]!.cellSize).toBeCloseTo(156543.03392804097, 8);
    const limits = set.tileMatrixSetLimits.find(({ tileMatrix }) => tileMatrix === '11')!;
    const item = set.links.find(({ rel }) => rel === 'item')!;
    const href = item.href
      .replace('{tileMatrix}', '11')
      .replace('{tileRow}', `${limits.minTileRow}`)
      .replace('{tileCol}', `${limits.minTileCol}`);
    const tile = await server().ask(pathOf(href), { token });
    expect([200, 204]).toContain(tile.status);
  });

  /** The tile in the middle of the collection at zoom 8. */
  const middle = async (): Promise<{ x: number; y: number; answer: Response }> => {
    const set = await server().json<TileSet>(`${collection}/tiles/WebMercatorQuad?f=json`, token);
    const limits = set.tileMatrixSetLimits.find(({ tileMatrix }) => tileMatrix === '8')!;
    const x = Math.floor((limits.minTileCol + limits.maxTileCol) / 2);
    const y = Math.floor((limits.minTileRow + limits.maxTileRow) / 2);
    return { x, y, answer: await server().ask(`${collection}/tiles/WebMercatorQuad/8/${y}/${x}`, { token }) };
  };

  test('it is the same tile as the map gets', async () => {
    const { x, y, answer } = await middle();
    const own = await server().ask(`/api/v1/plans/${plan}/versions/head/tiles/GHFQ/8/${x}/${y}.mvt`, {
      token,
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.length).toBeGreaterThan(100);
    expect(bytes).toEqual(Buffer.from(await own.arrayBuffer()));
  });

  test.skipIf(!hasGdal)('GDAL reads a tile, placed on the ground (ogrinfo)', async () => {
    const { x, y, answer } = await middle();
    const folder = mkdtempSync(join(tmpdir(), 'tuheng-tile-'));
    try {
      const file = join(folder, `${y}.mvt`);
      writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
      const place = ['-oo', `X=${x}`, '-oo', `Y=${y}`, '-oo', 'Z=8'];
      const { stdout } = spawnSync('ogrinfo', ['-ro', '-so', ...place, file, 'GHFQ'], { encoding: 'utf8' });
      expect(stdout).toMatch(/Feature Count: [1-9]/);
      expect(stdout).toContain('GHFQDM: String');
      const drawn = /Extent: \(([\d.]+), ([\d.]+)\) - \(([\d.]+), ([\d.]+)\)/
        .exec(stdout)!
        .slice(1)
        .map(Number);
      const { extent } = await server().json<{
        extent: { spatial: { bbox: [number, number, number, number][] } };
      }>(`${collection}?f=json`, token);
      const [west, , east] = extent.spatial.bbox[0]!.map((degrees) => (degrees / 180) * 20037508.342789244);
      const [left, , right] = drawn as [number, number, number];
      // Cut at the tile's edge at the most, and nowhere beyond the collection.
      expect(left).toBeGreaterThan(west! - 100);
      expect(right).toBeLessThan(east! + 100);
      expect(right - left).toBeGreaterThan(1000);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('what is not there', async () => {
    const statusOf = async (path: string) => (await server().ask(`${collection}${path}`, { token })).status;
    expect(await statusOf('/tiles/WorldCRS84Quad')).toBe(404);
    expect(await statusOf('/tiles/WebMercatorQuad/3/9/0')).toBe(404);
    expect(await statusOf('/tiles/WebMercatorQuad?version=7')).toBe(404);
    expect(await statusOf('/tiles/WebMercatorQuad/9/0/0?f=png')).toBe(406);
    expect(await statusOf('/tiles/WebMercatorQuad/9/0/0')).toBe(204);
    expect((await server().ask('/ogc/collections/230898.NONE/tiles', { token })).status).toBe(404);
  });

  test('pages to read', async () => {
    for (const path of [
      '/ogc/tileMatrixSets',
      '/ogc/tileMatrixSets/WebMercatorQuad',
      `${collection}/tiles`,
    ]) {
      const page = await server().ask(`${path}?f=html`, { token });
      expect(page.headers.get('content-type')).toContain('text/html');
    }
  });
});
