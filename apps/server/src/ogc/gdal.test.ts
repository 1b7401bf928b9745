import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readPlan } from '@tuheng/dataset';
import {
  ellipsoidArea,
  featureBox,
  type Polygons,
  perimeter,
  reprojectPolygons,
  transformBetween,
  transformedBox,
} from '@tuheng/geometry';
import { CGCS2000, type Column, type Plan } from '@tuheng/standard';
import { layerTotals, readVersion } from '@tuheng/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plan, withServer } from '../testing/test-server.ts';

const hasGdal = spawnSync('ogr2ogr', ['--version']).status === 0;
const run = promisify(execFile);

describe.skipIf(!hasGdal)(`GDAL as a client${hasGdal ? '' : ' (skipped: no gdal-bin installed)'}`, () => {
  const server = withServer();
  const folder = mkdtempSync(join(tmpdir(), 'tuheng-ogc-gdal-'));
  let env: NodeJS.ProcessEnv;
  let stored: Plan;
  beforeAll(async () => {
    const token = await server().tokenOf('county', { role: 'county', region: '230898' });
    env = { ...process.env, GDAL_HTTP_HEADERS: `Authorization: Bearer ${token}` };
    stored = await readVersion(server().database, plan);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const source = () => `OAPIF:${server().running.address}/ogc`;
  const gdal = async (program: string, ...args: string[]): Promise<string> => {
    const { stdout, stderr } = await run(program, args, { env, maxBuffer: 1 << 28 });
    expect(stderr).not.toMatch(/ERROR|Warning/);
    return stdout;
  };

  it('lists every collection with its count and its place', async () => {
    const text = await gdal('ogrinfo', '-so', '-al', source());
    const described = new Map(
      text
        .split('\nLayer name: ')
        .slice(1)
        .map((part) => [part.slice(0, part.indexOf('\n')), part] as const),
    );
    const totals = await layerTotals(server().database, {
      plan: 1,
      number: 1,
    });
    expect([...described.keys()]).toEqual(totals.map(({ code }) => `${plan}.${code}`));
    for (const { code, features, box } of totals) {
      const part = described.get(`${plan}.${code}`)!;
      expect(part).toContain(`Feature Count: ${features}\n`);
      expect(part).toMatch(/Data axis to CRS axis mapping: 2,1/);
      if (!box) continue;
      expect(part).toContain('Geometry: Multi Polygon');
      const extent = /Extent: \(([\d.]+), ([\d.]+)\) - \(([\d.]+), ([\d.]+)\)/
        .exec(part)!
        .slice(1)
        .map(Number);
      const { crs, polygons } = stored.layers.get(code)!;
      const expected = transformedBox(boxOf(polygons), transformBetween(crs, CGCS2000));
      for (const [i, degrees] of expected.entries()) expect(extent[i]).toBeCloseTo(degrees, 3);
    }
  });

  it('copies a collection out, page by page, in degrees', async () => {
    const file = join(folder, 'degrees.gpkg');
    await gdal(
      'ogr2ogr',
      '-oo',
      'PAGE_SIZE=100',
      '-a_srs',
      'EPSG:4490',
      '-nln',
      'GHFQ',
      file,
      source(),
      `${plan}.GHFQ`,
    );
    await expectSame(file, 'GHFQ');
  });

  it('copies every collection out in one go', async () => {
    const file = join(folder, 'all.gpkg');
    await gdal('ogr2ogr', '-oo', 'PAGE_SIZE=1000', '-a_srs', 'EPSG:4490', file, source());
    const text = await gdal('ogrinfo', '-so', '-al', file);
    for (const [code, { polygons }] of stored.layers)
      expect(text).toMatch(
        new RegExp(
          `Layer name: ${plan}\\.${code}\\n[^]*?Feature Count: ${polygons.featureStart.length - 1}\\n`,
        ),
      );
  });

  it('reads the zone in the order of EPSG: with the axes turned back it lies where it is stored', async () => {
    const { crs } = stored.layers.get('GHFQ')!;
    const uri = `http://www.opengis.net/def/crs/EPSG/0/${crs.epsg}`;
    const items = `${server().running.address}/ogc/collections/${plan}.GHFQ/items?limit=1000&crs=${uri}`;
    const file = join(folder, 'zone.gpkg');
    const turn = '+proj=pipeline +step +proj=axisswap +order=2,1';
    await gdal(
      'ogr2ogr',
      '-ct',
      turn,
      '-a_srs',
      `EPSG:${crs.epsg}`,
      '-nln',
      'GHFQ',
      file,
      `GeoJSON:${items}`,
    );
    await expectSame(file, 'GHFQ');
  });

  it('asks for a box of its own and gets what lies in it', async () => {
    const { polygons, crs } = stored.layers.get('GHFQ')!;
    const box = transformedBox(featureBox(polygons, 20), transformBetween(crs, CGCS2000));
    const text = await gdal('ogrinfo', '-so', '-spat', ...box.map(String), source(), `${plan}.GHFQ`);
    const count = Number(/Feature Count: (\d+)/.exec(text)![1]);
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(polygons.featureStart.length / 2);
  });

  /** Features, attributes, and coordinates within 0.1 mm; areas as much as that may change them. */
  async function expectSame(file: string, code: string): Promise<void> {
    const read = (await readPlan(file)).layers.get(code)!;
    const { polygons, columns, crs } = stored.layers.get(code)!;
    expect(read.polygons.featureStart).toEqual(polygons.featureStart);
    expect(read.polygons.ringStart).toEqual(polygons.ringStart);
    const back = reprojectPolygons(read.polygons, read.crs, crs);
    for (let row = 0; row < polygons.featureStart.length - 1; row++) {
      const box = featureBox(back, row);
      for (const [i, metres] of featureBox(polygons, row).entries())
        expect(Math.abs(box[i]! - metres)).toBeLessThan(1.5e-4);
      const stored = ellipsoidArea(polygons, row, crs);
      expect(Math.abs(ellipsoidArea(back, row, crs) - stored)).toBeLessThan(1e-4 * perimeter(polygons, row));
    }
    for (const [name, column] of columns)
      expect(valuesOf(read.columns.get(name)!), name).toEqual(valuesOf(column));
  }
});

function valuesOf({ values }: Column): (string | number | null)[] {
  return [...values];
}

function boxOf(polygons: Polygons): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let f = 0; f < polygons.featureStart.length - 1; f++) {
    const [x0, y0, x1, y1] = featureBox(polygons, f);
    box[0] = Math.min(box[0], x0);
    box[1] = Math.min(box[1], y0);
    box[2] = Math.max(box[2], x1);
    box[3] = Math.max(box[3], y1);
  }
  return box;
}
