import type { Row, Session } from '../database/database.ts';
import type { LedgerRow } from '../ledger/ledger-row.ts';
import { ledgerVerbsTitled } from '../ledger/ledger-verbs.ts';
import { ledgerColumns } from '../ledger/read-ledger.ts';
import { type Caller, mayDo, permittedRegions } from './rights.ts';

/** Which rows of the ledger are asked for; what is absent does not matter. */
export interface LedgerFilter {
  readonly scope?: string;
  readonly verb?: string;
  readonly actor?: string;
  /** Times as PostgreSQL reads them, with their zone: not before, and before. */
  readonly from?: string;
  readonly to?: string;
  /** Somewhere in object, reason, actor or verb (by its word or its Chinese name); upper and lower case are the same. */
  readonly text?: string;
}

/** Where a row stands in the order of the list. */
export type LedgerPlace = Pick<LedgerRow, 'at' | 'scope' | 'seq'>;

/**
 * Rows of the ledger that a caller may read, the latest first: chains of one's own regions and of plans in them; the others are the whole tree's.
 *
 * @param after the last row of the page before
 */
export async function listLedgerFor(
  session: Session,
  caller: Caller,
  filter: LedgerFilter,
  { after, limit }: { readonly after?: LedgerPlace; readonly limit: number },
): Promise<LedgerRow[]> {
  const { sql, parameters } = await condition(session, caller, filter, 5);
  return session.query<LedgerRow & Row>(
    `SELECT ${ledgerColumns} FROM ledger
     WHERE ${sql} AND ($1::timestamptz IS NULL OR (ledger.at, scope, seq) < ($1, $2::text COLLATE "C", $3::integer))
     ORDER BY ledger.at DESC, scope DESC, seq DESC LIMIT $4`,
    [after?.at ?? null, after?.scope ?? null, after?.seq ?? null, limit, ...parameters],
  );
}

/** How many rows there are on all pages of such a list. */
export async function countLedgerFor(
  session: Session,
  caller: Caller,
  filter: LedgerFilter,
): Promise<number> {
  const { sql, parameters } = await condition(session, caller, filter, 1);
  const [row] = await session.query<{ n: number }>(
    `SELECT count(*)::integer AS n FROM ledger WHERE ${sql}`,
    parameters,
  );
  return row!.n;
}

/** @param first number of the first of its parameters in the statement */
async function condition(
  session: Session,
  caller: Caller,
  { scope, verb, actor, from, to, text }: LedgerFilter,
  first: number,
): Promise<{ readonly sql: string; readonly parameters: readonly unknown[] }> {
  const everywhere = await mayDo(session, caller, 'ledger.read', null);
  const parameter = (offset: number): string => `$${first + offset}`;
  const own = permittedRegions(caller, 'ledger.read', first + 8);
  return {
    sql: `(${parameter(0)}::boolean
         OR scope IN (SELECT 'plan:' || p.code FROM plan p WHERE p.region IN (${own.sql}))
         OR scope IN (SELECT 'region:' || adcode FROM (${own.sql}) AS permitted (adcode)))
       AND (${parameter(1)}::text IS NULL OR scope = ${parameter(1)})
       AND (${parameter(2)}::text IS NULL OR verb = ${parameter(2)})
       AND (${parameter(3)}::text IS NULL OR actor = ${parameter(3)})
       AND (${parameter(4)}::timestamptz IS NULL OR ledger.at >= ${parameter(4)})
       AND (${parameter(5)}::timestamptz IS NULL OR ledger.at < ${parameter(5)})
       AND (${parameter(6)}::text IS NULL OR verb = ANY (${parameter(7)}::text[])
         OR position(lower(${parameter(6)}) IN lower(concat_ws(' ', object, reason, actor, verb))) > 0)`,
    parameters: [
      everywhere,
      scope ?? null,
      verb ?? null,
      actor ?? null,
      from ?? null,
      to ?? null,
      text ?? null,
      text === undefined ? [] : ledgerVerbsTitled(text),
      ...own.parameters,
    ],
  };
}
