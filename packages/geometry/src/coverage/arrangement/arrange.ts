import type { Polygons } from '../../polygons.ts';
import { signedRingArea } from '../../ring.ts';
import { type Arcs, NO_OWNER } from './arcs.ts';
import { crossArcs } from './cross-arcs.ts';
import { type Faces, findFaces } from './faces.ts';
import { mergeArcs } from './merge-arcs.ts';
import type { Nodes } from './nodes.ts';
import { type Splits, splitArcs } from './split-arcs.ts';
import { vertexContacts } from './vertex-contacts.ts';

/** A node on or near an arc of which it is no end; `distance` is 0 only where it lies exactly on it. */
export type Contact = (node: number, arc: number, distance: number) => void;

export interface Arrangement {
  readonly faces: Faces;
  /** Owners of the edges that run along an arc, ascending. */
  readonly owners: (arc: number) => number[];
}

/**
 * Cuts the plane up along edges. First edges are split at vertices exactly on them and put together where they lie on each other, so that
 * edges which cancel never meet the rounding of crossing points; then what is left is split where it crosses.
 *
 * @param edges one arc an edge, `owner` of it as the caller likes
 * @param tolerance how near a node must come to an edge to be reported to `contact`
 */
export function arrange(nodes: Nodes, edges: Arcs, tolerance = 0, contact?: Contact): Arrangement {
  const splits: Splits = { arc: [], node: [] };
  vertexContacts(nodes, edges, tolerance, (node, arc, distance) => {
    if (distance === 0) {
      splits.arc.push(arc);
      splits.node.push(node);
    }
    contact?.(node, arc, distance);
  });
  const pieces = splitArcs(nodes, edges, splits);
  const { arcs: merged, next } = mergeArcs(pieces);
  const arcs = crossArcs(nodes, merged);
  return {
    faces: findFaces(nodes, arcs),
    owners: (arc) => {
      const found = new Set<number>();
      for (let k = arcs.owner[arc]!; k >= 0; k = next[k]!) found.add(pieces.owner[k]!);
      found.delete(NO_OWNER);
      return [...found].sort((a, b) => a - b);
    },
  };
}

/**
 * Adds the edges of feature `f` to `arcs`, interior to the left as told by the role of each ring.
 *
 * @param layer 0 or 1: the layer of the arrangement that they belong to
 */
export function addFeature(
  nodes: Nodes,
  arcs: Arcs,
  p: Polygons,
  f: number,
  layer: 0 | 1,
  owner: number,
): void {
  for (let g = p.featureStart[f]!; g < p.featureStart[f + 1]!; g++) {
    for (let r = p.polygonStart[g]!; r < p.polygonStart[g + 1]!; r++) {
      const from = p.ringStart[r]!;
      const to = p.ringStart[r + 1]!;
      const leftIsInside = signedRingArea(p.xy, from, to) >= 0 === (r === p.polygonStart[g]);
      addRing(nodes, arcs, p.xy, from, to, leftIsInside ? 1 : -1, layer, owner);
    }
  }
}

/** Adds the edges of the closed ring `xy[2·from .. 2·to)`; `sign` is +1 where the interior lies to the left. */
export function addRing(
  nodes: Nodes,
  arcs: Arcs,
  xy: ArrayLike<number>,
  from: number,
  to: number,
  sign: number,
  layer: 0 | 1,
  owner: number,
): void {
  let a = nodes.add(xy[2 * from]!, xy[2 * from + 1]!);
  for (let v = from + 1; v < to; v++) {
    const b = nodes.add(xy[2 * v]!, xy[2 * v + 1]!);
    if (a !== b) arcs.add(a, b, layer === 0 ? sign : 0, layer === 1 ? sign : 0, owner);
    a = b;
  }
}
