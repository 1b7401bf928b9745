import type { Row, Session } from '../database/database.ts';
import type { LedgerRow } from '../ledger/ledger-row.ts';
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
  /** Somewhere in object, reason or actor; upper and lower case are the same. */
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
  const everywhere = await mayDo(session, caller, 'ledger.read', null);
  const { sql, parameters } = permittedRegions(caller, 'ledger.read', 12);
  return session.query<LedgerRow & Row>(
    `SELECT ${ledgerColumns} FROM ledger
     WHERE ($1 OR scope IN (SELECT 'plan:' || p.code FROM plan p WHERE p.region IN (${sql}))
         OR scope IN (SELECT 'region:' || adcode FROM (${sql}) AS permitted (adcode)))
       AND ($2::text IS NULL OR scope = $2)
       AND ($3::text IS NULL OR verb = $3)
       AND ($4::text IS NULL OR actor = $4)
       AND ($5::timestamptz IS NULL OR ledger.at >= $5)
       AND ($6::timestamptz IS NULL OR ledger.at < $6)
       AND ($7::text IS NULL OR position(lower($7) IN lower(object || ' ' || reason || ' ' || actor)) > 0)
       AND ($8::timestamptz IS NULL OR (ledger.at, scope, seq) < ($8, $9::text COLLATE "C", $10::integer))
     ORDER BY ledger.at DESC, scope DESC, seq DESC LIMIT $11`,
    [
      everywhere,
      filter.scope ?? null,
      filter.verb ?? null,
      filter.actor ?? null,
      filter.from ?? null,
      filter.to ?? null,
      filter.text ?? null,
      after?.at ?? null,
      after?.scope ?? null,
      after?.seq ?? null,
      limit,
      ...parameters,
    ],
  );
}
