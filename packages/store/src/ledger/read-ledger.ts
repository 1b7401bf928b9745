import type { Row, Session } from '../database/database.ts';
import { timestamp } from '../plans/version.ts';
import type { LedgerRow } from './ledger-row.ts';

/** Rows fetched at once. */
const BATCH = 1000;

export const ledgerColumns = `scope, seq, ${timestamp('at')} AS at, actor, origin, verb, object, before_digest AS before, after_digest AS after, reason,
  algorithm, encode(prev_hash, 'hex') AS "prevHash", encode(hash, 'hex') AS hash`;

/**
 * All rows of the ledger, or of one scope, scope by scope in the order of the chain. By a cursor and not by the last key read: where somebody dropped the keys and
 * doubled a row, both are seen.
 *
 * @param session a transaction
 */
export async function* readLedger(session: Session, scope?: string): AsyncGenerator<LedgerRow> {
  await session.query(
    `DECLARE ledger_rows NO SCROLL CURSOR FOR SELECT ${ledgerColumns} FROM ledger
     WHERE $1::text IS NULL OR scope = $1 ORDER BY scope, seq`,
    [scope ?? null],
  );
  try {
    for (;;) {
      const rows = await session.query<LedgerRow & Row>(`FETCH ${BATCH} FROM ledger_rows`);
      yield* rows;
      if (rows.length < BATCH) return;
    }
  } finally {
    // Where the transaction has failed, it is closed already.
    await session.query('CLOSE ledger_rows').catch(() => {});
  }
}
