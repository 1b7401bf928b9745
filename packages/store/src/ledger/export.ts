import type { Session } from '../database/database.ts';
import { ledgerSchema, lineOf } from './ledger-row.ts';
import { readLedger } from './read-ledger.ts';
import { sealsOf } from './seal.ts';

/**
 * The whole ledger, or one scope of it, as JSON lines, without line ends: a header with a seal of what follows, then one row a line. What it says can be checked without
 * the database, by `tuheng ledger verify FILE` or by others (docs/ledger.md).
 *
 * @param session a REPEATABLE READ transaction, so that header and rows are of one moment
 */
export async function* exportLedger(session: Session, scope?: string): AsyncGenerator<string> {
  yield JSON.stringify({ schema: ledgerSchema, seal: await sealsOf(session, scope) });
  for await (const row of readLedger(session, scope)) yield lineOf(row);
}
