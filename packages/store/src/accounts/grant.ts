import type { Actor } from '../actor.ts';
import type { Database, Row, Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import { putRegion } from '../plans/regions.ts';
import { timestamp } from '../plans/version.ts';
import { keepAnAdministrator, lockAccounts } from './last-administrator.ts';
import type { Role, Verb } from './roles.ts';
import { tellOfAccounts } from './tell.ts';

export interface GrantRequest {
  readonly role: Role;
  /** Adcode; null for the whole tree. One that is not in the tree yet is put into it. */
  readonly region: string | null;
  /** What the account may do instead of what the role says. */
  readonly verbs?: readonly Verb[];
}

/** A role of an account on a region and everything below it. */
export interface Grant {
  readonly id: number;
  /** Id of the account. */
  readonly account: number;
  readonly role: Role;
  /** Adcode; null for the whole tree. */
  readonly region: string | null;
  /** Null for the whole tree. */
  readonly regionName: string | null;
  /** Null: those of the role. */
  readonly verbs: readonly Verb[] | null;
  /** UTC, microseconds. */
  readonly grantedAt: string;
}

const columns = `id, account, role, region, (SELECT r.name FROM region r WHERE r.adcode = role_grant.region) AS "regionName", verbs,
  ${timestamp('granted_at')} AS "grantedAt"`;

/** An account as grants need it. */
interface Grantee {
  readonly id: number;
  readonly name: string;
}

/** Gives an account a role on a region. @throws StoreError store.unknown-region */
export function grantRole(
  database: Database,
  actor: Actor,
  { account, reason, ...grant }: GrantRequest & { readonly account: Grantee; readonly reason: string },
): Promise<Grant> {
  return database.transaction(async (tx) => {
    await ensureRegions(tx, [grant.region]);
    return insertGrant(tx, actor, account, grant, reason);
  });
}

/** As `grantRole`, in a transaction, on a region that is in the tree. */
export async function insertGrant(
  session: Session,
  actor: Actor,
  account: Grantee,
  { role, region, verbs }: GrantRequest,
  reason: string,
): Promise<Grant> {
  const [grant] = await session.query<Grant & Row>(
    `INSERT INTO role_grant (account, role, region, verbs) VALUES ($1, $2, $3, $4) RETURNING ${columns}`,
    [account.id, role, region, verbs ?? null],
  );
  await tellOfAccounts(session, actor, {
    verb: 'account.grant',
    object: `grant:${grant!.id}`,
    after: stateOf(account.name, grant!),
    reason,
  });
  return grant!;
}

/** The grants that an account has, the oldest first. */
export function listGrants(session: Session, account: number): Promise<Grant[]> {
  return grantsOf(session, [account]);
}

/** The grants of several accounts, the oldest first. */
export function grantsOf(session: Session, accounts: readonly number[]): Promise<Grant[]> {
  return session.query<Grant & Row>(
    `SELECT ${columns} FROM role_grant WHERE account = ANY ($1::integer[]) AND ended_at IS NULL ORDER BY id`,
    [accounts],
  );
}

/** Takes a grant back. @throws StoreError store.no-grant, last-administrator */
export function endGrant(
  database: Database,
  actor: Actor,
  { grant: id, reason }: { readonly grant: number; readonly reason: string },
): Promise<void> {
  return database.transaction(async (tx) => {
    await lockAccounts(tx);
    const [grant] = await tx.query<Grant & { name: string } & Row>(
      `UPDATE role_grant SET ended_at = clock_timestamp() WHERE id = $1 AND ended_at IS NULL
       RETURNING ${columns}, (SELECT name FROM account a WHERE a.id = account) AS name`,
      [id],
    );
    if (!grant) throw new StoreError('store.no-grant', String(id));
    if (grant.region === null) await keepAnAdministrator(tx, grant.name);
    await tellOfAccounts(tx, actor, {
      verb: 'account.ungrant',
      object: `grant:${id}`,
      before: stateOf(grant.name, grant),
      reason,
    });
  });
}

/**
 * Makes sure that regions are in the tree. Before the ledger is written: a region may have to wait for an import that is putting it there, and
 * nobody signs in while a transaction holds the ledger.
 *
 * @throws StoreError store.unknown-region
 */
export async function ensureRegions(session: Session, adcodes: readonly (string | null)[]): Promise<void> {
  for (const adcode of adcodes) {
    if (adcode === null) continue;
    if (!/^([0-9]{6}|[0-9]{9})$/.test(adcode)) throw new StoreError('store.unknown-region', adcode);
    await putRegion(session, adcode, adcode);
  }
}

function stateOf(name: string, { role, region, verbs }: Grant): object {
  return { account: name, role, region, verbs };
}
