import type { PairSums } from './ring-walk.ts';

/**
 * The sums of the walks along both layers, one row a pair, ordered by left, then right. Rows of a pair are added in the order in
 * which the walks are given, so that the bits do not depend on who walked what.
 */
export function mergeSums(
  alongA: readonly PairSums[],
  alongB: readonly PairSums[],
  measures: number,
  featuresA: number,
  featuresB: number,
): { left: Uint32Array; right: Uint32Array; values: Float64Array[] } {
  const rows =
    alongA.reduce((n, sums) => n + sums.own.length, 0) + alongB.reduce((n, sums) => n + sums.own.length, 0);
  const left = new Uint32Array(rows);
  const right = new Uint32Array(rows);
  const values = new Float64Array(rows * measures);
  let row = 0;
  const take = (sums: PairSums, lefts: readonly number[], rights: readonly number[]): void => {
    values.set(sums.values, row * measures);
    for (let k = 0; k < lefts.length; k++, row++) {
      left[row] = lefts[k]!;
      right[row] = rights[k]!;
    }
  };
  for (const sums of alongA) take(sums, sums.own, sums.other);
  for (const sums of alongB) take(sums, sums.other, sums.own);
  const order = sortedBy(left, featuresA, sortedBy(right, featuresB));

  const outLeft = new Uint32Array(rows);
  const outRight = new Uint32Array(rows);
  const outValues = Array.from({ length: measures }, () => new Float64Array(rows));
  let pairs = 0;
  for (const k of order) {
    const same = pairs > 0 && outLeft[pairs - 1] === left[k] && outRight[pairs - 1] === right[k];
    if (!same) {
      outLeft[pairs] = left[k]!;
      outRight[pairs] = right[k]!;
      pairs++;
    }
    for (let m = 0; m < measures; m++) outValues[m]![pairs - 1]! += values[k * measures + m]!;
  }
  return {
    left: outLeft.slice(0, pairs),
    right: outRight.slice(0, pairs),
    values: outValues.map((column) => column.slice(0, pairs)),
  };
}

/** Row numbers in ascending order of `keys` (< `limit`), equal ones in the order given: a counting sort. */
function sortedBy(keys: Uint32Array, limit: number, given?: Uint32Array): Uint32Array {
  const n = keys.length;
  const next = new Uint32Array(limit + 1);
  for (let k = 0; k < n; k++) next[keys[k]! + 1]!++;
  for (let v = 0; v < limit; v++) next[v + 1]! += next[v]!;
  const order = new Uint32Array(n);
  for (let k = 0; k < n; k++) {
    const row = given ? given[k]! : k;
    order[next[keys[row]!]!++] = row;
  }
  return order;
}
