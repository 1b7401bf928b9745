import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Workspace } from '../testing/workspace.ts';
import { readQuery, writeQuery } from './query/query-address.ts';
import type { DrawnPlace } from './query/query-spec.ts';

const hasGdal = spawnSync('ogrinfo', ['--version']).status === 0;

/** Looking, asking, comparing and taking away on the One Map. */
export function oneMapPaths(workspace: () => Workspace): void {
  test('a click tells what is there, with an area computed in the browser that agrees with the stored one', async () => {
    const opened = await workspace().open('/map', 'demo-county');
    const { page } = opened;
    await opened.drawn();
    await page.locator('[data-pane=after] canvas').click({ position: { x: 700, y: 420 } });
    const card = page.getByRole('region', { name: '这里有什么' });
    await card.getByText('单个图形检查通过').waitFor();
    expect(await card.getByText('椭球面积', { exact: true }).count()).toBe(1);
    expect(new URL(page.url()).searchParams.get('point')).toMatch(/^13\d\.\d+,4\d\.\d+$/);
    expect(await opened.barriers()).toEqual([]);
    await opened.close();
  });

  test('two versions are compared by a handle; a difference of the list is told by its pieces', async () => {
    const opened = await workspace().open('/map?panel=compare', 'demo-county');
    const { page } = opened;
    await page.getByLabel('与哪一版对比').click();
    await page.locator('.ant-select-dropdown:visible').getByText('第 1 版').click();
    const handle = page.getByRole('slider', { name: '卷帘位置' });
    await handle.press('ArrowLeft');
    expect(await handle.getAttribute('aria-valuenow')).toBe('48');
    const layer = page
      .getByRole('list', { name: '差别', exact: true })
      .getByRole('button', { name: /城镇开发边界/ });
    await layer.click();
    await page.getByRole('list', { name: '城镇开发边界的差别' }).getByRole('button').first().click();
    const card = page.getByRole('region', { name: '这里有什么' });
    await card.getByRole('heading', { name: '第 1 版 → 第 2 版' }).first().waitFor();
    await card
      .getByText(/调入|调出/)
      .first()
      .waitFor();
    expect(await opened.barriers()).toEqual([]);
    await opened.close();
  });

  test('what was asked of a layer is a table, a link, and a file that GDAL reads', async () => {
    const query = writeQuery({
      ...{ layer: 'GHFQ', join: 'and', place: undefined, relation: 'intersects' },
      conditions: [{ field: 'GHFQDM', operator: '=', values: ['410'] }],
    });
    const opened = await workspace().open(
      `/map?panel=query&query=${encodeURIComponent(query)}`,
      'demo-county',
    );
    const { page } = opened;
    const results = page.getByRole('region', { name: /^查询结果/ });
    const told = await results.getByText(/\d+ 个要素/).textContent();
    const found = Number(/([\d,]+) 个要素/.exec(told!)![1]!.replaceAll(',', ''));
    expect(found).toBeGreaterThan(0);
    await results.getByRole('row').nth(1).click();
    await page.getByRole('region', { name: '这里有什么' }).getByText('单个图形检查通过').waitFor();
    expect(new URL(page.url()).searchParams.get('feature')).toMatch(/^GHFQ\.\d+$/);
    await results.getByRole('button', { name: '导出' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /GeoPackage/ }).click(),
    ]);
    const file = join(workspace().folder, 'selection.gpkg');
    await download.saveAs(file);
    if (hasGdal) {
      const { stdout } = spawnSync('ogrinfo', ['-so', '-al', file], { encoding: 'utf8' });
      expect(stdout).toContain(`Feature Count: ${found}`);
    }
    await opened.close();
  });

  test('a place is drawn, typed, or brought as a Shapefile', async () => {
    const opened = await workspace().open('/map?panel=query', 'demo-county');
    const { page } = opened;
    await opened.drawn();
    const place = page.locator('section', { has: page.getByRole('heading', { name: /^范围/ }) }).last();
    await place.getByRole('button', { name: '画一个面' }).click();
    const canvas = page.locator('[data-pane=after] canvas');
    for (const [x, y] of [
      [620, 360],
      [760, 360],
      [760, 480],
    ] as const)
      await canvas.click({ position: { x, y } });
    await page.keyboard.press('Enter');
    await place.getByText('1 个面，3 个点').waitFor();
    const ask = page.getByRole('button', { name: '查询', exact: true });
    await ask.click();
    const results = page.getByRole('region', { name: /^查询结果/ });
    const found = await results.getByText(/\d+ 个要素/).textContent();
    const drawn = readQuery(new URL(page.url()).searchParams.get('query'))!.place as DrawnPlace;
    const ring = drawn.coordinates[0]![0]!;

    await place.getByRole('button', { name: '去掉范围' }).click();
    await place.getByRole('button', { name: '输入坐标' }).click();
    await place.getByRole('textbox').fill('南边\n132,47');
    await place.getByRole('button', { name: '用这些坐标' }).click();
    await place.getByRole('alert').waitFor();
    await place.getByRole('textbox').fill(ring.map((point) => point.join(',')).join('\n'));
    await place.getByRole('button', { name: '用这些坐标' }).click();
    await place.getByText('1 个面，3 个点').waitFor();
    await ask.click();
    await results.getByText(found!).waitFor();
    await place.getByRole('button', { name: '去掉范围' }).click();

    if (hasGdal) {
      const [json, shapes] = ['site.geojson', 'site.shp'].map((name) => join(workspace().folder, name));
      await writeFile(json!, JSON.stringify({ type: 'Polygon', coordinates: [ring] }));
      expect(spawnSync('ogr2ogr', ['-t_srs', 'EPSG:4532', shapes!, json!]).status).toBe(0);
      const parts = ['shp', 'shx', 'dbf', 'prj'].map((part) => shapes!.replace(/shp$/, part));
      await place.locator('input[type=file]').setInputFiles(parts);
      await place.getByText('1 个面，3 个点').waitFor();
      await ask.click();
      await results.getByText(found!).waitFor();
    }
    await opened.close('400', '422');
  });

  test('figures of townships lead to their ground', async () => {
    const opened = await workspace().open('/map?panel=statistics', 'demo-county');
    const { page } = opened;
    await page
      .getByRole('button', { name: /^查询.+的农田保护区/ })
      .first()
      .click();
    await page
      .getByRole('region', { name: /^查询结果/ })
      .getByText(/个要素/)
      .waitFor();
    expect(new URL(page.url()).searchParams.get('query')).toContain('"@230898');
    await opened.close();
  });

  test('a phone has the map and its panels as a sheet', async () => {
    const opened = await workspace().openAlone('/map', 'demo-county', {
      viewport: { width: 390, height: 844 },
    });
    const { page } = opened;
    await page.getByRole('button', { name: '收起面板' }).click();
    await opened.drawn();
    await page.locator('[data-pane=after] canvas').click({ position: { x: 190, y: 260 } });
    await page.getByRole('region', { name: '这里有什么' }).getByText('单个图形检查通过').waitFor();
    expect(await opened.barriers()).toEqual([]);
    const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(scrollWidth).toBeLessThanOrEqual(390);
    await opened.close();
  });
}
