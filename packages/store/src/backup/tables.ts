import type { Row, Session } from '../database/database.ts';
import { schemaName } from '../schema/roles.ts';

/** A table of the store as the catalog has it, whichever migration made it. */
export interface StoreTable {
  readonly name: string;
  /** Without generated columns, which follow from the others. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** All tables of the store, by name. */
export async function tablesOf(session: Session): Promise<StoreTable[]> {
  return session.query<StoreTable & Row>(
    `SELECT c.relname AS name,
       (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum)
        FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns
     FROM pg_class c WHERE c.relnamespace = '${schemaName}'::regnamespace AND c.relkind = 'r' ORDER BY c.relname COLLATE "C"`,
  );
}

/** A name in SQL text. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A table in SQL text. */
export function tableName({ name }: Pick<StoreTable, 'name'>): string {
  return `${schemaName}.${quoted(name)}`;
}

/** Its columns in SQL text. */
export function columnList({ columns }: Pick<StoreTable, 'columns'>): string {
  return columns.map(({ name }) => quoted(name)).join(', ');
}

/** A sequence and the last number it gave; null where it gave none. As text: it may be beyond 2^53. */
export interface StoreSequence {
  readonly name: string;
  readonly last: string | null;
}

/** All sequences of the store, those of identity columns too. */
export async function sequencesOf(session: Session): Promise<StoreSequence[]> {
  return session.query<StoreSequence & Row>(
    `SELECT sequencename::text AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = '${schemaName}' ORDER BY 1`,
  );
}
