import { existsSync } from 'node:fs';
import { StoreError } from '../errors.ts';
import type { Database } from './database.ts';
import { openPglite } from './pglite-database.ts';
import { openPostgres } from './postgres-database.ts';

/** Where a store lives: a data folder, or a PostgreSQL server. */
export type StorePlace = { readonly folder: string } | { readonly url: string };

export interface OpenOptions {
  /** Whether a data folder that does not exist is an error: it is made otherwise. */
  readonly mustExist?: boolean;
}

/**
 * Opens a store and brings its schema up to date; a data folder is made where there is none.
 *
 * @throws StoreError
 */
export async function openDatabase(
  place: StorePlace,
  { mustExist = false }: OpenOptions = {},
): Promise<Database> {
  if ('folder' in place && mustExist && !existsSync(place.folder))
    throw new StoreError('store.no-store', place.folder);
  return 'url' in place ? openPostgres(place.url) : openPglite(place.folder);
}
