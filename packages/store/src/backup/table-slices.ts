import type { Row, Session } from '../database/database.ts';
import { columnList, quoted, type StoreTable, tableName } from './tables.ts';

/** Bytes of rows that are read at once: what a backup holds in memory is a small multiple of it. */
const SLICE = 16 << 20;

/** Types whose length is known without reading a value that is stored elsewhere; of others it is that under which they are stored, compressed. */
const MEASURED = new Set(['bytea', 'text']);

/**
 * Reads a table piece by piece, each a binary COPY of about 16 MB and at least one row. A piece is a range of places in the table (ctid), which
 * the snapshot of the transaction keeps as they are; tables need no key for it.
 */
export async function* tableSlices(session: Session, table: StoreTable): AsyncGenerator<Uint8Array> {
  const sizes = table.columns.map(({ name, type }) => {
    const measure = MEASURED.has(type) ? 'octet_length' : 'pg_column_size';
    return `coalesce(${measure}(${quoted(name)}), 0) + 4`;
  });
  const ranges = await session.query<{ first: string; last: string } & Row>(
    `SELECT min(place)::text AS first, max(place)::text AS last FROM (
       SELECT place, sum(size) OVER (ORDER BY place) / ${SLICE} AS slice
       FROM (SELECT ctid AS place, ${sizes.join(' + ')} AS size FROM ${tableName(table)}) r
     ) s GROUP BY trunc(slice) ORDER BY min(place)`,
  );
  for (const { first, last } of ranges) {
    yield await session.copyOut(
      `SELECT ${columnList(table)} FROM ${tableName(table)} WHERE ctid BETWEEN '${first}'::tid AND '${last}'::tid`,
    );
  }
}
