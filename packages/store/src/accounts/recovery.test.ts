import { expect, it } from 'vitest';
import { onBothDatabases } from '../testing/databases.ts';
import { createAccount, disableAccount } from './account.ts';
import { recoverAdministrator, redeemRecovery } from './recovery.ts';
import { callerOfSession } from './session.ts';
import { signIn } from './sign-in.ts';

const operator = { name: 'operator', origin: 'console' };
const forgotten = 'correct horse battery';
const password = 'staple of another kind';

onBothDatabases('an administrator who forgot the password', (database) => {
  const make = (name: string, role: 'administrator' | 'planner') =>
    createAccount(database(), operator, {
      name,
      displayName: name,
      password: forgotten,
      grants: [{ role, region: null }],
      reason: '',
    });
  const link = (account: string) =>
    recoverAdministrator(database(), operator, { account, reason: '忘记密码' });
  const redeem = (secret: string, typed = password) =>
    redeemRecovery(database(), { secret, password: typed, origin: 'desk' });
  const enter = (typed: string) => signIn(database(), { name: 'admin.one', password: typed, origin: 'desk' });
  const refused = { code: 'store.recovery-refused' };

  it('sets another by the newest link, once, and is let in at once', async () => {
    await make('admin.one', 'administrator');
    const { token } = await enter(forgotten);
    for (let tries = 0; tries < 5; tries++) await enter('wrong').catch(() => {});
    await expect(enter(forgotten)).rejects.toMatchObject({ code: 'store.sign-in-locked' });

    const old = await link('admin.one');
    const { account, secret, expiresAt } = await link('Admin.One');
    expect(account).toBe('admin.one');
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThan(61 * 60_000);
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(59 * 60_000);
    const rows = await database().query<{ text: string }>('SELECT r::text AS text FROM account_recovery r');
    expect(rows).toHaveLength(1);
    expect(rows[0]!.text).not.toContain(secret);

    await expect(redeem(old.secret)).rejects.toMatchObject(refused);
    await expect(redeem(secret, 'admin.one2026')).rejects.toMatchObject({ code: 'store.weak-password' });
    const outcomes = await Promise.allSettled([redeem(secret), redeem(secret)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(redeem(secret)).rejects.toMatchObject(refused);

    expect(await callerOfSession(database(), token)).toBeUndefined();
    expect(await enter(password)).toMatchObject({ caller: { name: 'admin.one' } });
    await expect(enter(forgotten)).rejects.toMatchObject({ code: 'store.sign-in-refused' });
    expect(
      await database().query(
        `SELECT verb, actor, origin, reason FROM ledger WHERE object = 'account:admin.one' AND verb LIKE '%recover%' ORDER BY seq`,
      ),
    ).toEqual([
      { verb: 'account.recovery-link', actor: 'operator', origin: 'console', reason: '忘记密码' },
      { verb: 'account.recovery-link', actor: 'operator', origin: 'console', reason: '忘记密码' },
      { verb: 'account.recover', actor: 'admin.one', origin: 'desk', reason: '' },
    ]);
  });

  it('has an hour', async () => {
    const { secret } = await link('admin.one');
    await database().query(`UPDATE account_recovery SET expires_at = expires_at - interval '60 minutes'`);
    await expect(redeem(secret)).rejects.toMatchObject(refused);
  });

  it('is an administrator of everything whose account is in use', async () => {
    await make('planner.one', 'planner');
    await make('admin.two', 'administrator');
    await expect(link('nobody')).rejects.toMatchObject({ code: 'store.no-account' });
    await expect(link('planner.one')).rejects.toMatchObject({ code: 'store.not-administrator' });
    const { secret } = await link('admin.two');
    await disableAccount(database(), operator, { account: 'admin.two', reason: '离职' });
    await expect(redeem(secret)).rejects.toMatchObject(refused);
    await expect(link('admin.two')).rejects.toMatchObject({ code: 'store.not-administrator' });
  });
});
