import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { allFieldsOf, writeDataset } from '@tuheng/dataset';
import { generateCounty } from '@tuheng/demonstration';
import type { Plan } from '@tuheng/standard';
import { beforeAll, expect, it } from 'vitest';
import type { OpenPage, Workspace } from '../testing/workspace.ts';

/** Milliseconds: a review is asked for and done. */
const LONG = 240_000;

/** Layers that the review is about; the others would only take time. */
const sent = ['CZKFBJ', 'STBHHX', 'YJJBNTBHTB', 'GHFQ', 'XZQ'];

/** Both editions of a small county with faults, as FileGDB folders. */
async function writeEditions(folder: string): Promise<{ filed: string; maintained: string }> {
  const county = generateCounty({ seed: 1, parcels: 2000, faults: 'all' });
  const write = async (name: string, plan: Plan): Promise<string> => {
    const path = join(folder, `${name}.gdb`);
    const layers = sent.flatMap((code) => plan.layers.get(code) ?? []);
    await writeDataset(path, 'FileGDB', layers.map(allFieldsOf));
    return path;
  };
  return {
    filed: await write('备案', county.filed),
    maintained: await write('维护后', county.maintained),
  };
}

/** Drops both editions on the page for a new review, and asks for it. */
async function askForReview(
  { page }: OpenPage,
  { filed, maintained }: { readonly filed: string; readonly maintained: string },
): Promise<void> {
  const folderOf = (input: string) => page.locator(`input[type=file][aria-label="${input}（文件夹）"]`);
  await page.getByRole('group', { name: '备案库' }).getByRole('button', { name: '文件' }).click();
  await folderOf('备案库').setInputFiles(filed);
  await folderOf('维护后数据库').setInputFiles(maintained);
  await page.getByText('上传完成').nth(1).waitFor();
  await page.getByRole('button', { name: '开始审查' }).click();
  await page.waitForURL(/\/maintenance\/[0-9a-f-]{36}/);
}

export function maintenancePaths(workspaceOf: () => Workspace): void {
  let proof = '';
  let editions: Awaited<ReturnType<typeof writeEditions>>;
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

      const verdicts = page.getByRole('list', { name: '判定' });
      await verdicts.waitFor({ timeout: LONG });
      const overlap = verdicts.locator('[data-rule]').filter({ hasText: '处' }).first();
      await overlap.getByRole('button').first().click();
      await page
        .getByRole('group', { name: '图斑编号' })
        .getByRole('button', { name: '1', exact: true })
        .click();
      const card = page.locator('[data-card]');
      await card.getByRole('button', { name: '提出异议' }).click();
      await card.getByRole('textbox').fill('图斑属道路附属，不应计入。');
      await card.locator('input[type=file]').setInputFiles(proof);
      await card.getByRole('button', { name: '提交' }).click();
      await card.locator('[data-state=contested]').first().waitFor();
      await card.getByRole('link', { name: /证明\.txt/ }).waitFor();
      await overlap.locator('[data-state=contested]').first().waitFor();
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
