import type { EdgeLayer } from '../edges/edge-layer.ts';
import { TreeSearch } from '../edges/packed-tree.ts';
import { findCrossings } from './crossings.ts';
import { Events, type Origin } from './events.ts';
import { fragmentMeasure, type MeasureSpec } from './fragment-measure.ts';
import { Locator } from './locate.ts';
import { mergeSums, type PairRows } from './merge-sums.ts';
import { eventsByRing, PairSums, RingWalk } from './ring-walk.ts';
import { unsoundFeatures } from './unsound-features.ts';

/** What the kernel can say of two layers, and the pairs of which it cannot. */
export interface KernelSums {
  readonly rows: PairRows;
  /** Pairs with a feature that is no valid polygon, as left and right by turns; `rows` may hold them, with a wrong number. */
  readonly doubtful: Uint32Array;
}

/**
 * Visits every fragment of the boundaries of A∩B for every pair of features and adds up the measures.
 *
 * @param origin the same for all parts of one overlay
 * @param sound true where both layers are known to hold valid polygons only: then they are not checked again
 */
export function sumFragments(
  a: EdgeLayer,
  b: EdgeLayer,
  specs: readonly MeasureSpec[],
  origin: Origin,
  sound: boolean,
): KernelSums {
  const measures = specs.map((spec) => fragmentMeasure(spec, origin));
  const onA = new Events(origin);
  const onB = new Events(origin);
  findCrossings(a, b, onA, onB);
  const alongA = new PairSums();
  const alongB = new PairSums();
  const ringsA = a.ringFeature.length;
  const ringsB = b.ringFeature.length;
  new RingWalk(a, b, eventsByRing(onA, ringsA), new Locator(b, 'layer'), measures).walk(0, ringsA, alongA);
  new RingWalk(b, a, eventsByRing(onB, ringsB), new Locator(a, 'points'), measures).walk(0, ringsB, alongB);
  const rows = mergeSums(alongA, alongB, measures.length, features(a), features(b));
  return { rows, doubtful: doubtfulPairs(a, b, alongA, alongB, sound) };
}

const features = (layer: EdgeLayer): number => layer.featureRing.length - 1;

/** Pairs of which a feature is unsound, or whose counts contradicted each other. */
function doubtfulPairs(
  a: EdgeLayer,
  b: EdgeLayer,
  alongA: PairSums,
  alongB: PairSums,
  sound: boolean,
): Uint32Array {
  const pairs: number[] = [];
  for (const { own, other } of alongA.contradicted) pairs.push(own, other);
  for (const { own, other } of alongB.contradicted) pairs.push(other, own);
  if (sound) return Uint32Array.from(pairs);
  const search = new TreeSearch();
  const near = (from: EdgeLayer, f: number, to: EdgeLayer): readonly number[] => {
    const box = from.featureBox.subarray(4 * f, 4 * f + 4);
    return search.search(to.featureTree, box[0]!, box[1]!, box[2]!, box[3]!);
  };
  for (const i of unsoundFeatures(a)) for (const j of near(a, i, b)) pairs.push(i, j);
  for (const j of unsoundFeatures(b)) for (const i of near(b, j, a)) pairs.push(i, j);
  return Uint32Array.from(pairs);
}
