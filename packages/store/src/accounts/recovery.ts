import type { Actor } from '../actor.ts';
import type { Database } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import { timestamp } from '../plans/version.ts';
import { type Account, type AccountChange, findAccount, hashNewPassword } from './account.ts';
import { forgetTries } from './lock-out.ts';
import { mayDo } from './rights.ts';
import { digestOf, newSecret } from './secret.ts';
import { endSessions } from './session.ts';
import { tellOfAccounts } from './tell.ts';

/** Minutes. Whoever asks for the link hands it over at once. */
const LIFE = 60;

export interface RecoveryLink {
  /** Name of the account. */
  readonly account: string;
  /** Shown once; only its digest is stored. */
  readonly secret: string;
  /** UTC, microseconds. */
  readonly expiresAt: string;
}

/**
 * The secret by which an administrator of the whole tree who cannot sign in sets another password, anew at each call (the one before it is void).
 * For whoever holds the data folder or the database anyhow; everyone else's password is set by an administrator.
 *
 * @throws StoreError store.no-account, not-administrator
 */
export function recoverAdministrator(
  database: Database,
  actor: Actor,
  change: AccountChange,
): Promise<RecoveryLink> {
  return database.transaction(async (tx) => {
    const { id, name } = await findAccount(tx, change.account);
    if (!(await mayDo(tx, { account: id, name }, 'account.manage', null)))
      throw new StoreError('store.not-administrator', name);
    const secret = newSecret();
    const [row] = await tx.query<{ expiresAt: string }>(
      `INSERT INTO account_recovery AS r (account, digest, expires_at) VALUES ($1, $2, clock_timestamp() + $3 * interval '1 minute')
       ON CONFLICT (account) DO UPDATE SET digest = excluded.digest, expires_at = excluded.expires_at, used_at = NULL
       RETURNING ${timestamp('r.expires_at')} AS "expiresAt"`,
      [id, digestOf(secret), LIFE],
    );
    const { expiresAt } = row!;
    await tellOfAccounts(tx, actor, {
      verb: 'account.recovery-link',
      object: `account:${name}`,
      after: { expiresAt },
      reason: change.reason,
    });
    return { account: name, secret, expiresAt };
  });
}

export interface RecoveryRequest {
  readonly secret: string;
  readonly password: string;
  /** Address it comes from. */
  readonly origin: string;
}

/**
 * Sets the password by a link: all sessions of the account end, and it is not locked any more. A password that is refused does not use up the
 * secret.
 *
 * @throws StoreError store.recovery-refused, weak-password
 */
export async function redeemRecovery(
  database: Database,
  { secret, password, origin }: RecoveryRequest,
): Promise<Account> {
  const digest = digestOf(secret);
  // Before anything is hashed: strangers must not keep the server busy.
  const [open] = await database.query<{ name: string }>(
    `SELECT a.name FROM account_recovery r JOIN account a ON a.id = r.account WHERE ${isOpen}`,
    [digest],
  );
  if (!open) throw new StoreError('store.recovery-refused', '恢复账号');
  const hashed = await hashNewPassword(password, open.name);
  return database.transaction(async (tx) => {
    const [used] = await tx.query<{ account: number }>(
      `UPDATE account_recovery r SET used_at = clock_timestamp() FROM account a WHERE a.id = r.account AND ${isOpen} RETURNING r.account`,
      [digest],
    );
    if (!used) throw new StoreError('store.recovery-refused', '恢复账号');
    await tx.query('UPDATE account SET password = $2 WHERE id = $1', [used.account, hashed]);
    await endSessions(tx, used.account);
    const account = await findAccount(tx, open.name);
    await forgetTries(tx, digestOf(account.name));
    const actor = { name: account.name, origin };
    await tellOfAccounts(tx, actor, {
      verb: 'account.recover',
      object: `account:${account.name}`,
      reason: '',
    });
    return account;
  });
}

/** A link of an account that is not disabled, by its digest. */
const isOpen =
  'r.digest = $1 AND r.used_at IS NULL AND clock_timestamp() < r.expires_at AND a.disabled_at IS NULL';
