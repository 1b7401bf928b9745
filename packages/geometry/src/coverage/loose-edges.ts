import type { EdgeLayer } from '../edges/edge-layer.ts';
import { featureCount, type Polygons } from '../polygons.ts';
import { Arcs, NO_OWNER } from './arrangement/arcs.ts';
import { addFeature } from './arrangement/arrange.ts';
import { Nodes } from './arrangement/nodes.ts';
import { type EdgeMatch, NO_MATE } from './match-edges.ts';

/** Edges without a mate: the only places where the number of features that cover a point can change. One arc an edge. */
export interface LooseEdges {
  readonly nodes: Nodes;
  /** `owner` is the feature; edges of the outer boundary have none and belong to the arrangement's second layer. */
  readonly arcs: Arcs;
}

/**
 * @param repaired features that were left out of matching, in their valid form: all their edges are loose, and cancel later
 */
export function looseEdges(
  layer: EdgeLayer,
  { mate }: EdgeMatch,
  repaired: ReadonlyMap<number, Polygons>,
  boundary: Polygons | undefined,
): LooseEdges {
  const nodes = new Nodes();
  const arcs = new Arcs();
  const { xy, ringStart, ringFeature, ringSign } = layer;
  for (let r = 0; r < ringFeature.length; r++) {
    const feature = ringFeature[r]!;
    const end = ringStart[r + 1]! - 1;
    for (let e = ringStart[r]!; e < end; e++) {
      if (mate[e] !== NO_MATE || (repaired.size > 0 && repaired.has(feature))) continue;
      const a = nodes.add(xy[2 * e]!, xy[2 * e + 1]!);
      const b = nodes.add(xy[2 * e + 2]!, xy[2 * e + 3]!);
      arcs.add(a, b, ringSign[r]!, 0, feature);
    }
  }
  for (const [feature, valid] of repaired) addFeature(nodes, arcs, valid, 0, 0, feature);
  if (boundary) {
    for (let f = 0; f < featureCount(boundary); f++) addFeature(nodes, arcs, boundary, f, 1, NO_OWNER);
  }
  return { nodes, arcs };
}
