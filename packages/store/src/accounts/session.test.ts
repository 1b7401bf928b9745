import { expect, it } from 'vitest';
import { onBothDatabases } from '../testing/databases.ts';
import { type Account, createAccount } from './account.ts';
import { digestOf } from './secret.ts';
import { callerOfSession, endSession, endSessionsOf, openSession } from './session.ts';

const actor = { name: 'tester', origin: 'here' };

onBothDatabases('a session', (database) => {
  let made = 0;
  const make = (): Promise<Account> => {
    const name = `user-${made++}`;
    return createAccount(database(), actor, { name, displayName: name, grants: [], reason: '' });
  };
  const open = (account: Account) =>
    database().transaction((tx) => openSession(tx, account, 'desk', 'account.sign-in'));
  const isOpen = async (token: string): Promise<boolean> =>
    (await callerOfSession(database(), token)) !== undefined;
  const shiftUse = (token: string, minutes: number) =>
    database().query(
      `UPDATE account_session SET used_at = used_at - $2 * interval '1 minute' WHERE token = $1`,
      [digestOf(token), minutes],
    );

  it('has a token of 256 random bits of which only the digest is stored', async () => {
    const account = await make();
    const [one, other] = [await open(account), await open(account)];
    expect(Buffer.from(one.token, 'base64url')).toHaveLength(32);
    expect(one.token).not.toBe(other.token);
    const rows = await database().query<{ text: string }>('SELECT s::text AS text FROM account_session s');
    const stored = rows.map(({ text }) => text).join();
    expect(stored).toContain(digestOf(one.token).toString('hex'));
    expect(stored).not.toContain(one.token);
    expect(stored).not.toContain(Buffer.from(one.token).toString('hex'));
    expect(await isOpen(`${one.token}x`)).toBe(false);
  });

  it('ends after half an hour without use, not while it is used', async () => {
    const { token } = await open(await make());
    await shiftUse(token, 29);
    expect(await isOpen(token)).toBe(true);
    await shiftUse(token, 29);
    expect(await isOpen(token)).toBe(true);
    await shiftUse(token, 31);
    expect(await isOpen(token)).toBe(false);
  });

  it('ends after half a day in any case', async () => {
    const { id } = await make();
    const lasts = async (hours: number): Promise<boolean> => {
      const token = `aged-${hours}`;
      const opened = await open({ ...(await make()), id });
      await database().query(
        `INSERT INTO account_session (token, account, origin, opened_at, expires_at)
         SELECT $1, account, origin, opened_at - $3 * interval '1 hour', expires_at - $3 * interval '1 hour'
         FROM account_session WHERE token = $2`,
        [digestOf(token), digestOf(opened.token), hours],
      );
      return isOpen(token);
    };
    expect(await lasts(11.9)).toBe(true);
    expect(await lasts(12.1)).toBe(false);
  });

  it('is ended alone or with all others of its account', async () => {
    const [account, neighbour] = [await make(), await make()];
    const opened = [await open(account), await open(account), await open(account), await open(neighbour)];
    const open4 = (): Promise<boolean[]> => Promise.all(opened.map(({ token }) => isOpen(token)));
    await endSession(database(), opened[0]!.token);
    await endSession(database(), opened[0]!.token);
    expect(await open4()).toEqual([false, true, true, true]);
    await endSessionsOf(database(), actor, { account, reason: '' });
    expect(await open4()).toEqual([false, false, false, true]);
  });
});
