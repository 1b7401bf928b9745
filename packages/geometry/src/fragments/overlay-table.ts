import type { EdgeLayer } from '../edges/edge-layer.ts';
import { TreeSearch } from '../edges/packed-tree.ts';
import { OverlayError } from '../overlay.ts';
import type { Polygons } from '../polygons.ts';
import { findCrossings, leadingBlocks } from './crossings.ts';
import { Events } from './events.ts';
import type { FragmentMeasure } from './fragment-measure.ts';
import { Locator } from './locate.ts';
import { mergeSums } from './merge-sums.ts';
import { eventsByRing, PairSums, RingWalk } from './ring-walk.ts';
import { unsoundFeatures } from './unsound-features.ts';

/** Every pair of features that share ground, ordered by left, then right; `values[m][k]` is measure `m` of pair `k`. */
export interface PairTable {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  readonly values: readonly Float64Array[];
  /** Pairs that were handed to `hand`, because one of their features is no valid polygon. */
  readonly handed: number;
}

export interface TableOptions {
  readonly measures: readonly FragmentMeasure[];
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
  const { measures } = options;
  const onA = new Events();
  const onB = new Events();
  findCrossings(a, b, 0, leadingBlocks(a, b), onA, onB);
  const sumsA = new PairSums();
  const sumsB = new PairSums();
  const ringsA = a.ringFeature.length;
  const ringsB = b.ringFeature.length;
  new RingWalk(a, b, eventsByRing(onA, ringsA), new Locator(b, 'layer'), measures).walk(0, ringsA, sumsA);
  new RingWalk(b, a, eventsByRing(onB, ringsB), new Locator(a, 'points'), measures).walk(0, ringsB, sumsB);
  const unsound = options.sound
    ? { a: [], b: [] }
    : { a: unsoundFeatures(a), b: a === b ? [] : unsoundFeatures(b) };
  return assemble(a, b, [sumsA], [sumsB], unsound, options);
}

/** Puts the sums of both walks together and hands over the pairs they cannot speak for. */
export function assemble(
  a: EdgeLayer,
  b: EdgeLayer,
  sumsA: readonly PairSums[],
  sumsB: readonly PairSums[],
  unsound: { readonly a: readonly number[]; readonly b: readonly number[] },
  options: TableOptions,
): PairTable {
  const merged = mergeSums(sumsA, sumsB, options.measures.length, features(a), features(b));
  const doubtful = doubtfulPairs(a, b, sumsA, sumsB, unsound);
  if (doubtful.size === 0) return { ...merged, handed: 0 };
  const { hand, measures } = options;
  if (!hand) {
    const pairs = [...doubtful].map((key) => Math.floor(key / features(b)));
    throw new OverlayError('边界片段求和：图形自相交或环嵌套有误', pairs);
  }
  const left: number[] = [];
  const right: number[] = [];
  const values = measures.map((): number[] => []);
  const add = (i: number, j: number, value: (m: number) => number): void => {
    left.push(i);
    right.push(j);
    for (let m = 0; m < measures.length; m++) values[m]!.push(value(m));
  };
  for (const [k, i] of merged.left.entries()) {
    const j = merged.right[k]!;
    if (!doubtful.has(i * features(b) + j)) add(i, j, (m) => merged.values[m]![k]!);
  }
  for (const key of doubtful) {
    const i = Math.floor(key / features(b));
    const j = key % features(b);
    const shared = hand(i, j);
    if (shared.xy.length > 0) add(i, j, (m) => boundarySum(shared, measures[m]!));
  }
  const order = [...left.keys()].sort((k, l) => left[k]! - left[l]! || right[k]! - right[l]!);
  return {
    left: Uint32Array.from(order, (k) => left[k]!),
    right: Uint32Array.from(order, (k) => right[k]!),
    values: values.map((column) => Float64Array.from(order, (k) => column[k]!)),
    handed: doubtful.size,
  };
}

const features = (layer: EdgeLayer): number => layer.featureRing.length - 1;

/** Pairs of which a feature is unsound, or whose counts contradicted each other, as left × features of `b` + right. */
function doubtfulPairs(
  a: EdgeLayer,
  b: EdgeLayer,
  sumsA: readonly PairSums[],
  sumsB: readonly PairSums[],
  unsound: { readonly a: readonly number[]; readonly b: readonly number[] },
): Set<number> {
  const n = features(b);
  const doubtful = new Set<number>();
  for (const sums of sumsA) for (const { own, other } of sums.contradicted) doubtful.add(own * n + other);
  for (const sums of sumsB) for (const { own, other } of sums.contradicted) doubtful.add(other * n + own);
  const search = new TreeSearch();
  const near = (from: EdgeLayer, f: number, to: EdgeLayer): readonly number[] => {
    const box = from.featureBox.subarray(4 * f, 4 * f + 4);
    return search.search(to.featureTree, box[0]!, box[1]!, box[2]!, box[3]!);
  };
  for (const i of unsound.a) for (const j of near(a, i, b)) doubtful.add(i * n + j);
  for (const j of unsound.b) for (const i of near(b, j, a)) doubtful.add(i * n + j);
  return doubtful;
}

/** A measure over all rings of some polygons, outer rings to the left and holes to the right of their interior. */
export function boundarySum(p: Polygons, measure: FragmentMeasure): number {
  let sum = 0;
  for (let g = 0; g + 1 < p.polygonStart.length; g++) {
    for (let r = p.polygonStart[g]!; r < p.polygonStart[g + 1]!; r++) {
      let ring = 0;
      for (let v = p.ringStart[r]!; v + 1 < p.ringStart[r + 1]!; v++) {
        ring += measure.between(p.xy[2 * v]!, p.xy[2 * v + 1]!, p.xy[2 * v + 2]!, p.xy[2 * v + 3]!);
      }
      if (!measure.oriented) sum += ring;
      else sum += r === p.polygonStart[g] ? Math.abs(ring) : -Math.abs(ring);
    }
  }
  return sum;
}
