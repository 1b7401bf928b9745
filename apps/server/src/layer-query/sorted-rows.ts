import type { Column } from '@tuheng/standard';
import { columnOrder } from './column-order.ts';

/** Some rows in the order of a column; those without a value are last either way. */
export async function sortedRows(
  rows: Uint32Array,
  column: Column,
  isDescending: boolean,
): Promise<Uint32Array> {
  const order = await columnOrder(column);
  const isWanted = new Uint8Array(order.rows.length);
  for (const row of rows) isWanted[row] = 1;
  const sorted = new Uint32Array(rows.length);
  let count = 0;
  const add = (row: number): void => {
    if (isWanted[row]) sorted[count++] = row;
  };
  if (isDescending) for (let k = order.filled - 1; k >= 0; k--) add(order.rows[k]!);
  else for (let k = 0; k < order.filled; k++) add(order.rows[k]!);
  for (let k = order.filled; k < order.rows.length; k++) add(order.rows[k]!);
  return sorted;
}
