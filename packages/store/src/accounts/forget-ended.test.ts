import { expect, it } from 'vitest';
import { onBothDatabases } from '../testing/databases.ts';
import { createAccount } from './account.ts';
import { callerOfApiToken, endApiToken, issueApiToken } from './api-token.ts';
import { firstAdministrator, redeemFirstAdministrator } from './first-administrator.ts';
import { forgetEnded } from './forget-ended.ts';
import { recoverAdministrator } from './recovery.ts';
import { callerOfSession, endSession } from './session.ts';
import { signIn } from './sign-in.ts';

const actor = { name: 'operator', origin: 'console' };
const password = 'correct horse battery';

onBothDatabases('what ended long ago', (database) => {
  const enter = () => signIn(database(), { name: 'admin.one', password, origin: 'desk' });
  const issue = (title: string, days: number) =>
    issueApiToken(database(), actor, {
      account: 'admin.one',
      title,
      verbs: ['plan.read'],
      region: null,
      days,
    });
  /** As if it had all happened so many days earlier. */
  const age = (days: number) =>
    database().asOwner(async (tx) => {
      for (const [table, ...columns] of [
        ['account_session', 'opened_at', 'used_at', 'expires_at', 'ended_at'],
        ['api_token', 'issued_at', 'expires_at', 'ended_at'],
        ['account_recovery', 'expires_at', 'used_at'],
        ['first_administrator', 'expires_at', 'used_at'],
      ]) {
        const set = columns.map((column) => `${column} = ${column} - interval '${days} days'`);
        await tx.script(`UPDATE ${table} SET ${set.join(', ')}`);
      }
    });
  const counts = async () => {
    const [row] = await database().query<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM account_session) AS sessions, (SELECT count(*)::int FROM api_token) AS tokens,
         (SELECT count(*)::int FROM account_recovery) AS recoveries, (SELECT count(*)::int FROM first_administrator) AS links`,
    );
    return row;
  };

  it('is forgotten, and told; what is younger or still holds stays', async () => {
    const link = await firstAdministrator(database(), actor);
    await redeemFirstAdministrator(database(), {
      secret: link!.secret,
      name: 'admin.one',
      password,
      origin: 'x',
    });
    await enter();
    const signedOut = await enter();
    await endSession(database(), signedOut.token);
    await issue('过期', 1);
    const held = await issue('有效', 366);
    const taken = await issue('收回', 366);
    await endApiToken(database(), actor, { token: taken.id, reason: '' });
    await recoverAdministrator(database(), actor, { account: 'admin.one', reason: '' });

    await age(89);
    expect(await forgetEnded(database(), actor)).toBe(0);
    expect(await counts()).toEqual({ sessions: 2, tokens: 3, recoveries: 1, links: 1 });

    await age(2);
    const late = await enter();
    await createAccount(database(), actor, { name: 'other', displayName: '', grants: [], reason: '' });
    expect(await forgetEnded(database(), actor)).toBe(6);
    expect(await counts()).toEqual({ sessions: 1, tokens: 1, recoveries: 0, links: 0 });
    expect(await callerOfSession(database(), late.token)).toMatchObject({ name: 'admin.one' });
    expect(await callerOfApiToken(database(), held.secret)).toMatchObject({ name: 'admin.one' });
    expect(await forgetEnded(database(), actor)).toBe(0);
    expect(await database().query(`SELECT actor, reason FROM ledger WHERE verb = 'account.forget'`)).toEqual([
      { actor: 'operator', reason: '结束或过期超过 90 天的会话、令牌和链接 6 个' },
    ]);
  });

  it('is all that the application may delete', async () => {
    for (const table of ['account_session', 'api_token', 'account_recovery', 'first_administrator'])
      await expect(database().query(`DELETE FROM ${table}`), table).rejects.toThrow('permission denied');
    for (const days of [0, -1]) await expect(forgetEnded(database(), actor, days)).rejects.toThrow('is kept');
  });
});
