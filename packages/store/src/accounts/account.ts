import type { Actor } from '../actor.ts';
import type { Database, Row, Session } from '../database/database.ts';
import { isUniqueViolation } from '../database/errors-of-postgres.ts';
import { StoreError } from '../errors.ts';
import { timestamp } from '../plans/version.ts';
import { checkedName, normalName } from './account-name.ts';
import { ensureRegions, type Grant, type GrantRequest, grantsOf, insertGrant } from './grant.ts';
import { keepAnAdministrator, lockAccounts } from './last-administrator.ts';
import { hashPassword } from './password.ts';
import { checkPassword } from './password-policy.ts';
import { type Caller, mayDo, permittedRegions } from './rights.ts';
import { endSessions } from './session.ts';
import { tellOfAccounts } from './tell.ts';

export interface Account {
  readonly id: number;
  /** What is typed to sign in, in its normal form. */
  readonly name: string;
  readonly displayName: string;
  /** False where the account signs in by an identity provider only. */
  readonly hasPassword: boolean;
  /** UTC, microseconds. */
  readonly createdAt: string;
  /** Since when it cannot be used; null while it can. */
  readonly disabledAt: string | null;
}

const columns = `a.id, a.name, a.display_name AS "displayName", a.password IS NOT NULL AS "hasPassword",
  ${timestamp('a.created_at')} AS "createdAt", ${timestamp('a.disabled_at')} AS "disabledAt"`;

/** As it stands in a list. */
export interface ListedAccount extends Account {
  /** When a session was opened last, UTC, microseconds; null where none was, or it is forgotten. */
  readonly lastSignInAt: string | null;
  /** Those in regions whose accounts the caller manages. */
  readonly grants: readonly Grant[];
}

export interface NewAccount {
  readonly name: string;
  readonly displayName: string;
  /** Absent: signs in by an identity provider only. */
  readonly password?: string;
  readonly grants: readonly GrantRequest[];
  readonly reason: string;
}

/**
 * Makes an account with its grants.
 *
 * @throws StoreError store.account-name, account-exists, weak-password, unknown-region
 */
export async function createAccount(
  database: Database,
  actor: Actor,
  { password, ...request }: NewAccount,
): Promise<Account> {
  const hashed = password === undefined ? null : await hashNewPassword(password, request.name);
  return database.transaction((tx) => insertAccount(tx, actor, { ...request, hashed }));
}

/** As `createAccount`, in a transaction, with the password's hash. */
export async function insertAccount(
  session: Session,
  actor: Actor,
  { hashed, grants, ...request }: Omit<NewAccount, 'password'> & { readonly hashed: string | null },
): Promise<Account> {
  const { displayName, reason } = request;
  const name = checkedName(request.name);
  await ensureRegions(
    session,
    grants.map(({ region }) => region),
  );
  try {
    await session.query('INSERT INTO account (name, display_name, password) VALUES ($1, $2, $3)', [
      name,
      displayName,
      hashed,
    ]);
  } catch (cause) {
    if (isUniqueViolation(cause)) throw new StoreError('store.account-exists', name, { cause });
    throw cause;
  }
  const account = await findAccount(session, name);
  await tellOfAccounts(session, actor, {
    verb: 'account.create',
    object: `account:${name}`,
    after: { name, displayName },
    reason,
  });
  for (const grant of grants) await insertGrant(session, actor, account, grant, reason);
  return account;
}

/** The hash of a password that is good enough for an account. @throws StoreError store.weak-password */
export function hashNewPassword(password: string, name: string): Promise<string> {
  checkPassword(password, normalName(name));
  return hashPassword(password);
}

/** The account of a name. @throws StoreError store.no-account */
export async function findAccount(session: Session, name: string): Promise<Account> {
  const [account] = await session.query<Account & Row>(`SELECT ${columns} FROM account a WHERE a.name = $1`, [
    normalName(name),
  ]);
  if (!account) throw new StoreError('store.no-account', name);
  return account;
}

/**
 * The accounts that a caller may manage or that reach into its regions, by name. Those without any grant are shown to callers who manage the
 * whole tree.
 */
