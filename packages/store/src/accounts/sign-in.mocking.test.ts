import { hash } from '@node-rs/argon2';
import { expect, it, vi } from 'vitest';
import { onBothDatabases } from '../testing/databases.ts';
import { createAccount, disableAccount } from './account.ts';
import { isPassword, needsRehash } from './password.ts';
import { callerOfSession } from './session.ts';
import { changePassword, signIn } from './sign-in.ts';

vi.mock('./password.ts', async (original) => {
  const real = await original<typeof import('./password.ts')>();
  return { ...real, isPassword: vi.fn(real.isPassword) };
});

const actor = { name: 'tester', origin: 'here' };
const password = 'correct horse battery';
const wrong = 'wrong horse battery';

onBothDatabases('signing in', (database) => {
  const make = (name: string) =>
    createAccount(database(), actor, {
      name,
      displayName: name,
      password,
      grants: [{ role: 'administrator', region: null }],
      reason: '',
    });
  const attempt = (name: string, typed: string): Promise<string> =>
    signIn(database(), { name, password: typed, origin: 'desk' }).then(
      () => 'in',
      (error: { code: string }) => error.code,
    );
  const attempts = async (count: number, name: string, typed: string): Promise<string[]> => {
    const answers: string[] = [];
    for (let i = 0; i < count; i++) answers.push(await attempt(name, typed));
    return answers;
  };
  /** As if all tries had been so much earlier. */
  const wait = (minutes: number) =>
    database().query(
      `UPDATE sign_in_attempt SET last_at = last_at - $1 * interval '1 minute', locked_until = locked_until - $1 * interval '1 minute',
         tries = (SELECT array_agg(t - $1 * interval '1 minute') FROM unnest(tries) t)`,
      [minutes],
    );

  it('opens a session for the right password', async () => {
    const { id } = await make('right');
    const { token, caller } = await signIn(database(), { name: 'RIGHT', password, origin: 'desk' });
    expect(caller).toEqual({ account: id, name: 'right' });
    expect(await callerOfSession(database(), token)).toEqual(caller);
  });

  it('answers the same for a wrong password, an unknown name and a disabled account', async () => {
    await make('known');
    await make('gone');
    await disableAccount(database(), actor, { account: 'gone', reason: '' });
    const messages = await Promise.all(
      [
        ['known', wrong],
        ['unknown', wrong],
        ['gone', password],
        ['a\u0000b', wrong],
      ].map(([name, typed]) =>
        signIn(database(), { name: name!, password: typed!, origin: '' }).catch(
          (error: Error) => error.message,
        ),
      ),
    );
    expect(new Set(messages)).toEqual(new Set([expect.stringContaining('账号名或密码不对')]));
  });

  it('does the same work for an unknown name and an account without a password', async () => {
    await make('known.too');
    await createAccount(database(), actor, { name: 'elsewhere', displayName: '', grants: [], reason: '' });
    for (const name of ['known.too', 'not.there', 'elsewhere']) {
      vi.mocked(isPassword).mockClear();
      await attempt(name, wrong);
      const hashes = vi.mocked(isPassword).mock.calls.map(([hashed]) => hashed);
      expect(hashes, name).toEqual([expect.stringMatching(/^\$argon2id\$/)]);
      expect(needsRehash(hashes[0]!)).toBe(false);
    }
  });

  it.each(['locked', 'never.made'])(
    'locks a name after five failures for a quarter of an hour: %s',
    async (name) => {
      if (name === 'locked') await make(name);
      expect(await attempts(5, name, wrong)).toEqual(Array(5).fill('store.sign-in-refused'));
      expect(await attempts(3, name, password)).toEqual(Array(3).fill('store.sign-in-locked'));
      await wait(14);
      expect(await attempt(name, password)).toBe('store.sign-in-locked');
      await wait(1.1);
      expect(await attempt(name, password)).toBe(name === 'locked' ? 'in' : 'store.sign-in-refused');
    },
  );

  it('looks back a quarter of an hour from every try', async () => {
    await make('sliding');
    await attempts(1, 'sliding', wrong);
    await wait(10);
    await attempts(3, 'sliding', wrong);
    await wait(6);
    // The first has gone by, three are left: this is the fourth, the next the fifth.
    expect(await attempts(3, 'sliding', wrong)).toEqual([
      'store.sign-in-refused',
      'store.sign-in-refused',
      'store.sign-in-locked',
    ]);
  });

  it('forgets failures after a success', async () => {
    await make('forgiven');
    for (let round = 0; round < 3; round++) {
      await attempts(4, 'forgiven', wrong);
      expect(await attempt('forgiven', password)).toBe('in');
    }
  });

  it('lets no more than five be tried at once', async () => {
    await make('crowd');
    const answers = await Promise.all(Array.from({ length: 20 }, () => attempt('crowd', wrong)));
    expect(answers.filter((answer) => answer === 'store.sign-in-refused')).toHaveLength(5);
    expect(answers.filter((answer) => answer === 'store.sign-in-locked')).toHaveLength(15);
  });

  it('hashes anew what was hashed with other parameters', async () => {
    const { id } = await make('old');
    const weak = await hash(password, { algorithm: 2, memoryCost: 4096, timeCost: 1, parallelism: 1 });
    await database().query('UPDATE account SET password = $2 WHERE id = $1', [id, weak]);
    expect(await attempt('old', password)).toBe('in');
    const [row] = await database().query<{ password: string }>('SELECT password FROM account WHERE id = $1', [
      id,
    ]);
    expect(needsRehash(row!.password)).toBe(false);
    expect(await attempt('old', password)).toBe('in');
  });

  it('is by the new password once it was changed', async () => {
    await make('changer');
    const before = await signIn(database(), { name: 'changer', password, origin: 'desk' });
    const change = { name: 'changer', origin: 'desk', newPassword: 'another long sentence' };
    await expect(changePassword(database(), { ...change, password: wrong })).rejects.toMatchObject({
      code: 'store.sign-in-refused',
    });
    const after = await changePassword(database(), { ...change, password });
    expect(await callerOfSession(database(), before.token)).toBeUndefined();
    expect(await callerOfSession(database(), after.token)).toEqual(after.caller);
    expect(await attempt('changer', password)).toBe('store.sign-in-refused');
    expect(await attempt('changer', change.newPassword)).toBe('in');
  });
});
