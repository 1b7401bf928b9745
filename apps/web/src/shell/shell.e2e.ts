import { expect, test } from 'vitest';
import type { Workspace } from '../testing/workspace.ts';

/** Signing in and out, losing the session and the connection, the look, the language, a narrow screen. */
export function shellPaths(workspace: () => Workspace): void {
  test('a stranger signs in at the address they came to, and out again', async () => {
    const opened = await workspace().openAlone('/rules');
    const { page } = opened;
    await page.getByLabel('账号').fill('demo-county');
    await page.getByLabel('密码', { exact: true }).fill('wrong');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: 'store.' }).waitFor();
    expect(await opened.barriers()).toEqual([]);
    await page.getByLabel('密码', { exact: true }).fill('only-for-trying-out');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('link', { name: '规则与标准' }).and(page.locator('[aria-current=page]')).waitFor();
    expect(new URL(page.url()).pathname).toBe('/rules');
    await page.getByRole('button', { name: /演示县局/ }).click();
    await page.getByRole('menuitem', { name: '退出' }).click();
    await page.getByLabel('账号').waitFor();
    await opened.close('401', '403', '422');
  });

  test('each sees the places where there is something for them to do', async () => {
    const seen: Record<string, string[]> = {};
    for (const account of ['demo-county', 'demo-planner']) {
      const opened = await workspace().open('/', account);
      await opened.page.locator('nav a').first().waitFor();
      seen[account] = await opened.page.locator('nav a').allInnerTexts();
      await opened.close();
    }
    expect(seen).toEqual({
      'demo-county': ['一张图', '动态维护', '规则与标准', '系统'],
      'demo-planner': ['一张图', '动态维护', '规则与标准', '系统'],
    });
  });

  test('an expired session is renewed over what is open, and nothing of it is lost', async () => {
    const opened = await workspace().openAlone('/map', 'demo-county');
    const { page } = opened;
    await opened.drawn();
    const address = page.url();
    await opened.context.clearCookies();
    await page.evaluate(() => fetch('/api/v1/plans').then(() => {}));
    // The next thing that is asked for finds the session gone.
    await page.getByRole('link', { name: '系统' }).click();
    await page.getByText('会话已结束').waitFor();
    expect(await page.getByLabel('账号').inputValue()).toBe('demo-county');
    await page.getByLabel('密码', { exact: true }).fill('only-for-trying-out');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('会话已结束').waitFor({ state: 'detached' });
    await page.goBack();
    expect(page.url()).toBe(address);
    await opened.close('401');
  });

  test('a lost connection is told, and found again', async () => {
    const opened = await workspace().openAlone('/map', 'demo-county');
    const { page } = opened;
    await opened.drawn();
    await opened.context.route('**/api/v1/jobs/events', (route) => route.abort());
    await page.reload();
    await page.getByRole('button', { name: '任务' }).click();
    await page.getByText('与服务器的连接断了').waitFor();
    await opened.context.unroute('**/api/v1/jobs/events');
    await page.getByText('与服务器的连接断了').waitFor({ state: 'detached' });
    await opened.close('ERR_FAILED');
  });

  test('speaks English and goes dark when told to, and remembers it', async () => {
    const opened = await workspace().openAlone('/map', 'demo-county');
    const { page } = opened;
    await page.getByRole('button', { name: /演示县局/ }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.getByRole('link', { name: 'One Map' }).waitFor();
    await page.getByRole('button', { name: /演示县局/ }).click();
    await page.getByRole('menuitem', { name: 'Dark' }).click();
    await page.reload();
    await page.getByRole('link', { name: 'One Map' }).waitFor();
    expect(
      await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.brightness]),
    ).toEqual(['en', 'dark']);
    expect(await opened.barriers()).toEqual([]);
    await opened.close();
  });

  test('a phone has the places at the bottom and no page wider than itself', async () => {
    const opened = await workspace().openAlone('/map', 'demo-county', {
      viewport: { width: 390, height: 844 },
    });
    const { page } = opened;
    await opened.drawn();
    for (const name of ['一张图', '动态维护', '规则与标准', '系统']) {
      await page.getByRole('link', { name }).click();
      await page.getByRole('link', { name }).and(page.locator('[aria-current=page]')).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBe(390);
    }
    const rail = await page.getByRole('navigation', { name: '各处' }).boundingBox();
    expect(rail!.y).toBeGreaterThan(700);
    await opened.close();
  });

  test('an address that is none says so', async () => {
    const opened = await workspace().open('/rules/none/such', 'demo-county');
    await opened.page.locator('nav a').first().waitFor();
    await opened.close();
  });
}
