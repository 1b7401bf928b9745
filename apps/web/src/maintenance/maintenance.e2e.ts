import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { askForReview, type Editions, LONG, openFirstPiece, writeEditions } from '../testing/review.ts';
import type { Workspace } from '../testing/workspace.ts';

export function maintenancePaths(workspaceOf: () => Workspace): void {
  let proof = '';
  let editions: Editions;
  beforeAll(async () => {
    const { folder } = workspaceOf();
    editions = await writeEditions(folder);
    proof = join(folder, '证明.txt');
    await writeFile(proof, '现场核实记录');
  });

  it(
    'goes from two FileGDB folders to a contested piece',
    async () => {
      const opened = await workspaceOf().open('/maintenance?new=review', 'demo-county');
      const { page } = opened;
      expect(await opened.barriers()).toEqual([]);
      await askForReview(opened, editions);

      const { verdict, card } = await openFirstPiece(opened);
      await card.getByRole('button', { name: '提出异议' }).click();
      await card.getByRole('textbox').fill('图斑属道路附属，不应计入。');
      await card.locator('input[type=file]').setInputFiles(proof);
      await card.getByRole('button', { name: '提交' }).click();
      await card.locator('[data-state=contested]').first().waitFor();
      await card.getByRole('link', { name: /证明\.txt/ }).waitFor();
      await verdict.locator('[data-state=contested]').first().waitFor();
      expect(await opened.barriers()).toEqual([]);

      // The same scene for whoever gets the link.
      const other = await workspaceOf().open(
        new URL(page.url()).pathname + new URL(page.url()).search,
        'demo-county',
      );
      await other.page.locator('[data-card] [data-state=contested]').first().waitFor();
      await other.close();
      await opened.close();
    },
    LONG,
  );

  it(
    'shows what an opinion quotes, of one chapter alone',
    async () => {
      const opened = await workspaceOf().open('/maintenance', 'demo-county');
      const { page } = opened;
      await page.getByRole('link', { name: '审查', exact: true }).first().click();
      const verdicts = page.getByRole('list', { name: '判定' });
      await verdicts.waitFor({ timeout: LONG });
      await page.getByRole('combobox', { name: '章节' }).click();
      await page.getByTitle('城市四线 19').click();
      await verdicts.locator('[data-rule="udb.total"]').waitFor({ state: 'detached' });
      const verdict = verdicts.locator('[data-rule="green.service-range"]');
      await verdict.getByRole('button').first().click();
      await verdict.getByRole('button', { name: '附表附图' }).click();
      const exhibits = page.getByRole('region', { name: '附表附图' });
      const sides = exhibits.getByRole('img', { name: /服务范围内居住用地 [\d,.]+ ha/ });
      await sides.nth(1).waitFor();
      expect(await sides.count()).toBe(2);
      const figures = await exhibits.getByRole('table').getByRole('row').allTextContents();
      expect(figures.some((row) => row.startsWith('维护后'))).toBe(true);
      expect(await opened.barriers()).toEqual([]);
      await opened.close();
    },
    LONG,
  );

  it(
    'has everything within reach on a narrow screen',
    async () => {
      const opened = await workspaceOf().openAlone('/maintenance', 'demo-county', {
        viewport: { width: 390, height: 844 },
      });
      const { page } = opened;
      await page.getByRole('link', { name: '审查', exact: true }).first().click();
      await page.getByRole('list', { name: '判定' }).waitFor();
      await page.getByRole('button', { name: '变更', exact: true }).click();
      await page.getByRole('button', { name: '展开表格' }).click();
      await page.getByRole('grid', { name: '变更地块' }).getByRole('row').nth(1).click();
      await page.locator('[data-card]').waitFor();
      expect(await opened.barriers()).toEqual([]);
      await opened.close();
    },
    LONG,
  );
}
