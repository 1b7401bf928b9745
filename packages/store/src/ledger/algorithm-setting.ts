import type { Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import type { LedgerAlgorithm } from './algorithm.ts';

/**
 * Chooses what the ledger is hashed with, where it is still empty and nothing was chosen; later it only makes sure that it is what was chosen.
 *
 * @throws StoreError store.ledger-algorithm
 */
export async function chooseLedgerAlgorithm(session: Session, wanted: LedgerAlgorithm): Promise<void> {
  await session.query(
    `INSERT INTO ledger_setting (algorithm) SELECT $1 WHERE NOT EXISTS (SELECT FROM ledger) ON CONFLICT DO NOTHING`,
    [wanted],
  );
  const [row] = await session.query<{ algorithm: LedgerAlgorithm }>(
    `SELECT coalesce((SELECT algorithm FROM ledger_setting), 'sm3') AS algorithm`,
  );
  const { algorithm } = row!;
  if (algorithm !== wanted) throw new StoreError('store.ledger-algorithm', '台账', { detail: algorithm });
}
