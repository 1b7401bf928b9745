import { spawnSync } from 'node:child_process';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { askForReview, LONG, openFirstPiece, writeEditions } from '../testing/review.ts';
import type { Workspace } from '../testing/workspace.ts';

const hasGdal = spawnSync('ogrinfo', ['--version']).status === 0;

/** A piece given to a colleague and answered by them, all results in one file, and a delivery that cannot be read. */
export function remarksAndResults(workspaceOf: () => Workspace): void {
  it(
    'a piece is assigned, heard of, answered and accepted; all results come as one file',
    async () => {
      const { folder } = workspaceOf();
      const editions = await writeEditions(folder);
      const county = await workspaceOf().open('/maintenance?new=review', 'demo-county');
      await askForReview(county, editions);
      const { page } = county;
      const { card } = await openFirstPiece(county);
      await card.getByRole('button', { name: '指派' }).click();
      await card.getByLabel('指派给谁').click();
      await page.locator('.ant-select-dropdown:visible').getByText('demo-planner').click();
      await card.getByRole('textbox').last().fill('请核实这块地。');
      await card.getByRole('button', { name: '提交' }).click();
      await card.locator('[data-state=assigned]').first().waitFor();

      const planner = await workspaceOf().open('/map', 'demo-planner');
      await planner.page.getByRole('button', { name: '通知，1 条未读' }).click();
      await planner.page.getByRole('link', { name: /指派给您/ }).click();
      const theirs = planner.page.locator('[data-card]');
      await theirs.locator('[data-state=assigned]').first().waitFor();
      await theirs.getByText('请核实这块地。').waitFor();
      await theirs.getByRole('button', { name: '说明依据' }).click();
      await theirs.getByRole('textbox').fill('已实地核实，有批复。');
      await theirs.getByRole('button', { name: '提交' }).click();
      await theirs.locator('[data-state=answered]').first().waitFor();
      expect(await planner.barriers()).toEqual([]);
      await planner.close();

      await page.reload();
      await page.getByRole('button', { name: /^通知，\d+ 条未读$/ }).click();
      await page.getByRole('link', { name: /答复了/ }).click();
      await card.getByText('已实地核实，有批复。').waitFor();
      await card.getByRole('button', { name: '认可' }).click();
      await card.getByRole('button', { name: '提交' }).click();
      await card.locator('[data-state=accepted]').first().waitFor();

      await page.getByRole('button', { name: '下载' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: '全部结果（zip）' }).click(),
      ]);
      const file = join(folder, 'results.zip');
      await download.saveAs(file);
      expect((await stat(file)).size).toBeGreaterThan(100_000);
      if (hasGdal) {
        // The change set, a zip of its own, read out of the file as it came.
        const inside = `/vsizip/{/vsizip/{${file}}/change-set.gdb.zip}/change-set.gdb`;
        const { stdout } = spawnSync('ogrinfo', ['-so', '-al', inside], { encoding: 'utf8' });
        expect(stdout).toContain('Layer name: WHCCZKFBJ');
      }
      await county.close();
    },
    2 * LONG,
  );

  it(
    'a delivery that cannot be read is told in words, with its code and a way on',
    async () => {
      const broken = join(workspaceOf().folder, '坏.gdb');
      await mkdir(broken);
      await writeFile(join(broken, 'a00000001.gdbtable'), 'no table');
      const opened = await workspaceOf().open('/maintenance?new=inspect', 'demo-county');
      const { page } = opened;
      await page.locator('input[type=file][webkitdirectory]').setInputFiles(broken);
      await page.getByText('上传完成').waitFor();
      await page.getByRole('button', { name: '开始质检' }).click();
      await page.getByRole('heading', { name: '任务没有完成' }).waitFor({ timeout: LONG });
      await page.getByText('dataset.unreadable').waitFor();
      expect(await opened.barriers()).toEqual([]);
      await opened.close();
    },
    LONG,
  );
}
