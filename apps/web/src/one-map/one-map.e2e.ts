import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Workspace } from '../testing/workspace.ts';
import { writeQuery } from './query/query-address.ts';

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
    const opened = await workspace().open('/map', 'demo-county', { viewport: { width: 390, height: 844 } });
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
