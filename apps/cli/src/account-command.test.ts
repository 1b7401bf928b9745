import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, redeemFirstAdministrator, redeemRecovery } from '@tuheng/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tuheng, tuhengHere } from './testing/commands.ts';

let folder: string;

beforeAll(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'tuheng-账号-')), '库');
});
afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

describe('tuheng account', () => {
  it('prints a link that makes the administrator, and none when there is an account', async () => {
    const first = tuheng('account', 'first-link', '--data', folder);
    expect(first.code, first.err).toBe(0);
    expect(first.out).toMatch(/^http:\/\/127\.0\.0\.1:8080\/first-administrator#[\w-]{43}\n$/);
    const second = tuheng(
      'account',
      'first-link',
      '--data',
      folder,
      '--origin',
      'https://plan.example.cn/tuheng/',
    );
    expect(second.out).toMatch(/^https:\/\/plan\.example\.cn\/tuheng\/first-administrator#[\w-]{43}\n$/);

    const database = await openDatabase({ folder });
    const redeem = (out: string) =>
      redeemFirstAdministrator(database, {
        secret: out.trim().split('#')[1]!,
        name: 'admin.one',
        password: 'correct horse battery',
        origin: 'desk',
      });
    try {
      await expect(redeem(first.out)).rejects.toMatchObject({ code: 'store.first-link-refused' });
      expect(await redeem(second.out)).toMatchObject({ name: 'admin.one' });
    } finally {
      await database.close();
    }

    const third = tuheng('account', 'first-link', '--data', folder);
    expect(third.code).toBe(2);
    expect(third.out).toBe('');
    expect(third.err).toContain('store.has-accounts');
  });

  it('prints a link by which that administrator sets another password', async () => {
    const run = tuheng('account', 'recover', 'admin.one', '--reason', '忘记密码', '--data', folder);
    expect(run.code, run.err).toBe(0);
    expect(run.out).toMatch(/^http:\/\/127\.0\.0\.1:8080\/recover#[\w-]{43}\n$/);
    expect(run.err).toContain('链接重设密码');
    const secret = run.out.trim().split('#')[1]!;
    const database = await openDatabase({ folder });
    try {
      const request = { secret, password: 'staple of another kind', origin: 'desk' };
      expect(await redeemRecovery(database, request)).toMatchObject({ name: 'admin.one' });
    } finally {
      await database.close();
    }
    const none = tuheng('account', 'recover', 'admin.two', '--data', folder);
    expect([none.code, none.out]).toEqual([2, '']);
    expect(none.err).toContain('store.no-account');
  });

  it.each([
    [['account'], 'first-link'],
    [['account', 'recover'], 'recover 账号'],
    [['account', 'recover', 'a', 'b'], 'recover 账号'],
    [['account', 'second-link'], 'second-link'],
    [['account', 'first-link', '--origin', 'plan.example.cn'], '--origin'],
    [['account', 'first-link', '--origin', 'javascript:alert(1)'], '--origin'],
    [['account', 'first-link', '--data', 'a', '--database-url', 'postgres://b'], '只能写一个'],
  ])('refuses %j with exit code 2 and says why', async (args, sentence) => {
    const { code, err, out } = await tuhengHere(...args);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(out).toBe('');
  });
});
