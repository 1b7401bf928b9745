import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformBetween } from '@tuheng/geometry';
import { CGCS2000 } from '@tuheng/standard';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareLayer } from './prepare-layer.ts';
import { tilesOf } from './testing/decode.ts';
import { corner, crs, numbered, polygonsAt, square, wigglyParcels } from './testing/layers.ts';
import type { TileAddress } from './tile-address.ts';
import { TileCutter } from './tile-cutter.ts';

const program = 'ogr2ogr';
const hasGdal = spawnSync(program, ['--version']).status === 0;

interface Read {
  readonly features: readonly {
    readonly properties: Readonly<Record<string, unknown>>;
    readonly geometry: { readonly type: string; readonly coordinates: readonly (readonly number[][])[] };
  }[];
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tuheng-tiles-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A layer of a tile as GDAL's MVT driver reads it, in longitude and latitude. */
function readByGdal({ z, x, y }: TileAddress, bytes: Uint8Array, layer: string): Read {
  const file = join(folder, 'tile.mvt');
  writeFileSync(file, bytes);
  const open = ['-oo', `X=${x}`, '-oo', `Y=${y}`, '-oo', `Z=${z}`, '-oo', 'CLIP=NO', '-oo', 'METADATA_FILE='];
  const { stdout, stderr, status } = spawnSync(
    program,
    ['-f', 'GeoJSON', '-t_srs', 'EPSG:4326', '-lco', 'RFC7946=NO', '/vsistdout/', file, layer, ...open],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Error(stderr);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Read;
}

describe.skipIf(!hasGdal)("GDAL's reader", () => {
  it('finds every feature with its number and attributes, and what was left out', () => {
    const parcels = numbered(wigglyParcels(10, 10, 200, 3, 5), ['0101', null, '0301']);
    const layer = prepareLayer(parcels, { attributes: ['BSM', 'DLBM', 'DLMC', 'TBMJ'] });
    const cut = tilesOf(layer, 12).map((address) => ({ address, ...new TileCutter().cut(address, [layer]) }));
    const { address, bytes, reports } = cut.sort((a, b) => b.bytes.length - a.bytes.length)[0]!;
    expect(reports[0]!.drawn).toBeGreaterThan(20);
    const { features } = readByGdal(address, bytes, 'DLTB');
    expect(features.length).toBe(reports[0]!.drawn);
    for (const { properties } of features) {
      const f = Number(properties.mvt_id) - 1;
      expect(properties.BSM).toBe(`23089800${String(f + 1).padStart(10, '0')}`);
      expect(properties.DLBM ?? null).toBe(['0101', null, '0301'][f % 3]);
      expect(properties.TBMJ ?? null).toBe(f === 0 ? null : f / 10);
    }
    const told = readByGdal(address, bytes, 'tuheng').features;
    expect(told.length).toBe(1);
    expect(told[0]!.geometry.type).toBe('Point');
    expect(told[0]!.properties).toMatchObject({ layer: 'DLTB', features: reports[0]!.features, left_out: 0 });
  });

  it('finds a hole, and corners where PROJ has them, to the grid', () => {
    const layer = prepareLayer(numbered(polygonsAt([[[square(0, 0, 40), square(10, 10, 15)]]])), {
      attributes: ['BSM'],
    });
    const toLonLat = transformBetween(crs, CGCS2000);
    const out: [number, number] = [0, 0];
    toLonLat(corner.x, corner.y, out);
    const cut = new TileCutter();
    const nearest = Math.min(
      ...tilesOf(layer, 18).flatMap((tile) => {
        const { bytes } = cut.cut(tile, [layer]);
        if (bytes.length === 0) return [Infinity];
        return readByGdal(tile, bytes, 'DLTB').features.flatMap(({ geometry }) =>
          (geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2) as unknown as number[][]).map(
            ([lon, lat]) => Math.hypot(lon! - out[0], lat! - out[1]),
          ),
        );
      }),
    );
    // A unit of zoom 18 is 2.6 cm here: half of it and a little, in degrees.
    expect(nearest).toBeLessThan(3e-7);
    const [far] = tilesOf(layer, 14);
    const { features } = readByGdal(far!, cut.cut(far!, [layer]).bytes, 'DLTB');
    const rings = features[0]!.geometry.coordinates;
    expect(features[0]!.geometry.type === 'MultiPolygon' ? rings[0]!.length : rings.length).toBe(2);
  });
});
