import { featureCount, type Polygons } from '../polygons.ts';
import { planeArea } from '../ring.ts';
import type { PairRows } from './merge-sums.ts';

/** What features of one class share with features of another. */
export interface ClassTotal {
  readonly from: string;
  readonly to: string;
  readonly pairs: number;
  /** One sum a measure of the table. */
  readonly values: readonly number[];
}

/**
 * The table's rows added up by class: the reclassification matrix of two versions of a layer. Ordered by `from`, then `to`.
 *
 * @param classesLeft class of each feature of the left layer, by feature
 */
export function totalsByClass(
  rows: PairRows,
  classesLeft: readonly string[],
  classesRight: readonly string[],
): ClassTotal[] {
  const totals = new Map<string, Map<string, { pairs: number; values: number[] }>>();
  for (let k = 0; k < rows.left.length; k++) {
    const from = classesLeft[rows.left[k]!]!;
    const to = classesRight[rows.right[k]!]!;
    const row = totals.get(from) ?? new Map<string, { pairs: number; values: number[] }>();
    totals.set(from, row);
    const cell = row.get(to) ?? { pairs: 0, values: rows.values.map(() => 0) };
    row.set(to, cell);
    cell.pairs++;
    for (let m = 0; m < cell.values.length; m++) cell.values[m]! += rows.values[m]![k]!;
  }
  const byName = (p: readonly [string, unknown], q: readonly [string, unknown]): number =>
    p[0] < q[0] ? -1 : 1;
  return [...totals]
    .sort(byName)
    .flatMap(([from, row]) => [...row].sort(byName).map(([to, cell]) => ({ from, to, ...cell })));
}

/**
 * Plane area of each feature outside all features of the other layer (A∖B, feature by feature), from the table alone. The other layer must not
 * overlap itself: ground under two of its features would be taken off twice.
 *
 * @param side whether `layer` is the table's left or right one
 * @param measure number of the table's plane area measure
 */
export function areasOutside(
  layer: Polygons,
  rows: PairRows,
  side: 'left' | 'right',
  measure = 0,
): Float64Array {
  const rest = Float64Array.from({ length: featureCount(layer) }, (_, f) => planeArea(layer, f));
  const shared = rows.values[measure]!;
  for (let k = 0; k < shared.length; k++) rest[rows[side][k]!]! -= shared[k]!;
  return rest;
}
