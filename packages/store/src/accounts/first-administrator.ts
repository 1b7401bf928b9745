import type { Actor } from '../actor.ts';
import type { Database, Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import { timestamp } from '../plans/version.ts';
import { type Account, hashNewPassword, insertAccount } from './account.ts';
import { lockAccounts } from './last-administrator.ts';
import { digestOf, newSecret } from './secret.ts';
import { tellOfAccounts } from './tell.ts';

const HOURS = 24;

export interface FirstAdministratorLink {
  /** Shown once; only its digest is stored. */
  readonly secret: string;
  /** UTC, microseconds. */
  readonly expiresAt: string;
}

/**
 * The secret by which the first administrator is made, anew at each call (those before it are void); undefined as soon as there is an account.
 */
export function firstAdministrator(
  database: Database,
  actor: Actor,
): Promise<FirstAdministratorLink | undefined> {
  return database.transaction(async (tx) => {
    await lockAccounts(tx);
    if (await isAnyAccount(tx)) return undefined;
    const secret = newSecret();
    const [row] = await tx.query<{ expiresAt: string }>(
      `INSERT INTO first_administrator AS f (digest, expires_at) VALUES ($1, clock_timestamp() + $2 * interval '1 hour')
       ON CONFLICT (only_row) DO UPDATE SET digest = excluded.digest, expires_at = excluded.expires_at, used_at = NULL
       RETURNING ${timestamp('f.expires_at')} AS "expiresAt"`,
      [digestOf(secret), HOURS],
    );
    const { expiresAt } = row!;
    await tellOfAccounts(tx, actor, {
      verb: 'account.first-link',
      object: 'first-administrator',
      after: { expiresAt },
      reason: '',
    });
    return { secret, expiresAt };
  });
}

export interface FirstAdministratorRequest {
  readonly secret: string;
  readonly name: string;
  readonly password: string;
  /** Address it comes from. */
  readonly origin: string;
}

/**
 * Makes the first account: an administrator of the whole tree. A name or password that is refused does not use up the secret.
 *
 * @throws StoreError store.first-link-refused, account-name, weak-password
 */
export async function redeemFirstAdministrator(
  database: Database,
  { secret, name, password, origin }: FirstAdministratorRequest,
): Promise<Account> {
  const digest = digestOf(secret);
  // Before anything is hashed: strangers must not keep the server busy.
  if (!(await isOpen(database, digest))) throw new StoreError('store.first-link-refused', '首次设置');
  const hashed = await hashNewPassword(password, name);
  return database.transaction(async (tx) => {
    await lockAccounts(tx);
    if (!(await isOpen(tx, digest))) throw new StoreError('store.first-link-refused', '首次设置');
    await tx.query('UPDATE first_administrator SET used_at = clock_timestamp()');
    return insertAccount(
      tx,
      { name, origin },
      {
        name,
        displayName: name,
        hashed,
        grants: [{ role: 'administrator', region: null }],
        reason: '首次设置',
      },
    );
  });
}

async function isOpen(session: Session, digest: Uint8Array): Promise<boolean> {
  const found = await session.query(
    `SELECT FROM first_administrator WHERE digest = $1 AND used_at IS NULL AND clock_timestamp() < expires_at
       AND NOT EXISTS (SELECT FROM account)`,
    [digest],
  );
  return found.length > 0;
}

async function isAnyAccount(session: Session): Promise<boolean> {
  return (await session.query('SELECT FROM account LIMIT 1')).length > 0;
}
