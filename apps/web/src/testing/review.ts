import { join } from 'node:path';
import { allFieldsOf, writeDataset } from '@tuheng/dataset';
import { generateCounty } from '@tuheng/demonstration';
import type { Plan } from '@tuheng/standard';
import type { Locator } from 'playwright-core';
import type { OpenPage } from './workspace.ts';

/** Milliseconds: a review is asked for and done. */
export const LONG = 240_000;

/** Two deliveries as FileGDB folders. */
export interface Editions {
  readonly filed: string;
  readonly maintained: string;
}

/** Layers that the review is about; the others would only take time. */
const sent = ['CZKFBJ', 'STBHHX', 'YJJBNTBHTB', 'GHFQ', 'XZQ', 'ZXCQGHYDYH', 'ZXCQCSLVX'];

/** Both editions of a small county with faults, as FileGDB folders. */
export async function writeEditions(folder: string): Promise<Editions> {
  const county = generateCounty({ seed: 1, parcels: 3000, faults: 'all' });
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
export async function askForReview({ page }: OpenPage, { filed, maintained }: Editions): Promise<void> {
  const folderOf = (input: string) => page.locator(`input[type=file][aria-label="${input}（文件夹）"]`);
  await page.getByRole('group', { name: '备案库' }).getByRole('button', { name: '文件' }).click();
  await folderOf('备案库').setInputFiles(filed);
  await folderOf('维护后数据库').setInputFiles(maintained);
  await page.getByText('上传完成').nth(1).waitFor();
  await page.getByRole('button', { name: '开始审查' }).click();
  await page.waitForURL(/\/maintenance\/[0-9a-f-]{36}/);
}

/** Waits for the verdicts and opens the first piece of the first of them that has pieces. @returns the verdict, and the piece's card */
export async function openFirstPiece({
  page,
}: OpenPage): Promise<{ readonly verdict: Locator; readonly card: Locator }> {
  const verdicts = page.getByRole('list', { name: '判定' });
  await verdicts.waitFor({ timeout: LONG });
  const verdict = verdicts.locator('[data-rule]').filter({ hasText: '处' }).first();
  await verdict.getByRole('button').first().click();
  await page.getByRole('group', { name: '图斑编号' }).getByRole('button', { name: '1', exact: true }).click();
  return { verdict, card: page.locator('[data-card]') };
}
