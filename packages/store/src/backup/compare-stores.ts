import type { Session } from '../database/database.ts';
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

/** Counts and hashes the rows of every table of two stores, by name. Both are asked as the owner of the tables, in a transaction. */
export async function compareStores(from: Session, to: Session): Promise<TableComparison[]> {
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

async function digestsOf(session: Session): Promise<Map<string, TableDigest>> {
  const digests = new Map<string, TableDigest>();
  for (const table of await tablesOf(session)) {
    const digest = new TableDigest();
    for await (const bytes of tableSlices(session, table)) digest.add(bytes);
    digests.set(table.name, digest);
  }
  return digests;
}
