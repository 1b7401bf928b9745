import type { Database, Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import { hashNewPassword } from './account.ts';
import { normalName } from './account-name.ts';
import { countTry, forgetTries, isLocked } from './lock-out.ts';
import { hashPassword, isPassword, needsRehash } from './password.ts';
import { digestOf, newSecret } from './secret.ts';
import { endSessions, type OpenedSession, openSession } from './session.ts';
import { tellOfAccounts } from './tell.ts';

export interface SignInRequest {
  readonly name: string;
  readonly password: string;
  /** Address it comes from. */
  readonly origin: string;
}

interface ProvenAccount {
  readonly id: number;
  readonly name: string;
  readonly hashed: string;
}

/** Checked where there is no password to check, so that the answer takes as long. */
let nobody: Promise<string> | undefined;

/**
 * Signs in by name and password. Unknown names, wrong passwords and disabled accounts get the same answer after the same work.
 *
 * @throws StoreError store.sign-in-refused, sign-in-locked
 */
export async function signIn(database: Database, request: SignInRequest): Promise<OpenedSession> {
  const account = await provePassword(database, request);
  const renewed = needsRehash(account.hashed) ? await hashPassword(request.password) : undefined;
  return database.transaction(async (tx) => {
    if (renewed !== undefined) {
      // Unless the password was changed in the meantime.
      await tx.query('UPDATE account SET password = $2 WHERE id = $1 AND password = $3', [
        account.id,
        renewed,
        account.hashed,
      ]);
    }
    return openSession(tx, account, request.origin, 'account.sign-in');
  });
}

/**
 * Changes the password of one's own account: the old one is proved as for signing in. All sessions end and a new one is opened.
 *
 * @throws StoreError store.sign-in-refused, sign-in-locked, weak-password
 */
export async function changePassword(
  database: Database,
  request: SignInRequest & { readonly newPassword: string },
): Promise<OpenedSession> {
  const account = await provePassword(database, request);
  const hashed = await hashNewPassword(request.newPassword, account.name);
  return database.transaction(async (tx) => {
    await tx.query('UPDATE account SET password = $2 WHERE id = $1', [account.id, hashed]);
    await endSessions(tx, account.id);
    const actor = { name: account.name, origin: request.origin };
    const object = `account:${account.name}`;
    await tellOfAccounts(tx, actor, { verb: 'account.password', object, reason: '' });
    return openSession(tx, account, request.origin, 'account.sign-in');
  });
}

async function provePassword(database: Database, request: SignInRequest): Promise<ProvenAccount> {
  nobody ??= hashPassword(newSecret());
  const dummy = await nobody;
  const name = normalName(request.name);
  const key = digestOf(name);
  if (!(await countTry(database, key))) throw new StoreError('store.sign-in-locked', '登录');
  const [account] = await database.query<{ id: number; hashed: string | null; disabled: boolean }>(
    'SELECT id, password AS hashed, disabled_at IS NOT NULL AS disabled FROM account WHERE name = $1',
    [name],
  );
  const proven = await isPassword(account?.hashed ?? dummy, request.password);
  if (!proven || !account?.hashed || account.disabled) {
    await database.transaction((tx) => tellWhenLocked(tx, { key, name, origin: request.origin }));
    throw new StoreError('store.sign-in-refused', '登录');
  }
  await forgetTries(database, key);
  return { id: account.id, name, hashed: account.hashed };
}

interface FailedTry {
  readonly key: Uint8Array;
  readonly name: string;
  readonly origin: string;
}

/** A lock is told, not each wrong password. What strangers type is told by its digest only: people type passwords into the wrong field. */
async function tellWhenLocked(session: Session, { key, name, origin }: FailedTry): Promise<void> {
  if (!(await isLocked(session, key))) return;
  const known = await session.query('SELECT FROM account WHERE name = $1', [name]);
  const shown = known.length > 0 ? name : `sha256:${Buffer.from(key).toString('hex')}`;
  await tellOfAccounts(
    session,
    { name: shown, origin },
    { verb: 'account.lock', object: `account:${shown}`, reason: '' },
  );
}
