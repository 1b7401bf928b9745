import type { Session } from '../database/database.ts';
import { chainOf } from '../plans/regions.ts';
import { rolesWith, type Verb } from './roles.ts';

/** Who asks: an account, signed in or by one of its API tokens. */
export interface Caller {
  /** Id of the account. */
  readonly account: number;
  /** The account's name, for the ledger. */
  readonly name: string;
  /** What a token may do at most; absent in a session. */
  readonly limits?: CallerLimits;
}

export interface CallerLimits {
  readonly verbs: readonly Verb[];
  /** Nothing outside of this region; null: wherever the account may. */
  readonly region: string | null;
}

/** A piece of SQL with the parameters that it counts on. */
interface Fragment {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * The regions where a caller may do something, as a subquery for the filter of a list: `WHERE region IN (${sql})`.
 *
 * @param first number of the first of its parameters in the statement
 */
export function permittedRegions(caller: Caller, verb: Verb, first = 1): Fragment {
  const parameter = (offset: number, type: string): string => `$${first + offset}::${type}`;
  return {
    sql: `SELECT permitted_regions(${parameter(0, 'integer')}, ${parameter(1, 'text')}, ${parameter(2, 'text[]')}, ${parameter(3, 'text')})`,
    parameters: [
      withinLimits(caller, verb) ? caller.account : null,
      verb,
      rolesWith(verb),
      caller.limits?.region ?? null,
    ],
  };
}

/**
 * Whether a caller may do something in a region. One that is not in the tree yet counts as part of the closest region around it that is.
 *
 * @param region adcode; null asks for the whole tree
 */
export async function mayDo(
  session: Session,
  caller: Caller,
  verb: Verb,
  region: string | null,
): Promise<boolean> {
  if (!withinLimits(caller, verb)) return false;
  const limit = caller.limits?.region ?? null;
  if (region === null && limit !== null) return false;
  const [row] = await session.query<{ may: boolean }>(
    `WITH RECURSIVE around AS (
       (SELECT adcode, parent FROM region WHERE adcode = ANY ($4::text[]) ORDER BY array_position($4::text[], adcode) DESC LIMIT 1)
       UNION
       SELECT r.adcode, r.parent FROM region r JOIN around ON r.adcode = around.parent
     )
     SELECT EXISTS (
       SELECT FROM role_grant g JOIN account a ON a.id = g.account
       WHERE g.account = $1 AND g.ended_at IS NULL AND a.disabled_at IS NULL
         AND CASE WHEN g.verbs IS NULL THEN g.role = ANY ($3::text[]) ELSE $2 = ANY (g.verbs) END
         AND (g.region IS NULL OR g.region IN (SELECT adcode FROM around))
     ) AND ($5::text IS NULL OR $5 IN (SELECT adcode FROM around)) AS may`,
    [caller.account, verb, rolesWith(verb), region === null ? [] : chainOf(region), limit],
  );
  return row!.may;
}

/**
 * Whether a caller may manage another account: it may manage accounts in every region where that one has a grant. So nobody takes over an
 * account that reaches further than their own.
 */
export async function mayManageAccount(session: Session, caller: Caller, account: number): Promise<boolean> {
  const grants = await session.query<{ region: string | null }>(
    'SELECT DISTINCT region FROM role_grant WHERE account = $1 AND ended_at IS NULL',
    [account],
  );
  // An account without a grant belongs to no region: those who manage the whole tree look after it.
  const regions = grants.length === 0 ? [null] : grants.map(({ region }) => region);
  for (const region of regions) {
    if (!(await mayDo(session, caller, 'account.manage', region))) return false;
  }
  return true;
}

function withinLimits({ limits }: Caller, verb: Verb): boolean {
  return limits === undefined || limits.verbs.includes(verb);
}
