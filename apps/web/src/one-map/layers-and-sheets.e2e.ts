import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Workspace } from '../testing/workspace.ts';

const hasPdfinfo = spawnSync('pdfinfo', ['-v']).status === 0;

/** The order of layers, the ways to compare, sheets on paper. */
export function layersAndSheets(workspace: () => Workspace): void {
  test('two versions stand side by side, or take turns', async () => {
    const opened = await workspace().open('/map?panel=compare', 'demo-county');
    const { page } = opened;
    await page.getByLabel('与哪一版对比').click();
    await page.locator('.ant-select-dropdown:visible').getByText('第 1 版').click();
    await page.getByText('并排', { exact: true }).click();
    await page.waitForURL(/compare=side/);
    await opened.drawn('before');
    expect(await page.getByRole('slider', { name: '卷帘位置' }).count()).toBe(0);
    const [before, after] = await Promise.all(
      ['before', 'after'].map((pane) => page.locator(`[data-pane=${pane}]`).boundingBox()),
    );
    expect(before!.height).toBe(after!.height);
    await page.getByText('闪烁', { exact: true }).click();
    await page.waitForURL(/compare=blink/);
    expect(await opened.barriers()).toEqual([]);
    await opened.close();
  });

  test('layers change their order and how much they let through, and the link has it', async () => {
    const opened = await workspace().open('/map', 'demo-county');
    const { page } = opened;
    await opened.drawn();
    await page.getByRole('button', { name: /城镇开发边界.*图例和不透明度/ }).click();
    const opacity = page.getByRole('slider', { name: /城镇开发边界/ });
    await opacity.press('ArrowLeft');
    await page.getByRole('button', { name: '城镇开发边界上移一层' }).click();
    const address = page.url();
    const other = await workspace().open(new URL(address).pathname + new URL(address).search, 'demo-planner');
    await other.drawn();
    const titles = other.page.getByRole('checkbox');
    expect(await titles.first().getAttribute('aria-label')).toContain('城镇开发边界');
    await other.close();
    await opened.close();
  });

  test('a sheet is kept as a PDF of its paper, and as a picture of 300 dpi', async () => {
    const opened = await workspace().open('/map?panel=print', 'demo-county');
    const { page } = opened;
    await opened.drawn();
    await page.getByRole('button', { name: '预览' }).click();
    await page.getByAltText('专题图预览').waitFor({ timeout: 120_000 });
    const saved = async (button: string, name: string): Promise<string> => {
      const [download] = await Promise.all([
        page.waitForEvent('download', { timeout: 120_000 }),
        page.getByRole('button', { name: button }).click(),
      ]);
      const file = join(workspace().folder, name);
      await download.saveAs(file);
      return file;
    };
    const pdf = await saved('存为 PDF', 'sheet.pdf');
    if (hasPdfinfo) {
      const { stdout } = spawnSync('pdfinfo', [pdf], { encoding: 'utf8' });
      expect(stdout).toMatch(/Page size: +841\.\d+ x 595\.\d+ pts \(A4\)/);
    }
    const jpg = await saved('存为 JPG（300 dpi）', 'sheet.jpg');
    const { stdout } = spawnSync('file', [jpg], { encoding: 'utf8' });
    if (stdout !== '') expect(stdout).toMatch(/density 300x300.* 3508x2480/);
    await opened.close();
  });
}
