import { expect, it } from 'vitest';
import { onBothDatabases } from '../testing/databases.ts';
import {
  createAccount,
  disableAccount,
  enableAccount,
  findAccount,
  listAccountsFor,
  setPassword,
} from './account.ts';
import { endGrant, grantRole, listGrants } from './grant.ts';
import { callerOfSession } from './session.ts';
import { signIn } from './sign-in.ts';

const actor = { name: 'tester', origin: 'here' };
const password = 'correct horse battery';
const reason = 'test';

onBothDatabases('accounts', (database) => {
  const make = (name: string, region: string | null, role: 'administrator' | 'county' = 'county') =>
    createAccount(database(), actor, {
      name,
      displayName: name,
      password,
      grants: [{ role, region }],
      reason,
    });

  it('have one name, however it is typed', async () => {
    const made = await make('  Ｌi.Si ', '230882');
    expect(made).toMatchObject({ name: 'li.si', hasPassword: true, disabledAt: null });
    expect(await findAccount(database(), 'LI.SI')).toEqual(made);
    expect(await findAccount(database(), 'li\u0000.s\u200bi')).toEqual(made);
    await expect(make('LI.si', '230882')).rejects.toMatchObject({ code: 'store.account-exists' });
    await expect(findAccount(database(), 'nobody')).rejects.toMatchObject({ code: 'store.no-account' });
  });

  it.each(['', 'x', 'two words', 'y'.repeat(65)])('are not called %j', async (name) => {
    await expect(make(name, null)).rejects.toMatchObject({ code: 'store.account-name' });
  });

  it('are not made by half', async () => {
    await expect(make('half', '23088')).rejects.toMatchObject({ code: 'store.unknown-region' });
    await expect(findAccount(database(), 'half')).rejects.toMatchObject({ code: 'store.no-account' });
  });

  it('keep no password, but its hash', async () => {
    const { id } = await make('hashed', '230882');
    const [row] = await database().query<{ password: string }>('SELECT password FROM account WHERE id = $1', [
      id,
    ]);
    expect(row!.password).toMatch(/^\$argon2id\$/);
    await expect(
      setPassword(database(), actor, { account: 'hashed', password: 'hashed123456', reason }),
    ).rejects.toMatchObject({ code: 'store.weak-password' });
  });

  it('lose their sessions with their password, and for good when disabled', async () => {
    await make('root.admin', null, 'administrator');
    await make('leaver', '230882');
    const first = await signIn(database(), { name: 'leaver', password, origin: 'desk' });
    const other = 'another long sentence';
    await setPassword(database(), actor, { account: 'leaver', password: other, reason });
    expect(await callerOfSession(database(), first.token)).toBeUndefined();
    await expect(signIn(database(), { name: 'leaver', password, origin: 'desk' })).rejects.toMatchObject({
      code: 'store.sign-in-refused',
    });
    const second = await signIn(database(), { name: 'leaver', password: other, origin: 'desk' });
    await disableAccount(database(), actor, { account: 'leaver', reason });
    expect((await findAccount(database(), 'leaver')).disabledAt).not.toBeNull();
    expect(await callerOfSession(database(), second.token)).toBeUndefined();
    await expect(
      signIn(database(), { name: 'leaver', password: other, origin: 'desk' }),
    ).rejects.toMatchObject({ code: 'store.sign-in-refused' });
    await enableAccount(database(), actor, { account: 'leaver', reason });
    expect(await callerOfSession(database(), second.token)).toBeUndefined();
    await signIn(database(), { name: 'leaver', password: other, origin: 'desk' });
  });

  it('are listed to those who manage their regions', async () => {
    const { id, name } = await make('manager', '510100', 'administrator');
    await make('in.chengdu', '510104');
    await make('in.mianyang', '510700');
    const listed = await listAccountsFor(database(), { account: id, name });
    expect(listed.map((account) => account.name)).toEqual(['in.chengdu', 'manager']);
    expect(listed[0]).toMatchObject({ grants: [{ region: '510104' }], lastSignInAt: null });
    const [both] = await listAccountsFor(database(), { account: id, name });
    const elsewhere = { role: 'county', region: '510700' } as const;
    await grantRole(database(), actor, { account: both!, ...elsewhere, reason: '' });
    const [again] = await listAccountsFor(database(), { account: id, name });
    expect(again!.grants).toHaveLength(1);
    const everywhere = await findAccount(database(), 'root.admin');
    const all = await listAccountsFor(database(), { account: everywhere.id, name: everywhere.name });
    const [{ count }] = (await database().query<{ count: number }>('SELECT count(*) FROM account')) as [
      { count: number },
    ];
    expect(all).toHaveLength(count);
    const seen = all.find((account) => account.name === both!.name)!;
    expect(seen.grants.map(({ region }) => region)).toEqual(['510104', '510700']);
  });

  it('get and lose roles', async () => {
    const account = await make('climber', '230882');
    const region = '230883';
    const grant = await grantRole(database(), actor, {
      account,
      role: 'planner',
      region,
      verbs: ['plan.read'],
      reason,
    });
    expect(await listGrants(database(), account.id)).toMatchObject([
      { role: 'county', region: '230882', verbs: null },
      { id: grant.id, role: 'planner', region, verbs: ['plan.read'] },
    ]);
    await endGrant(database(), actor, { grant: grant.id, reason });
    expect(await listGrants(database(), account.id)).toHaveLength(1);
    await expect(endGrant(database(), actor, { grant: grant.id, reason })).rejects.toMatchObject({
      code: 'store.no-grant',
    });
  });

  it('always leave someone who manages them all, also when two leave at once', async () => {
    const one = await findAccount(database(), 'root.admin');
    const two = await make('second.admin', null, 'administrator');
    const outcomes = await Promise.allSettled([
      disableAccount(database(), actor, { account: one.name, reason }),
      disableAccount(database(), actor, { account: two.name, reason }),
    ]);
    const failures = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(failures).toMatchObject([{ reason: { code: 'store.last-administrator' } }]);
    const left = (await findAccount(database(), one.name)).disabledAt === null ? one : two;
    const [grant] = await listGrants(database(), left.id);
    await expect(endGrant(database(), actor, { grant: grant!.id, reason })).rejects.toMatchObject({
      code: 'store.last-administrator',
    });
    expect(await listGrants(database(), left.id)).toHaveLength(1);
  });

  it.each([
    'DELETE FROM account',
    'DELETE FROM role_grant',
    'DELETE FROM account_session',
    'DELETE FROM api_token',
    'DELETE FROM first_administrator',
    'DELETE FROM external_identity',
    `UPDATE account SET name = 'other'`,
    'UPDATE role_grant SET verbs = NULL',
    'UPDATE account_session SET expires_at = clock_timestamp()',
    `UPDATE api_token SET verbs = '{}'`,
    'UPDATE external_identity SET account = 1',
    'TRUNCATE account CASCADE',
  ])('refuse to the application: %s', async (sql) => {
    await expect(database().query(sql)).rejects.toMatchObject({ code: '42501' });
  });
});
