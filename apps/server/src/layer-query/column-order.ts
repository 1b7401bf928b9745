import type { Column } from '@tuheng/standard';
import { Turns } from '../features/turns.ts';

/** All rows of a layer in the order of one of its columns. */
export interface ColumnOrder {
  /** Ascending, like values in the order of the layer; rows without a value behind the others. */
  readonly rows: Uint32Array;
  /** How many have a value. */
  readonly filled: number;
}

const orders = new WeakMap<Column, Promise<ColumnOrder>>();

/** Found once for a column: then any hits are put in order by one walk over it. Texts are ordered by their code units, as filters compare them. */
export function columnOrder(column: Column): Promise<ColumnOrder> {
  const known = orders.get(column);
  if (known) return known;
  const order = orderOf(column);
  orders.set(column, order);
  return order;
}

async function orderOf(column: Column): Promise<ColumnOrder> {
  const rows = new Uint32Array(column.values.length);
  const isEmpty =
    column.kind === 'text'
      ? (row: number) => (column.values[row] ?? null) === null
      : (row: number) => Number.isNaN(column.values[row]);
  let filled = 0;
  for (let row = 0; row < rows.length; row++) if (!isEmpty(row)) rows[filled++] = row;
  let last = filled;
  for (let row = 0; row < rows.length; row++) if (isEmpty(row)) rows[last++] = row;
  const values = column.values as ArrayLike<string> | ArrayLike<number>;
  const sorted = await mergeSorted(rows.subarray(0, filled), (a, b) => values[a]! <= values[b]!);
  rows.set(sorted);
  return { rows, filled };
}

/** Merges between two looks at the clock. */
const STRIDE = 4096;

/** Stable, and others get their turn in between, which `sort` would not let them. */
async function mergeSorted(
  rows: Uint32Array,
  isInOrder: (a: number, b: number) => boolean,
): Promise<Uint32Array> {
  let from = rows.slice();
  let to = new Uint32Array(rows.length);
  const turns = new Turns();
  let work = 0;
  for (let width = 1; width < rows.length; width *= 2) {
    for (let start = 0; start < rows.length; start += 2 * width) {
      const middle = Math.min(start + width, rows.length);
      const end = Math.min(start + 2 * width, rows.length);
      // Where both are in order already, as identifiers mostly are.
      if (middle === end || isInOrder(from[middle - 1]!, from[middle]!))
        to.set(from.subarray(start, end), start);
      else {
        let [left, right] = [start, middle];
        for (let k = start; k < end; k++) {
          const isLeft = right >= end || (left < middle && isInOrder(from[left]!, from[right]!));
          to[k] = from[isLeft ? left++ : right++]!;
        }
      }
      work += end - start;
      if (work >= STRIDE) {
        work = 0;
        if (turns.isOver) await turns.next();
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
