import type { PairSums } from './ring-walk.ts';

/** Pairs of features with a number a measure each, ordered by left, then right. */
export interface PairRows {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  readonly values: readonly Float64Array[];
}

/** The sums of the walks along both layers, one row a pair. Rows of a pair are added in the order of the walks. */
export function mergeSums(
  alongA: PairSums,
  alongB: PairSums,
  measures: number,
  featuresA: number,
  featuresB: number,
): PairRows {
  const left = Uint32Array.from(alongA.own.concat(alongB.other));
  const right = Uint32Array.from(alongA.other.concat(alongB.own));
  const values = Array.from({ length: measures }, (_, m) => {
    const column = new Float64Array(left.length);
    const fromB = alongA.own.length;
    for (let k = 0; k < fromB; k++) column[k] = alongA.values[k * measures + m]!;
    for (let k = fromB; k < column.length; k++) column[k] = alongB.values[(k - fromB) * measures + m]!;
    return column;
  });
  return addUp({ left, right, values }, featuresA, featuresB);
}

/** Rows in order, those of a pair added up in the order in which they stand. */
export function addUp(rows: PairRows, featuresA: number, featuresB: number): PairRows {
  const order = sortedBy(rows.left, featuresA, sortedBy(rows.right, featuresB));
  const left = new Uint32Array(order.length);
  const right = new Uint32Array(order.length);
  const values = rows.values.map(() => new Float64Array(order.length));
  let pairs = 0;
  for (let n = 0; n < order.length; n++) {
    const k = order[n]!;
    const same = pairs > 0 && left[pairs - 1] === rows.left[k] && right[pairs - 1] === rows.right[k];
    if (!same) {
      left[pairs] = rows.left[k]!;
      right[pairs] = rows.right[k]!;
      pairs++;
    }
    for (let m = 0; m < values.length; m++) values[m]![pairs - 1]! += rows.values[m]![k]!;
  }
  return {
    left: left.slice(0, pairs),
    right: right.slice(0, pairs),
    values: values.map((column) => column.slice(0, pairs)),
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
