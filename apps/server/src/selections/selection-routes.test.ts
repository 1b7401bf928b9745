import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readPlan } from '@tuheng/dataset';
import { ellipsoidArea } from '@tuheng/geometry';
import { type Layer, layerSpec, numberAt, textAt } from '@tuheng/standard';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HeldLayer } from '../held-versions/held-layer.ts';
import { plan, withServer } from '../testing/test-server.ts';

const hasGdal = spawnSync('ogrinfo', ['--version']).status === 0;
const run = promisify(execFile);

interface Written {
  readonly name: string;
  readonly href: string;
  readonly features: number;
}

describe('features of a layer as a file', () => {
  const server = withServer();
  const folder = mkdtempSync(join(tmpdir(), 'tuheng-selection-'));
  let token: string;
  let neighbour: string;
  let held: HeldLayer;
  let layer: Layer;
  let wanted: number[];
  beforeAll(async () => {
    token = await server().tokenOf('county', { role: 'county', region: plan });
    neighbour = await server().tokenOf('neighbour', { role: 'county', region: '230881' });
    const { versions } = server().running.services;
    held = await versions.layer(await versions.find(plan), 'GHFQ');
    layer = held.layer;
    wanted = [...held.ids.keys()].filter((row) => textAt(layer, 'GHFQDM', row)?.startsWith('4'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const filter = "GHFQDM LIKE '4%'";
  const select = (body: object) =>
    server().send('POST', `/api/v1/plans/${plan}/versions/head/layers/GHFQ/selection`, body, token);
  /** Writes, fetches and keeps a selection. @returns its path */
  const file = async (format: string): Promise<string> => {
    const answer = await select({ filter, format });
    expect(answer.status, await answer.clone().text()).toBe(201);
    const { name, href, features } = (await answer.json()) as Written;
    expect(features).toBe(wanted.length);
    const fetched = await server().ask(href, { token });
    expect(fetched.headers.get('content-disposition')).toContain(`filename="${name}"`);
    const path = join(folder, name);
    await writeFile(path, Buffer.from(await fetched.arrayBuffer()));
    return path;
  };

  test.each(['gpkg', 'gdb', 'geojson'])('read again it is what was selected: %s', async (format) => {
    const read = (await readPlan(await file(format))).layers.get('GHFQ')!;
    expect(read.crs.epsg).toBe(layer.crs.epsg);
    expect([...read.columns.keys()]).toEqual(expect.arrayContaining([...layer.columns.keys()]));
    const rows = [...read.columns.get('BSM')!.values.keys()];
    expect(rows.map((row) => textAt(read, 'BSM', row))).toEqual(
      wanted.map((row) => textAt(layer, 'BSM', row)),
    );
    for (const [i, row] of wanted.entries())
      expect(ellipsoidArea(read.polygons, i, read.crs)).toBeCloseTo(
        ellipsoidArea(layer.polygons, row, layer.crs),
        1,
      );
  });

  test.skipIf(!hasGdal).each(['gpkg', 'gdb', 'geojson'])(
    `GDAL reads it${hasGdal ? '' : ' (skipped: no ogrinfo installed)'}: %s`,
    async (format) => {
      const path = await file(format);
      const { stdout } = await run('ogrinfo', ['-so', '-al', format === 'gdb' ? `/vsizip/${path}` : path]);
      expect(stdout).toContain(`Feature Count: ${wanted.length}\n`);
      expect(stdout).toMatch(/^GHFQDM: String/m);
      expect(stdout).toMatch(/^MJ: Real/m);
      if (format !== 'geojson') expect(stdout).toContain(`["EPSG",${layer.crs.epsg}]`);
    },
  );

  test('the attributes as a sheet, under the titles of the standard', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(await file('xlsx'));
    const [sheet] = workbook.worksheets;
    expect(sheet!.name).toBe(layerSpec('GHFQ')!.title);
    const titles = (sheet!.getRow(1).values as string[]).slice(1);
    const column = titles.findIndex((title) => title.endsWith(' MJ')) + 1;
    expect(column).toBeGreaterThan(0);
    expect(sheet!.rowCount).toBe(wanted.length + 1);
    expect(wanted.map((_, i) => sheet!.getRow(i + 2).getCell(column).value)).toEqual(
      wanted.map((row) => numberAt(layer, 'MJ', row)),
    );
  });

  test('the same features have the same file, however they were asked for', async () => {
    const one = (await (await select({ filter, format: 'gpkg' })).json()) as Written;
    const other = await select({ filter: `${filter} AND MJ > 0`, format: 'gpkg' });
    expect(await other.json()).toEqual(one);
  });

  test('nothing selected, a format that is none, a file that is none', async () => {
    const none = await select({ filter: 'MJ < 0', format: 'gpkg' });
    expect([none.status, await none.json()]).toMatchObject([422, { code: 'server.nothing-selected' }]);
    expect((await select({ format: 'dwg' })).status).toBe(400);
    const { href } = (await (await select({ filter, format: 'gpkg' })).json()) as Written;
    const unwritten = await server().ask(href.replace('GHFQ', 'CZKFBJ'), { token });
    expect(await unwritten.json()).toMatchObject({ code: 'server.no-file' });
    expect(unwritten.status).toBe(404);
  });

  test('who may not read the plan may not fetch it either', async () => {
    const { href } = (await (await select({ filter, format: 'gpkg' })).json()) as Written;
    expect((await server().ask(href)).status).toBe(401);
    const hidden = await server().ask(href, { token: neighbour });
    expect(await hidden.json()).toMatchObject({ status: 404, code: 'store.no-plan' });
  });
});
