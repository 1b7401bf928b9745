import { expect, it, vi } from 'vitest';
import { appendLedger } from '../ledger/append.ts';
import { onBothDatabases } from '../testing/databases.ts';
import { createAccount, disableAccount, enableAccount, setPassword } from './account.ts';
import { endApiToken, issueApiToken } from './api-token.ts';
import { endExternalIdentity, registerExternalIdentity, signOn } from './external-identity.ts';
import { firstAdministrator, redeemFirstAdministrator } from './first-administrator.ts';
import { endGrant, grantRole } from './grant.ts';
import { endSession, endSessionsOf } from './session.ts';
import { changePassword, signIn } from './sign-in.ts';

vi.mock('../ledger/append.ts', async (original) => {
  const real = await original<typeof import('../ledger/append.ts')>();
  return { ...real, appendLedger: vi.fn(real.appendLedger) };
});

onBothDatabases('the ledger of accounts', (database) => {
  it('tells every write, by whom and why, and holds no secret', async () => {
    vi.mocked(appendLedger).mockClear();
    const actor = { name: 'admin.one', origin: '10.1.2.3' };
    const reason = '岗位调整';
    const [password, newPassword] = ['correct horse battery', 'another long sentence'];
    const origin = 'desk';
    const issuer = 'https://id.example.cn';

    const link = await firstAdministrator(database(), actor);
    await redeemFirstAdministrator(database(), { secret: link!.secret, name: 'admin.one', password, origin });
    const grants = [{ role: 'county', region: '230882' }] as const;
    const account = await createAccount(database(), actor, {
      name: 'li',
      displayName: '李',
      password,
      grants,
      reason,
    });
    const grant = await grantRole(database(), actor, { account, role: 'planner', region: null, reason });
    await endGrant(database(), actor, { grant: grant.id, reason });
    const opened = await signIn(database(), { name: 'li', password, origin });
    await endSession(database(), opened.token);
    const changed = await changePassword(database(), { name: 'li', password, newPassword, origin });
    await endSessionsOf(database(), actor, { account, reason });
    await setPassword(database(), actor, { account: 'li', password, reason });
    const token = await issueApiToken(database(), actor, {
      account: 'li',
      title: '夜间质检',
      verbs: ['job.run'],
      region: null,
      days: 1,
    });
    await endApiToken(database(), actor, { token: token.id, reason });
    const identity = await registerExternalIdentity(database(), actor, {
      account: 'li',
      issuer,
      identifier: 'li',
      reason,
    });
    const on = await signOn(
      database(),
      { issuer, subject: 's-1', identifier: 'li', displayName: null, claims: {} },
      origin,
    );
    await endExternalIdentity(database(), actor, { identity: identity.id, reason });
    await disableAccount(database(), actor, { account: 'li', reason });
    await enableAccount(database(), actor, { account: 'li', reason });
    for (let i = 0; i < 5; i++)
      await signIn(database(), { name: 'li', password: 'wrong', origin }).catch(() => {});
    const typedByMistake = 'hunter2hunter2';
    for (let i = 0; i < 5; i++)
      await signIn(database(), { name: typedByMistake, password: '', origin }).catch(() => {});

    const entries = vi.mocked(appendLedger).mock.calls.map(([, entry]) => entry);
    expect(entries.map(({ verb }) => verb)).toEqual([
      'account.first-link',
      'account.create',
      'account.grant',
      'account.create',
      'account.grant',
      'account.grant',
      'account.ungrant',
      'account.sign-in',
      'account.sign-out',
      'account.password',
      'account.sign-in',
      'account.end-sessions',
      'account.password',
      'account.token',
      'account.end-token',
      'account.identity',
      'account.link-identity',
      'account.sign-on',
      'account.end-identity',
      'account.disable',
      'account.enable',
      'account.lock',
      'account.lock',
    ]);
    expect(new Set(entries.map(({ scope }) => scope))).toEqual(new Set(['accounts']));
    expect(entries[3]).toMatchObject({ actor, object: 'account:li', before: null, reason });
    expect(entries[3]!.after).toMatch(/^[0-9a-f]{64}$/);
    // What is taken away is what was given.
    expect(entries[6]!.before).toBe(entries[5]!.after);
    expect(entries[14]!.before).toBe(entries[13]!.after);
    const told = JSON.stringify(entries);
    const secrets = [
      link!.secret,
      password,
      newPassword,
      opened.token,
      changed.token,
      token.secret,
      on.token,
    ];
    for (const secret of [...secrets, typedByMistake]) expect(told).not.toContain(secret);
  });
});
