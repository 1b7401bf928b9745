import { expect, it } from 'vitest';
import { onBothDatabases } from '../testing/databases.ts';
import { createAccount, disableAccount } from './account.ts';
import { callerOfApiToken, endApiToken, issueApiToken, listApiTokens } from './api-token.ts';
import { mayDo } from './rights.ts';
import { digestOf } from './secret.ts';

const actor = { name: 'tester', origin: 'here' };

onBothDatabases('an API token', (database) => {
  const make = (name: string) =>
    createAccount(database(), actor, {
      name,
      displayName: name,
      password: 'correct horse battery',
      grants: [
        { role: 'city', region: '230800' },
        { role: 'administrator', region: null },
      ],
      reason: '',
    });
  const request = {
    title: '夜间质检',
    verbs: ['plan.read', 'plan.publish'],
    region: '230882',
    days: 30,
  } as const;
  const issue = (account: string) => issueApiToken(database(), actor, { account, ...request });

  it('may do what its scope and its account both may', async () => {
    const { id } = await make('robot');
    const { secret } = await issue('robot');
    const caller = await callerOfApiToken(database(), secret);
    expect(caller).toEqual({
      account: id,
      name: 'robot',
      limits: { verbs: ['plan.read', 'plan.publish'], region: '230882' },
    });
    expect(await mayDo(database(), caller!, 'plan.read', '230882')).toBe(true);
    expect(await mayDo(database(), caller!, 'plan.read', '230882100')).toBe(true);
    // The account may this, the token not.
    expect(await mayDo(database(), caller!, 'plan.read', '230881')).toBe(false);
    expect(await mayDo(database(), caller!, 'plan.read', null)).toBe(false);
    expect(await mayDo(database(), caller!, 'case.review', '230882')).toBe(false);
    // The token says this, the account may not.
    expect(await mayDo(database(), caller!, 'plan.publish', '230882')).toBe(false);
  });

  it('is stored as a digest and tells when it was last used', async () => {
    await make('user');
    const { secret, id } = await issue('user');
    expect(secret).toMatch(/^tuheng_[\w-]{43}$/);
    const rows = await database().query<{ text: string }>('SELECT t::text AS text FROM api_token t');
    const stored = rows.map(({ text }) => text).join();
    expect(stored).toContain(digestOf(secret).toString('hex'));
    expect(stored).not.toContain(secret.slice('tuheng_'.length));
    expect(await listApiTokens(database(), 'user')).toMatchObject([{ id, title: '夜间质检', usedAt: null }]);
    await callerOfApiToken(database(), secret);
    const [token] = await listApiTokens(database(), 'user');
    expect(token!.usedAt).not.toBeNull();
    expect(Date.parse(token!.expiresAt) - Date.parse(token!.issuedAt)).toBeCloseTo(30 * 86_400_000, -4);
  });

  it('ends when it is taken back, when its time is over, with its account', async () => {
    await make('keeper');
    await make('ender');
    const [ended, orphan] = [await issue('ender'), await issue('ender')];
    await endApiToken(database(), actor, { token: ended.id, reason: '' });
    await expect(endApiToken(database(), actor, { token: ended.id, reason: '' })).rejects.toMatchObject({
      code: 'store.no-token',
    });
    expect(await callerOfApiToken(database(), ended.secret)).toBeUndefined();
    await database().query(
      `INSERT INTO api_token (account, digest, title, verbs, expires_at)
       SELECT account, $1, title, verbs, clock_timestamp() FROM api_token WHERE id = $2`,
      [digestOf('tuheng_expired'), orphan.id],
    );
    expect(await callerOfApiToken(database(), 'tuheng_expired')).toBeUndefined();
    expect(await callerOfApiToken(database(), orphan.secret)).toBeDefined();
    await disableAccount(database(), actor, { account: 'ender', reason: '' });
    expect(await callerOfApiToken(database(), orphan.secret)).toBeUndefined();
    expect(await callerOfApiToken(database(), 'Bearer')).toBeUndefined();
  });

  it.each([
    [{ verbs: [] }, 'store.token-scope'],
    [{ days: 0 }, 'store.token-scope'],
    [{ days: 367 }, 'store.token-scope'],
    [{ days: Number.NaN }, 'store.token-scope'],
    [{ region: 'here' }, 'store.unknown-region'],
    [{ account: 'nobody' }, 'store.no-account'],
  ])('is not issued with %j', async (change, code) => {
    await expect(
      issueApiToken(database(), actor, { account: 'robot', ...request, ...change }),
    ).rejects.toMatchObject({
      code,
    });
  });
});
