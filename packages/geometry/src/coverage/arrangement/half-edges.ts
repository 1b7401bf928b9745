import { side } from '../../edges/side.ts';
import type { Arcs } from './arcs.ts';
import type { Nodes } from './nodes.ts';

/**
 * Both directions of every arc: half-edge `2k` runs along arc `k`, `2k+1` back, so that `h ^ 1` is the other one. `next[h]` follows `h`
 * around the face to its left.
 */
export interface HalfEdges {
  /** Node at which each half-edge starts; it ends where its twin starts. */
  readonly origin: Uint32Array;
  readonly next: Uint32Array;
}

/** Links arcs that meet at nodes only. The order around a node is decided by exact predicates. */
export function linkHalfEdges(nodes: Nodes, arcs: Arcs): HalfEdges {
  const { xy } = nodes;
  const n = 2 * arcs.length;
  const origin = new Uint32Array(n);
  for (let k = 0; k < arcs.length; k++) {
    origin[2 * k] = arcs.from[k]!;
    origin[2 * k + 1] = arcs.to[k]!;
  }
  const start = new Uint32Array(nodes.length + 1);
  for (let h = 0; h < n; h++) start[origin[h]! + 1]!++;
  for (let v = 0; v < nodes.length; v++) start[v + 1]! += start[v]!;
  const leaving = new Uint32Array(n);
  const fill = start.slice(0, nodes.length);
  for (let h = 0; h < n; h++) leaving[fill[origin[h]!]!++] = h;

  const next = new Uint32Array(n);
  for (let v = 0; v < nodes.length; v++) {
    const x = xy[2 * v]!;
    const y = xy[2 * v + 1]!;
    /** 0 for directions from east to just before west, 1 for the rest. */
    const half = (w: number): number => (xy[w + 1]! > y || (xy[w + 1] === y && xy[w]! > x) ? 0 : 1);
    const around = leaving.subarray(start[v]!, start[v + 1]!);
    if (around.length > 2) {
      around.sort((g, h) => {
        const p = 2 * origin[g ^ 1]!;
        const q = 2 * origin[h ^ 1]!;
        return half(p) - half(q) || side(x, y, xy[q]!, xy[q + 1]!, xy[p]!, xy[p + 1]!) || g - h;
      });
    }
    // Counter-clockwise now: coming in along the twin of one, the face to the left goes on with the one before it.
    for (let i = 0; i < around.length; i++) {
      next[around[i]! ^ 1] = around[(i === 0 ? around.length : i) - 1]!;
    }
  }
  return { origin, next };
}
