import { canonicalHash } from '../identity/canonical-hash.ts';
import { ShapeComparison } from '../identity/same-shape.ts';
import type { Polygons } from '../polygons.ts';

/**
 * Groups of features of the same shape on a grid of `snap`, however their rings are written; each group ascending, groups by their
 * first feature.
 *
 * @param suspects features that may have a twin, ascending: those with loose edges, since a twin's edges run the same way
 */
export function findDuplicates(p: Polygons, suspects: readonly number[], snap: number): number[][] {
  const byHash = new Map<number, number[]>();
  for (const f of suspects) {
    if (p.featureStart[f] === p.featureStart[f + 1]) continue;
    const hash = canonicalHash(p, f, snap);
    const bucket = byHash.get(hash);
    if (bucket) bucket.push(f);
    else byHash.set(hash, [f]);
  }
  const comparison = new ShapeComparison(snap);
  const groups: number[][] = [];
  for (const bucket of byHash.values()) {
    for (let left = bucket; left.length > 1; ) {
      const [first, ...others] = left;
      const twins = others.filter((f) => comparison.same(p, first!, p, f));
      if (twins.length > 0) groups.push([first!, ...twins]);
      left = others.filter((f) => !twins.includes(f));
    }
  }
  return groups.sort((a, b) => a[0]! - b[0]!);
}