export async function listAccountsFor(session: Session, caller: Caller): Promise<ListedAccount[]> {
  const everywhere = await mayDo(session, caller, 'account.manage', null);
  const { sql, parameters } = permittedRegions(caller, 'account.manage', 2);
  const accounts = await session.query<Account & Pick<ListedAccount, 'lastSignInAt'> & Row>(
    `SELECT ${columns}, (SELECT ${timestamp('max(s.opened_at)')} FROM account_session s WHERE s.account = a.id) AS "lastSignInAt"
     FROM account a WHERE $1 OR EXISTS (
       SELECT FROM role_grant g WHERE g.account = a.id AND g.ended_at IS NULL AND g.region IN (${sql})
     ) ORDER BY a.name`,
    [everywhere, ...parameters],
  );
  const grants = await grantsOf(
    session,
    accounts.map(({ id }) => id),
  );
  const regions = everywhere ? undefined : await managedRegions(session, caller);
  return accounts.map((account) => ({
    ...account,
    grants: grants.filter((grant) => grant.account === account.id && (!regions || regions.has(grant.region))),
  }));
}

async function managedRegions(session: Session, caller: Caller): Promise<ReadonlySet<string | null>> {
  const { sql, parameters } = permittedRegions(caller, 'account.manage');
  const rows = await session.query<{ adcode: string }>(
    `SELECT adcode FROM (${sql}) AS permitted (adcode)`,
    parameters,
  );
  return new Set(rows.map(({ adcode }) => adcode));
}

export interface AccountChange {
  /** Name of the account. */
  readonly account: string;
  readonly reason: string;
}

/**
 * Shuts an account: its sessions end, its tokens stop working, nobody signs in to it until it is enabled again.
 *
 * @throws StoreError store.no-account, last-administrator
 */
export function disableAccount(database: Database, actor: Actor, change: AccountChange): Promise<void> {
  return database.transaction(async (tx) => {
    await lockAccounts(tx);
    const account = await findAccount(tx, change.account);
    if (account.disabledAt !== null) return;
    await tx.query('UPDATE account SET disabled_at = clock_timestamp() WHERE id = $1', [account.id]);
    await keepAnAdministrator(tx, account.name);
    await endSessions(tx, account.id);
    await tellOfState(tx, actor, { account, disabled: true, reason: change.reason });
  });
}

/** Opens a disabled account again. @throws StoreError store.no-account */
export function enableAccount(database: Database, actor: Actor, change: AccountChange): Promise<void> {
  return database.transaction(async (tx) => {
    await lockAccounts(tx);
    const account = await findAccount(tx, change.account);
    if (account.disabledAt === null) return;
    await tx.query('UPDATE account SET disabled_at = NULL WHERE id = $1', [account.id]);
    await tellOfState(tx, actor, { account, disabled: false, reason: change.reason });
  });
}

/**
 * Gives an account another password; all its sessions end.
 *
 * @throws StoreError store.no-account, weak-password
 */
export async function setPassword(
  database: Database,
  actor: Actor,
  change: AccountChange & { readonly password: string },
): Promise<void> {
  const hashed = await hashNewPassword(change.password, change.account);
  await database.transaction(async (tx) => {
    const { id, name } = await findAccount(tx, change.account);
    await tx.query('UPDATE account SET password = $2 WHERE id = $1', [id, hashed]);
    await endSessions(tx, id);
    const { reason } = change;
    await tellOfAccounts(tx, actor, { verb: 'account.password', object: `account:${name}`, reason });
  });
}

interface StateChange {
  readonly account: Account;
  readonly disabled: boolean;
  readonly reason: string;
}

function tellOfState(
  session: Session,
  actor: Actor,
  { account, disabled, reason }: StateChange,
): Promise<void> {
  return tellOfAccounts(session, actor, {
    verb: disabled ? 'account.disable' : 'account.enable',
    object: `account:${account.name}`,
    before: { disabled: !disabled },
    after: { disabled },
    reason,
  });
}
