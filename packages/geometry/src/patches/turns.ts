import { side } from '../edges/side.ts';
import type { Outline } from './outline.ts';

export interface Turns {
  /** Edge that follows each edge around the ground to the left of both; the edge itself where the features overlap. */
  readonly next: Uint32Array;
  /** Pairs of edges that start or end at one node with ground of two features between them: there the features overlap. */
  readonly overlapping: readonly (readonly [number, number])[];
}

/**
 * Links the edges of an outline to boundaries. At a node where several edges meet, an edge is followed by the first one to its
 * left: the boundary stays with the ground it encloses, so patches that touch at a corner stay apart.
 */
export function turnsOf(outline: Outline): Turns {
  const { ends, tail, head, nodes } = outline;
  const next = Uint32Array.from(tail, (_, k) => k);
  const out = byNode(tail, nodes);
  const into = byNode(head, nodes);
  const overlapping: [number, number][] = [];
  for (let node = 0; node < nodes; node++) {
    const firstOut = out.start[node]!;
    const firstIn = into.start[node]!;
    const degree = out.start[node + 1]! - firstOut;
    if (degree === 1 && into.start[node + 1]! - firstIn === 1) {
      next[into.edges[firstIn]!] = out.edges[firstOut]!;
      continue;
    }
    // Rays around the node, counter-clockwise: edge k as 2k where it starts here, as 2k+1 where it ends here.
    const rays: number[] = [];
    for (let i = firstOut; i < out.start[node + 1]!; i++) rays.push(2 * out.edges[i]!);
    for (let i = firstIn; i < into.start[node + 1]!; i++) rays.push(2 * into.edges[i]! + 1);
    rays.sort((r, s) => compareRays(ends, r, s));
    for (let i = 0; i < rays.length; i++) {
      const ray = rays[i]!;
      const before = rays[(i + rays.length - 1) % rays.length]!;
      if ((ray & 1) === (before & 1)) overlapping.push([before >>> 1, ray >>> 1]);
      else if (ray & 1) next[ray >>> 1] = before >>> 1;
    }
  }
  return { next, overlapping };
}

/** Edges by node: those of node `i` are `edges[start[i]] … edges[start[i+1]−1]`. */
function byNode(node: Uint32Array, nodes: number): { start: Uint32Array; edges: Uint32Array } {
  const start = new Uint32Array(nodes + 1);
  for (const i of node) start[i + 1]!++;
  for (let i = 0; i < nodes; i++) start[i + 1]! += start[i]!;
  const at = start.slice(0, nodes);
  const edges = new Uint32Array(node.length);
  for (let k = 0; k < node.length; k++) edges[at[node[k]!]!++] = k;
  return { start, edges };
}

/** Order of two rays from one node by direction, counter-clockwise from east; exact. */
function compareRays(ends: Float64Array, r: number, s: number): number {
  const at = 4 * (r >>> 1) + (r & 1 ? 2 : 0);
  const x = ends[at]!;
  const y = ends[at + 1]!;
  const i = 4 * (r >>> 1) + (r & 1 ? 0 : 2);
  const j = 4 * (s >>> 1) + (s & 1 ? 0 : 2);
  const [px, py, qx, qy] = [ends[i]!, ends[i + 1]!, ends[j]!, ends[j + 1]!];
  const lowerP = py < y || (py === y && px < x) ? 1 : 0;
  const lowerQ = qy < y || (qy === y && qx < x) ? 1 : 0;
  return lowerP - lowerQ || -Math.sign(side(x, y, px, py, qx, qy));
}
