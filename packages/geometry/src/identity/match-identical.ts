import { featureCount, type Polygons } from '../polygons.ts';
import { canonicalHash } from './canonical-hash.ts';
import { ShapeComparison } from './same-shape.ts';

/**
 * Pairs features of `a` and `b` that are the same shape on a grid, one to one (of several equal ones the first with the
 * first). Returns for each feature of `a` its partner in `b`, or −1. Empty features are never paired.
 *
 * @param grid spacing in the coordinates' unit
 */
export function matchIdentical(a: Polygons, b: Polygons, grid: number): Int32Array {
  const n = featureCount(b);
  const buckets = 1 << Math.ceil(Math.log2(Math.max(2, 2 * n)));
  const first = new Int32Array(buckets).fill(-1);
  const next = new Int32Array(n).fill(-1);
  const hashes = new Float64Array(n);
  for (let g = n - 1; g >= 0; g--) {
    if (b.featureStart[g] === b.featureStart[g + 1]) continue;
    hashes[g] = canonicalHash(b, g, grid);
    const bucket = hashes[g]! % buckets;
    next[g] = first[bucket]!;
    first[bucket] = g;
  }
  const comparison = new ShapeComparison(grid);
  const match = new Int32Array(featureCount(a)).fill(-1);
  for (let f = 0; f < match.length; f++) {
    if (a.featureStart[f] === a.featureStart[f + 1]) continue;
    const hash = canonicalHash(a, f, grid);
    const bucket = hash % buckets;
    for (let g = first[bucket]!, before = -1; g >= 0; before = g, g = next[g]!) {
      if (hashes[g] !== hash || !comparison.same(a, f, b, g)) continue;
      match[f] = g;
      if (before < 0) first[bucket] = next[g]!;
      else next[before] = next[g]!;
      break;
    }
  }
  return match;
}
