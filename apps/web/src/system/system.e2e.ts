import { expect, test } from 'vitest';
import type { Workspace } from '../testing/workspace.ts';

const addresses = ['accounts/demo-county', 'regions/230898', 'ledger', 'jobs', 'health', 'backups'];

/** Accounts with their secrets, the ledger, backups. */
export function systemPaths(workspace: () => Workspace): void {
  test('an account is made, granted a role and given a token; password and token are shown once', async () => {
    const opened = await workspace().open('/system/accounts', 'demo-admin');
    const { page } = opened;
    const dialog = page.getByRole('dialog');
    const choose = async (label: string, option: string): Promise<void> => {
      await dialog.getByLabel(label, { exact: true }).click();
      await page.locator(`.ant-select-dropdown:visible [title="${option}"]`).first().click();
    };
    await page.getByRole('button', { name: '新建账号' }).click();
    await dialog.getByLabel('账号名').fill('zhang.san');
    await dialog.getByLabel('显示名').fill('张三');
    await dialog.getByLabel('角色', { exact: true }).click();
    await page.locator('.ant-select-dropdown:visible').getByText('编制单位', { exact: true }).click();
    await choose('行政区', '演示县 230898');
    await dialog.getByLabel('理由').fill('新同事');
    expect(await opened.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: '建立' }).click();
    const secret = dialog.locator('output code');
    const password = (await secret.textContent())!;
    // Neither the escape key nor a click beside it takes the password away.
    await page.keyboard.press('Escape');
    await page.mouse.click(4, 400);
    expect((await secret.textContent())!).toBe(password);
    await dialog.getByRole('button', { name: '我已保存，关闭' }).click();
    await page.getByRole('heading', { name: '张三' }).waitFor();
    const signIn = await fetch(`${workspace().address}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'zhang.san', password }),
    });
    expect(signIn.status).toBe(200);

    await page.getByRole('button', { name: '授予角色' }).click();
    await dialog.getByLabel('角色', { exact: true }).click();
    await page.locator('.ant-select-dropdown:visible').getByText('乡镇', { exact: true }).click();
    await choose('行政区', '演示县 230898');
    await dialog.getByLabel('对公示提意见').uncheck();
    await dialog.getByLabel('理由').fill('兼管');
    await dialog.getByRole('button', { name: '授予' }).click();
    await page.getByText('乡镇 · 演示县').waitFor();

    await page.getByRole('button', { name: '签发令牌' }).click();
    await dialog.getByLabel('用途').fill('QGIS 查看规划');
    await dialog.getByLabel('查看规划和各个版本').check();
    await choose('行政区', '演示县 230898');
    await dialog.getByRole('button', { name: '签发' }).click();
    const token = (await secret.textContent())!;
    await dialog.getByRole('button', { name: '我已保存，关闭' }).click();
    await page.getByText('QGIS 查看规划').waitFor();
    const plans = await fetch(`${workspace().address}/api/v1/plans`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(plans.status).toBe(200);
    expect(await page.content()).not.toContain(token);
    await opened.close();
  });

  test('the ledger is searched, and verified in words, by the county and by who reads all of it', async () => {
    for (const account of ['demo-county', 'demo-admin']) {
      const opened = await workspace().open('/system/ledger?q=规划入库', account);
      const { page } = opened;
      await page
        .getByRole('row', { name: /规划入库/ })
        .first()
        .click();
      await page.getByText('前一行的哈希').waitFor();
      expect(new URL(page.url()).searchParams.get('entry')).toContain('plan:230898');
      await page.reload();
      await page.getByText('前一行的哈希').waitFor();
      await page.getByRole('button', { name: '校验' }).click();
      await page.getByText(/台账完好：\d+ 条链/).waitFor();
      expect(await opened.barriers()).toEqual([]);
      await opened.close();
    }
  });

  test('a backup is made with a reason, and deleted by its name', async () => {
    const opened = await workspace().open('/system/backups', 'demo-admin');
    const { page } = opened;
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: '备份' }).click();
    await dialog.getByLabel('理由').fill('例行备份');
    await dialog.getByRole('button', { name: '备份' }).click();
    const row = page.getByRole('row', { name: /\.backup/ });
    await row.waitFor();
    const name = (await row.locator('code').textContent())!;
    await row.getByRole('button', { name: '删除' }).click();
    await dialog.getByLabel('理由').fill('试完了');
    await dialog.getByRole('button', { name: '删除' }).click();
    await dialog.getByText('与要求的文字不一致').waitFor();
    await dialog.getByLabel(/输入/).fill(name);
    await dialog.getByRole('button', { name: '删除' }).click();
    await page.getByText('还没有备份').waitFor();
    await opened.close();
  });

  test('each sees the parts that are theirs', async () => {
    const opened = await workspace().open('/system', 'demo-county');
    const tabs = opened.page.getByRole('navigation', { name: '系统' }).getByRole('link');
    await tabs.first().waitFor();
    expect(await tabs.allTextContents()).toEqual(['台账', '任务']);
    await opened.close();
  });

  test('no page has barriers, or is wider than a narrow screen', async () => {
    const opened = await workspace().open(`/system/${addresses[0]!}`, 'demo-admin');
    const { page } = opened;
    for (const address of addresses) {
      await opened.go(`/system/${address}`);
      await page.locator('main h1, main [role=grid]').first().waitFor();
      expect(await opened.barriers(), address).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(390);
      await page.setViewportSize({ width: 1440, height: 900 });
    }
    await opened.close();
  });
}
