import type { Box } from '@tuheng/geometry';
import type { Test } from '../cql2/truth.ts';
import type { HeldLayer } from '../held-versions/held-layer.ts';
import { Turns } from './turns.ts';

/** Rows between two looks at the clock. */
const STRIDE = 256;

/** One condition on the features: those whose boxes do not meet `box` fail. */
export interface Condition {
  readonly test: Test;
  readonly box?: Box;
}

/** Rows of the features that meet all conditions, in order. */
export async function matchingRows(
  { ids, index }: HeldLayer,
  conditions: readonly Condition[],
): Promise<Uint32Array> {
  const box = conditions.find((one) => one.box)?.box;
  const candidates = box ? index.search(box) : allRows(ids.length);
  const rows = new Uint32Array(candidates.length);
  let count = 0;
  const turns = new Turns();
  for (let i = 0; i < candidates.length; i++) {
    const row = candidates[i]!;
    if (conditions.every(({ test }) => test(row) === true)) rows[count++] = row;
    if (i % STRIDE === STRIDE - 1 && turns.isOver) await turns.next();
  }
  return rows.slice(0, count);
}

function allRows(count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  return rows;
}
