import type { Actor } from '../actor.ts';
import type { Database, Row, Session } from '../database/database.ts';
import type { Caller } from './rights.ts';
import { digestOf, newSecret } from './secret.ts';
import { tellOfAccounts } from './tell.ts';

/** Seconds. NIST SP 800-63B, 4.2.3 (AAL2): sign in again after 12 hours, or after 30 minutes without use. */
const IDLE = 30 * 60;
const LONGEST = 12 * 60 * 60;
/** Seconds. Use is written down once in this time: not every tile of a map is a write. A session may end that much early. */
const TOUCH = 60;

export interface OpenedSession {
  /** For the cookie. Stored nowhere: only its digest is. */
  readonly token: string;
  readonly caller: Caller;
}

/** Opens a session of an account that has proved who it is. */
export async function openSession(
  session: Session,
  account: { readonly id: number; readonly name: string },
  origin: string,
  how: 'account.sign-in' | 'account.sign-on',
): Promise<OpenedSession> {
  const token = newSecret();
  await session.query(
    `INSERT INTO account_session (token, account, origin, expires_at)
     VALUES ($1, $2, $3, clock_timestamp() + $4 * interval '1 second')`,
    [digestOf(token), account.id, origin, LONGEST],
  );
  const { id, name } = account;
  await tellOfAccounts(session, { name, origin }, { verb: how, object: `account:${name}`, reason: '' });
  return { token, caller: { account: id, name } };
}

/** Whose session a token is; undefined where it is none, has ended or expired, or the account is disabled. */
export async function callerOfSession(session: Session, token: string): Promise<Caller | undefined> {
  const [caller] = await session.query<Caller & Row>(
    `WITH live AS (
       SELECT s.token, s.used_at, a.id, a.name FROM account_session s JOIN account a ON a.id = s.account
       WHERE s.token = $1 AND s.ended_at IS NULL AND a.disabled_at IS NULL
         AND clock_timestamp() < least(s.expires_at, s.used_at + $2 * interval '1 second')
     ), touched AS (
       UPDATE account_session s SET used_at = clock_timestamp() FROM live
       WHERE s.token = live.token AND live.used_at < clock_timestamp() - $3 * interval '1 second'
     )
     SELECT id AS account, name FROM live`,
    [digestOf(token), IDLE, TOUCH],
  );
  return caller;
}

/** Signs out. A session that is none, or has ended, is left as it is. */
export function endSession(database: Database, token: string): Promise<void> {
  return database.transaction(async (tx) => {
    const [ended] = await tx.query<{ name: string; origin: string }>(
      `UPDATE account_session s SET ended_at = clock_timestamp() FROM account a
       WHERE s.token = $1 AND s.ended_at IS NULL AND a.id = s.account RETURNING a.name, s.origin`,
      [digestOf(token)],
    );
    if (!ended) return;
    await tellOfAccounts(tx, ended, {
      verb: 'account.sign-out',
      object: `account:${ended.name}`,
      reason: '',
    });
  });
}

/** Ends all sessions of an account. */
export function endSessionsOf(
  database: Database,
  actor: Actor,
  {
    account,
    reason,
  }: { readonly account: { readonly id: number; readonly name: string }; readonly reason: string },
): Promise<void> {
  return database.transaction(async (tx) => {
    await endSessions(tx, account.id);
    await tellOfAccounts(tx, actor, {
      verb: 'account.end-sessions',
      object: `account:${account.name}`,
      reason,
    });
  });
}

/** As `endSessionsOf`, in a transaction, without a word in the ledger. */
export async function endSessions(session: Session, account: number): Promise<void> {
  await session.query(
    'UPDATE account_session SET ended_at = clock_timestamp() WHERE account = $1 AND ended_at IS NULL',
    [account],
  );
}
