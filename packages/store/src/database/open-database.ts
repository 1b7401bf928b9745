import type { Database } from './database.ts';
import { openPglite } from './pglite-database.ts';
import { openPostgres } from './postgres-database.ts';

/** Where a store lives: a data folder, or a PostgreSQL server. */
export type StorePlace = { readonly folder: string } | { readonly url: string };

/**
 * Opens a store and brings its schema up to date; a data folder is made where there is none.
 *
 * @throws StoreError
 */
export function openDatabase(place: StorePlace): Promise<Database> {
  return 'url' in place ? openPostgres(place.url) : openPglite(place.folder);
}
