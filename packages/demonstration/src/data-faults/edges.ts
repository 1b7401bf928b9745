import type { DraftFeature } from './draft-layer.ts';

export type Edge = readonly [x0: number, y0: number, x1: number, y1: number];

/** All edges of features, each as it runs: `x0,y0,x1,y1`. An edge that is also there the other way is shared. */
export function edgesOf(features: readonly DraftFeature[]): ReadonlySet<string> {
  const edges = new Set<string>();
  for (const { polygons } of features) {
    for (const ring of polygons.flat()) {
      for (let i = 0; i + 3 < ring.length; i += 2) edges.add(ring.slice(i, i + 4).join());
    }
  }
  return edges;
}
