import { expect, test } from 'vitest';
import type { Workspace } from '../testing/workspace.ts';

/** Where the map looks in these paths: a metre on the screen is known by the latitude and the zoom. */
const LOOK = 'at=132.0,47.25,12';

/**
 * What is measured by hand on the map, and the map of somebody else under it.
 *
 * @param workspace with a basemap whose note is 「测试底图 审图号 0」
 * @param asked addresses that the bureau's tile server was asked for
 */
export function basemapAndMeasuring(workspace: () => Workspace, asked: readonly string[]): void {
  test('a way is measured point by point, and one taken back is gone', async () => {
    const opened = await workspace().open(`/map?${LOOK}`, 'demo-county');
    const { page } = opened;
    await opened.drawn();
    await page.keyboard.press('m');
    const card = page.getByRole('region', { name: '量距离' });
    await card.waitFor();
    const map = page.locator('[data-pane=after] canvas');
    // Something answers the first click only when the library has come.
    await expect
      .poll(async () => {
        await map.hover({ position: { x: 600, y: 300 } });
        return page.evaluate(
          () => document.querySelector<HTMLElement>('[data-pane=after] canvas')!.style.cursor,
        );
      })
      .toBe('crosshair');
    for (const x of [600, 700, 800]) await map.click({ position: { x, y: 300 } });
    await card.getByText('第 2 段').waitFor();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await card.getByRole('button', { name: '重新量' }).waitFor();
    await card.getByText('第 2 段').waitFor({ state: 'detached' });
    // 100 pixels of the tiles of 512 pixels at zoom 12: 1,297.6 m on the sphere at this latitude, 0.2 % more on the ellipsoid.
    const told = await card.locator('strong').first().textContent();
    const metres = Number(told!.replaceAll(',', '').replace(' m', ''));
    expect(metres).toBeGreaterThan(1_290);
    expect(metres).toBeLessThan(1_306);
    await opened.close();
  });

  test('the basemap lies under the layers with its note, goes and fades', async () => {
    const opened = await workspace().open(`/map?${LOOK}`, 'demo-county');
    const { page } = opened;
    await opened.drawn();
    const note = page.locator('small').getByText('测试底图 审图号 0');
    await note.waitFor();
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.every((address) => address.endsWith('?tk=KEY'))).toBe(true);
    await page.getByRole('checkbox', { name: '显示底图' }).click();
    await note.waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('basemap')).toBe('0');
    await page.getByRole('checkbox', { name: '显示底图' }).click();
    await note.waitFor();
    await page.getByRole('button', { name: '底图：不透明度' }).click();
    await page.getByRole('slider', { name: '底图：不透明度' }).press('ArrowLeft');
    await page.waitForURL(/basemap=95/);
    expect(await opened.barriers()).toEqual([]);
    await opened.close();
  });
}
