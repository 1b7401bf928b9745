import { expect, it } from 'vitest';
import { onBothDatabases } from '../testing/databases.ts';
import { createAccount, disableAccount } from './account.ts';
import {
  endExternalIdentity,
  listExternalIdentities,
  registerExternalIdentity,
  signOn,
} from './external-identity.ts';
import type { SignedOn } from './oidc-sign-on.ts';
import { callerOfSession } from './session.ts';

const actor = { name: 'tester', origin: 'here' };
const issuer = 'https://id.example.cn';
const reason = '';

onBothDatabases('a person of an identity provider', (database) => {
  const make = (name: string, password?: string) =>
    createAccount(database(), actor, {
      name,
      displayName: name,
      ...(password && { password }),
      grants: [{ role: 'administrator', region: null }],
      reason,
    });
  const person = (subject: string, identifier: string | null, from = issuer): SignedOn => ({
    issuer: from,
    subject,
    identifier,
    displayName: null,
    claims: {},
  });
  const register = (account: string, identifier: string) =>
    registerExternalIdentity(database(), actor, { account, issuer, identifier, reason });
  const come = (who: SignedOn) => signOn(database(), who, 'desk');
  const refused = { code: 'store.no-identity' };

  it('is refused without a registration, also by the name of an account', async () => {
    await make('zhang.wei', 'correct horse battery');
    await expect(come(person('s-1', 'zhang.wei'))).rejects.toMatchObject(refused);
    await expect(come(person('s-1', null))).rejects.toMatchObject(refused);
    expect(await database().query('SELECT FROM account')).toHaveLength(1);
  });

  it('is bound to the account at the first sign-on and known by the subject from then on', async () => {
    await register('zhang.wei', 'zhang.wei');
    const { token, caller } = await come(person('s-1', 'zhang.wei'));
    expect(caller.name).toBe('zhang.wei');
    expect(await callerOfSession(database(), token)).toEqual(caller);
    expect((await come(person('s-1', 'zhang.married'))).caller).toEqual(caller);
    expect((await come(person('s-1', null))).caller).toEqual(caller);
    // Whoever gets the identifier later is another person.
    await expect(come(person('s-2', 'zhang.wei'))).rejects.toMatchObject(refused);
    await expect(come(person('s-1', 'zhang.wei', 'https://other.example.cn'))).rejects.toMatchObject(refused);
    expect(await listExternalIdentities(database(), 'zhang.wei')).toMatchObject([
      { issuer, identifier: 'zhang.wei', subject: 's-1' },
    ]);
  });

  it('is bound once even when two come at once', async () => {
    await make('twice', 'correct horse battery');
    await register('twice', 'twice');
    const outcomes = await Promise.allSettled([come(person('t-1', 'twice')), come(person('t-2', 'twice'))]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const bound = await listExternalIdentities(database(), 'twice');
    expect(bound).toHaveLength(1);
  });

  it('is registered once', async () => {
    await make('other', 'correct horse battery');
    await expect(register('other', 'zhang.wei')).rejects.toMatchObject({ code: 'store.identity-exists' });
  });

  it('is refused for a disabled account, which binds nothing', async () => {
    await make('gone', 'correct horse battery');
    await register('gone', 'gone');
    await disableAccount(database(), actor, { account: 'gone', reason });
    await expect(come(person('g-1', 'gone'))).rejects.toMatchObject(refused);
    expect(await listExternalIdentities(database(), 'gone')).toMatchObject([{ subject: null }]);
  });

  it('can be taken away and registered for another account', async () => {
    const [identity] = await listExternalIdentities(database(), 'zhang.wei');
    await endExternalIdentity(database(), actor, { identity: identity!.id, reason });
    await expect(come(person('s-1', null))).rejects.toMatchObject(refused);
    await register('other', 'zhang.wei');
    expect((await come(person('s-1', 'zhang.wei'))).caller.name).toBe('other');
  });
});
