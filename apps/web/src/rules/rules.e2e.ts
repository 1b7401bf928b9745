import { expect, test } from 'vitest';
import type { Workspace } from '../testing/workspace.ts';

const addresses = [
  '/rules',
  '/rules/review/udb.fragments',
  '/rules/review/zoning.transitions?category=review.zoning',
  '/rules/inspection/G-06?only=unverified',
  '/rules/differences',
  '/rules/history',
  '/rules/standard/land-use',
  '/rules/standard/survey?q=水田',
  '/rules/standard/zones',
  '/rules/standard/layers/YJJBNTBHTB',
];

/** The rule books, a threshold from the dialog to the ledger, the standard. */
export function rulesPaths(workspace: () => Workspace): void {
  test('a threshold is set with source and reason: the digest changes, the ledger tells it, and it is taken back', async () => {
    const opened = await workspace().open('/rules/review/udb.fragments', 'demo-county');
    const { page } = opened;
    await page.getByRole('button', { name: '设定 碎图斑面积上限' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('新的值').fill('-1');
    await dialog.getByRole('button', { name: '设定', exact: true }).click();
    await dialog.getByText('应在 0 到').waitFor();
    await dialog.getByText('请写明理由').waitFor();
    expect(await opened.barriers()).toEqual([]);
    await dialog.getByLabel('新的值').fill('250');
    await dialog.getByLabel('出处').fill('省实施细则第 3 条');
    await dialog.getByLabel('理由').fill('省里定的');
    await dialog.getByRole('button', { name: '设定', exact: true }).click();
    await dialog.getByText('的摘要随之改变').waitFor();
    const digests = await dialog
      .locator('code[title]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('title')));
    expect(digests).toHaveLength(2);
    expect(digests[0]).not.toBe(digests[1]);
    const rules = await (await opened.context.request.get('/api/v1/rules?region=230898')).json();
    expect(rules.books[0].digest).toBe(digests[1]);

    await dialog.getByRole('link', { name: '在台账中查看' }).click();
    await page.getByRole('row', { name: /设定阈值.*省里定的/ }).click();
    const entry = page.getByRole('article');
    await entry.getByText('之后的值').waitFor();
    await entry.getByText('250', { exact: true }).waitFor();
    await entry.getByRole('link', { name: '打开' }).click();

    await page.getByText('省实施细则第 3 条').waitFor();
    await page.getByRole('link', { name: '地方差异' }).click();
    await page.getByRole('columnheader', { name: '演示县' }).waitFor();
    await page.getByRole('link', { name: '城镇开发边界碎图斑不增加' }).click();
    await page.getByRole('button', { name: '撤销 碎图斑面积上限' }).click();
    await dialog.getByText('撤销后回到 400 m²').waitFor();
    await dialog.getByLabel('理由').fill('试完了');
    await dialog.getByRole('button', { name: '撤销' }).click();
    await dialog.getByText('的摘要随之改变').waitFor();
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: '设定记录' }).click();
    await page.getByRole('row', { name: /250.*（撤销）.*试完了/ }).waitFor();
    await opened.close();
  });

  test('who may not set thresholds reads them, and what is searched for stands in the address', async () => {
    const opened = await workspace().open('/rules?only=unverified', 'demo-planner');
    const { page } = opened;
    await page.getByRole('searchbox').fill('碎图斑');
    await page
      .getByRole('link', { name: /碎图斑不增加/ })
      .nth(1)
      .waitFor();
    expect(await page.getByRole('link', { name: /碎图斑不增加/ }).count()).toBe(2);
    expect(new URL(page.url()).searchParams.get('q')).toBe('碎图斑');
    await page.getByRole('link', { name: /城镇开发边界碎图斑不增加/ }).click();
    await page.getByText('你的账号不能设定演示县的阈值').waitFor();
    expect(await page.getByRole('button', { name: /^设定/ }).count()).toBe(0);
    await opened.close();
  });

  test('no page has barriers, or is wider than a narrow screen', async () => {
    const opened = await workspace().open(addresses[0]!, 'demo-county');
    const { page } = opened;
    for (const address of addresses) {
      await opened.go(address);
      await page.locator('main h1, main h2, main [role=grid]').first().waitFor();
      expect(await opened.barriers(), address).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(390);
      await page.setViewportSize({ width: 1440, height: 900 });
    }
    await opened.close();
  });
}
