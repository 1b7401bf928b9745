import type { Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import { rolesWith } from './roles.ts';

/** Namespace of the advisory lock on accounts; the number stands for nothing else. */
const ACCOUNTS = 4491;

/** One at a time takes rights away, until the transaction ends: two administrators cannot shut each other out. */
export async function lockAccounts(session: Session): Promise<void> {
  await session.query('SELECT pg_advisory_xact_lock($1, 0)', [ACCOUNTS]);
}

/**
 * Refuses what was just written where nobody is left who manages all accounts. With the accounts locked.
 *
 * @param name of the account that lost a right
 * @throws StoreError store.last-administrator
 */
export async function keepAnAdministrator(session: Session, name: string): Promise<void> {
  const [row] = await session.query<{ left: boolean }>(
    `SELECT EXISTS (
       SELECT FROM role_grant g JOIN account a ON a.id = g.account
       WHERE g.region IS NULL AND g.ended_at IS NULL AND a.disabled_at IS NULL
         AND CASE WHEN g.verbs IS NULL THEN g.role = ANY ($1::text[]) ELSE 'account.manage' = ANY (g.verbs) END
         AND (a.password IS NOT NULL OR EXISTS (SELECT FROM external_identity e WHERE e.account = a.id AND e.ended_at IS NULL))
     ) AS left`,
    [rolesWith('account.manage')],
  );
  if (!row!.left) throw new StoreError('store.last-administrator', name);
}
