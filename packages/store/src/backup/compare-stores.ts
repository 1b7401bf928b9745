import type { Database } from '../database/database.ts';
import { TableDigest } from './table-digest.ts';
import { tableSlices } from './table-slices.ts';
import { tablesOf } from './tables.ts';

/** A table in two stores. */
export interface TableComparison {
  readonly table: string;
  readonly rows: readonly [from: number, to: number];
  /** Digests of the rows in any order, hex. */
  readonly digests: readonly [from: string, to: string];
  readonly isSame: boolean;
}

/** Counts and hashes the rows of every table of two stores, by name. */
export async function compareStores(from: Database, to: Database): Promise<TableComparison[]> {
  const [one, two] = [await digestsOf(from), await digestsOf(to)];
  const none = new TableDigest();
  return [...new Set([...one.keys(), ...two.keys()])].sort().map((table) => {
    const [a, b] = [one.get(table), two.get(table)];
    return {
      table,
      rows: [(a ?? none).rows, (b ?? none).rows],
      digests: [(a ?? none).hex, (b ?? none).hex],
      isSame: a !== undefined && b !== undefined && a.rows === b.rows && a.hex === b.hex,
    };
  });
}

function digestsOf(database: Database): Promise<Map<string, TableDigest>> {
  return database.asOwner(async (tx) => {
    const digests = new Map<string, TableDigest>();
    for (const table of await tablesOf(tx)) {
      const digest = new TableDigest();
      for await (const bytes of tableSlices(tx, table)) digest.add(bytes);
      digests.set(table.name, digest);
    }
    return digests;
  }, 'repeatable read');
}
