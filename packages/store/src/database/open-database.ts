import type { LedgerAlgorithm } from '../ledger/algorithm.ts';
import { chooseLedgerAlgorithm } from '../ledger/algorithm-setting.ts';
import type { Database } from './database.ts';
import { openPglite } from './pglite-database.ts';
import { openPostgres } from './postgres-database.ts';

/** Where a store lives: a data folder, or a PostgreSQL server. */
export type StorePlace = { readonly folder: string } | { readonly url: string };

export interface OpenOptions {
  /** Refuse a place without a store, and make nothing there. */
  readonly mustExist?: boolean;
  /** What the ledger of a new store is hashed with; SM3 by default. A store that has one refuses another. */
  readonly ledgerAlgorithm?: LedgerAlgorithm;
}

/**
 * Opens a store and brings its schema up to date; one is made where there is none.
 *
 * @throws StoreError
 */
export async function openDatabase(
  place: StorePlace,
  { mustExist = false, ledgerAlgorithm }: OpenOptions = {},
): Promise<Database> {
  const database = await ('url' in place
    ? openPostgres(place.url, mustExist)
    : openPglite(place.folder, mustExist));
  try {
    if (ledgerAlgorithm) await chooseLedgerAlgorithm(database, ledgerAlgorithm);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
