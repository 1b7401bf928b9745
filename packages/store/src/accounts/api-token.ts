import type { Actor } from '../actor.ts';
import type { Database, Row, Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import { timestamp } from '../plans/version.ts';
import { findAccount } from './account.ts';
import { ensureRegions } from './grant.ts';
import type { Caller } from './rights.ts';
import type { Verb } from './roles.ts';
import { digestOf, newSecret } from './secret.ts';
import { tellOfAccounts } from './tell.ts';

/** By this a leaked token is recognised in files and logs. */
const PREFIX = 'tuheng_';
/** Days. */
const LONGEST = 366;
/** Seconds: use is written down once in this time. */
const TOUCH = 60;

export interface ApiToken {
  readonly id: number;
  /** Name of the account it acts for. */
  readonly account: string;
  /** What it is for. */
  readonly title: string;
  readonly verbs: readonly Verb[];
  /** Adcode; null: wherever the account may. */
  readonly region: string | null;
  /** UTC, microseconds, as the others. */
  readonly issuedAt: string;
  readonly expiresAt: string;
  /** To the minute; null where it was never used. */
  readonly usedAt: string | null;
}

const columns = `t.id, (SELECT name FROM account a WHERE a.id = t.account) AS account, t.title, t.verbs, t.region,
  ${timestamp('t.issued_at')} AS "issuedAt", ${timestamp('t.expires_at')} AS "expiresAt", ${timestamp('t.used_at')} AS "usedAt"`;

export interface NewApiToken {
  /** Name of the account it acts for. */
  readonly account: string;
  readonly title: string;
  /** What it may do at most; what its account may not, it may not. */
  readonly verbs: readonly Verb[];
  /** Adcode; null: wherever the account may. */
  readonly region: string | null;
  /** From now on, 1 to 366. */
  readonly days: number;
}

/**
 * Issues a token for programs. Its text is given here and never again: only its digest is stored.
 *
 * @throws StoreError store.no-account, token-scope, unknown-region
 */
export function issueApiToken(
  database: Database,
  actor: Actor,
  request: NewApiToken,
): Promise<ApiToken & { readonly secret: string }> {
  const { title, verbs, region, days } = request;
  return database.transaction(async (tx) => {
    if (verbs.length === 0 || !(days >= 1 && days <= LONGEST))
      throw new StoreError('store.token-scope', title);
    const { id: account, name } = await findAccount(tx, request.account);
    await ensureRegions(tx, [region]);
    const secret = newSecret(PREFIX);
    const [token] = await tx.query<ApiToken & Row>(
      `INSERT INTO api_token AS t (account, digest, title, verbs, region, expires_at)
       VALUES ($1, $2, $3, $4, $5, clock_timestamp() + $6 * interval '1 day') RETURNING ${columns}`,
      [account, digestOf(secret), title, verbs, region, days],
    );
    await tellOfAccounts(tx, actor, {
      verb: 'account.token',
      object: `token:${token!.id}`,
      after: { account: name, title, verbs, region, expiresAt: token!.expiresAt },
      reason: title,
    });
    return { ...token!, secret };
  });
}

/** Who calls with a token; undefined where it is none, was taken back or has expired, or its account is disabled. */
export async function callerOfApiToken(session: Session, secret: string): Promise<Caller | undefined> {
  if (!secret.startsWith(PREFIX)) return undefined;
  const [row] = await session.query<{ account: number; name: string; verbs: Verb[]; region: string | null }>(
    `WITH live AS (
       SELECT t.id, t.account, a.name, t.verbs, t.region FROM api_token t JOIN account a ON a.id = t.account
       WHERE t.digest = $1 AND t.ended_at IS NULL AND a.disabled_at IS NULL AND clock_timestamp() < t.expires_at
     ), touched AS (
       UPDATE api_token t SET used_at = clock_timestamp() FROM live
       WHERE t.id = live.id AND (t.used_at IS NULL OR t.used_at < clock_timestamp() - $2 * interval '1 second')
     )
     SELECT account, name, verbs, region FROM live`,
    [digestOf(secret), TOUCH],
  );
  if (!row) return undefined;
  const { account, name, verbs, region } = row;
  return { account, name, limits: { verbs, region } };
}

/** The tokens of an account that were not taken back, the oldest first. @throws StoreError store.no-account */
export async function listApiTokens(session: Session, account: string): Promise<ApiToken[]> {
  const { id } = await findAccount(session, account);
  return session.query<ApiToken & Row>(
    `SELECT ${columns} FROM api_token t WHERE t.account = $1 AND t.ended_at IS NULL ORDER BY t.id`,
    [id],
  );
}

/** Takes a token back. @throws StoreError store.no-token */
export function endApiToken(
  database: Database,
  actor: Actor,
  { token: id, reason }: { readonly token: number; readonly reason: string },
): Promise<void> {
  return database.transaction(async (tx) => {
    const [token] = await tx.query<ApiToken & Row>(
      `UPDATE api_token t SET ended_at = clock_timestamp() WHERE t.id = $1 AND t.ended_at IS NULL RETURNING ${columns}`,
      [id],
    );
    if (!token) throw new StoreError('store.no-token', String(id));
    const { account, title, verbs, region, expiresAt } = token;
    await tellOfAccounts(tx, actor, {
      verb: 'account.end-token',
      object: `token:${id}`,
      before: { account, title, verbs, region, expiresAt },
      reason,
    });
  });
}
