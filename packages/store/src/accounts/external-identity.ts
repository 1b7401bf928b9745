import type { Actor } from '../actor.ts';
import type { Database, Row, Session } from '../database/database.ts';
import { isUniqueViolation } from '../database/errors-of-postgres.ts';
import { StoreError } from '../errors.ts';
import { timestamp } from '../plans/version.ts';
import { findAccount } from './account.ts';
import { keepAnAdministrator, lockAccounts } from './last-administrator.ts';
import type { SignedOn } from './oidc-sign-on.ts';
import { type OpenedSession, openSession } from './session.ts';
import { tellOfAccounts } from './tell.ts';

/** Who an account is at an identity provider. */
export interface ExternalIdentity {
  readonly id: number;
  /** Name of the account. */
  readonly account: string;
  readonly issuer: string;
  /** What the provider says of the person, by the claim that the configuration names. */
  readonly identifier: string;
  /** The provider's own key for the person; null until that person first came. */
  readonly subject: string | null;
  /** UTC, microseconds. */
  readonly registeredAt: string;
}

const columns = `e.id, (SELECT name FROM account a WHERE a.id = e.account) AS account, e.issuer, e.identifier, e.subject,
  ${timestamp('e.registered_at')} AS "registeredAt"`;

export interface NewExternalIdentity {
  /** Name of the account. */
  readonly account: string;
  readonly issuer: string;
  readonly identifier: string;
  readonly reason: string;
}

/**
 * Lets a person of an identity provider sign on to an account. The first who comes with this identifier is bound to it by the provider's subject;
 * from then on only the subject counts, whatever becomes of the identifier.
 *
 * @throws StoreError store.no-account, identity-exists
 */
export async function registerExternalIdentity(
  database: Database,
  actor: Actor,
  request: NewExternalIdentity,
): Promise<ExternalIdentity> {
  const { issuer, identifier, reason } = request;
  try {
    return await database.transaction(async (tx) => {
      const account = await findAccount(tx, request.account);
      const [identity] = await tx.query<ExternalIdentity & Row>(
        `INSERT INTO external_identity AS e (account, issuer, identifier) VALUES ($1, $2, $3) RETURNING ${columns}`,
        [account.id, issuer, identifier],
      );
      await tellOfAccounts(tx, actor, {
        verb: 'account.identity',
        object: `identity:${identity!.id}`,
        after: { account: account.name, issuer, identifier },
        reason,
      });
      return identity!;
    });
  } catch (cause) {
    if (isUniqueViolation(cause)) throw new StoreError('store.identity-exists', identifier, { cause });
    throw cause;
  }
}

/** The identities of an account, the oldest first. @throws StoreError store.no-account */
export async function listExternalIdentities(session: Session, account: string): Promise<ExternalIdentity[]> {
  const { id } = await findAccount(session, account);
  return session.query<ExternalIdentity & Row>(
    `SELECT ${columns} FROM external_identity e WHERE e.account = $1 AND e.ended_at IS NULL ORDER BY e.id`,
    [id],
  );
}

/** Takes an identity away from its account. @throws StoreError store.no-identity, last-administrator */
export function endExternalIdentity(
  database: Database,
  actor: Actor,
  { identity: id, reason }: { readonly identity: number; readonly reason: string },
): Promise<void> {
  return database.transaction(async (tx) => {
    await lockAccounts(tx);
    const [identity] = await tx.query<ExternalIdentity & Row>(
      `UPDATE external_identity e SET ended_at = clock_timestamp() WHERE e.id = $1 AND e.ended_at IS NULL RETURNING ${columns}`,
      [id],
    );
    if (!identity) throw new StoreError('store.no-identity', String(id));
    const { account, issuer, identifier } = identity;
    await keepAnAdministrator(tx, account);
    await tellOfAccounts(tx, actor, {
      verb: 'account.end-identity',
      object: `identity:${id}`,
      before: { account, issuer, identifier },
      reason,
    });
  });
}

/**
 * Opens a session for a person whom an identity provider vouches for. Accounts are never made here: an administrator has registered the person
 * before.
 *
 * @param origin address the person comes from
 * @throws StoreError store.no-identity (also where the account is disabled)
 */
export function signOn(database: Database, person: SignedOn, origin: string): Promise<OpenedSession> {
  return database.transaction(async (tx) => {
    const account = (await linkedAccount(tx, person)) ?? (await linkNow(tx, person, origin));
    if (!account || account.disabled)
      throw new StoreError('store.no-identity', person.identifier ?? person.subject);
    return openSession(tx, account, origin, 'account.sign-on');
  });
}

interface LinkedAccount {
  readonly id: number;
  readonly name: string;
  readonly disabled: boolean;
}

async function linkedAccount(session: Session, person: SignedOn): Promise<LinkedAccount | undefined> {
  const [account] = await session.query<LinkedAccount & Row>(
    `SELECT a.id, a.name, a.disabled_at IS NOT NULL AS disabled FROM external_identity e JOIN account a ON a.id = e.account
     WHERE e.issuer = $1 AND e.subject = $2 AND e.ended_at IS NULL`,
    [person.issuer, person.subject],
  );
  return account;
}

/** Binds the subject to the registration that waits for its identifier. */
async function linkNow(
  session: Session,
  person: SignedOn,
  origin: string,
): Promise<LinkedAccount | undefined> {
  const { issuer, subject, identifier } = person;
  if (identifier === null) return undefined;
  const [linked] = await session.query<LinkedAccount & { identity: number } & Row>(
    `UPDATE external_identity e SET subject = $3, linked_at = clock_timestamp() FROM account a
     WHERE e.issuer = $1 AND e.identifier = $2 AND e.subject IS NULL AND e.ended_at IS NULL AND a.id = e.account
     RETURNING a.id, a.name, a.disabled_at IS NOT NULL AS disabled, e.id AS identity`,
    [issuer, identifier, subject],
  );
  if (!linked) return undefined;
  await tellOfAccounts(
    session,
    { name: linked.name, origin },
    {
      verb: 'account.link-identity',
      object: `identity:${linked.identity}`,
      before: { account: linked.name, issuer, identifier },
      after: { account: linked.name, issuer, identifier, subject },
      reason: '',
    },
  );
  return linked;
}
