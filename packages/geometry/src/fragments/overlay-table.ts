import type { EdgeLayer } from '../edges/edge-layer.ts';
import { OverlayError } from '../overlay.ts';
import type { Polygons } from '../polygons.ts';
import type { Origin } from './events.ts';
import { type FragmentMeasure, fragmentMeasure, type MeasureSpec } from './fragment-measure.ts';
import type { PairRows } from './merge-sums.ts';
import { type KernelSums, sumFragments } from './pair-sums.ts';

/** Every pair of features that share ground, ordered by left, then right; `values[m][k]` is measure `m` of pair `k`. */
export interface PairTable extends PairRows {
  /** Pairs that were handed to `hand`, because one of their features is no valid polygon. */
  readonly handed: number;
}

export interface TableOptions {
  readonly measures: readonly MeasureSpec[];
  /** Builds what a pair shares where the kernel cannot tell: features that are no valid polygons. Without it they are an error. */
  readonly hand?: (left: number, right: number) => Polygons;
  /** True where both layers are known to hold valid polygons only: their features are not checked again. */
  readonly sound?: boolean;
}

/**
 * What the features of `a` and `b` share, pair by pair, as numbers: a sum over the fragments of both boundaries (edges of `a` inside
 * `b`, edges of `b` inside `a`, shared edges once), without building a polygon. Near-linear in the number of edges.
 *
 * @throws OverlayError for features that are no valid polygons, where no `hand` is given
 */
export function overlayTable(a: EdgeLayer, b: EdgeLayer, options: TableOptions): PairTable {
  const origin = originAmid(a.featureBox);
  return settleTable(sumFragments(a, b, options.measures, origin, options.sound === true), options, origin);
}

/** The whole-numbered middle of some boxes. */
export function originAmid(boxes: Float64Array): Origin {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let b = 0; b < boxes.length; b += 4) {
    west = Math.min(west, boxes[b]!);
    south = Math.min(south, boxes[b + 1]!);
    east = Math.max(east, boxes[b + 2]!);
    north = Math.max(north, boxes[b + 3]!);
  }
  return west <= east
    ? { x: Math.round((west + east) / 2), y: Math.round((south + north) / 2) }
    : { x: 0, y: 0 };
}

/** Hands over the pairs of which the kernel cannot speak. */
export function settleTable(
  { rows, doubtful }: KernelSums,
  options: TableOptions,
  origin: Origin,
): PairTable {
  if (doubtful.length === 0) return { ...rows, handed: 0 };
  const { hand } = options;
  const pairs = new Map<string, readonly [number, number]>();
  for (let k = 0; k < doubtful.length; k += 2) {
    pairs.set(`${doubtful[k]} ${doubtful[k + 1]}`, [doubtful[k]!, doubtful[k + 1]!]);
  }
  if (!hand) {
    throw new OverlayError(
      '边界片段求和：图形自相交或环嵌套有误',
      [...pairs.values()].map(([left]) => left),
    );
  }
  const measures = options.measures.map((spec) => fragmentMeasure(spec, origin));
  const settled: { left: number; right: number; values: number[] }[] = [];
  for (let k = 0; k < rows.left.length; k++) {
    const left = rows.left[k]!;
    const right = rows.right[k]!;
    if (!pairs.has(`${left} ${right}`)) settled.push({ left, right, values: rows.values.map((v) => v[k]!) });
  }
  for (const [left, right] of pairs.values()) {
    const shared = hand(left, right);
    if (shared.xy.length === 0) continue;
    settled.push({ left, right, values: measures.map((measure) => boundarySum(shared, measure, origin)) });
  }
  settled.sort((p, q) => p.left - q.left || p.right - q.right);
  return {
    left: Uint32Array.from(settled, ({ left }) => left),
    right: Uint32Array.from(settled, ({ right }) => right),
    values: measures.map((_, m) => Float64Array.from(settled, ({ values }) => values[m]!)),
    handed: pairs.size,
  };
}

/** A measure over all rings of some polygons, outer rings to the left and holes to the right of their interior. */
export function boundarySum(p: Polygons, measure: FragmentMeasure, origin: Origin): number {
  let sum = 0;
  for (let g = 0; g + 1 < p.polygonStart.length; g++) {
    for (let r = p.polygonStart[g]!; r < p.polygonStart[g + 1]!; r++) {
      let ring = 0;
      for (let v = p.ringStart[r]!; v + 1 < p.ringStart[r + 1]!; v++) {
        ring += measure.between(
          p.xy[2 * v]! - origin.x,
          p.xy[2 * v + 1]! - origin.y,
          p.xy[2 * v + 2]! - origin.x,
          p.xy[2 * v + 3]! - origin.y,
        );
      }
      if (!measure.oriented) sum += ring;
      else sum += r === p.polygonStart[g] ? Math.abs(ring) : -Math.abs(ring);
    }
  }
  return sum;
}
