import { type Arcs, indexArcs } from './arcs.ts';
import { type Cycles, isWest, walkCycles } from './cycles.ts';
import { type HalfEdges, linkHalfEdges } from './half-edges.ts';
import { WestwardRay } from './nearest-arc.ts';
import type { Nodes } from './nodes.ts';

/** The plane cut up by arcs that meet at nodes only. Face 0 is the unbounded one. */
export interface Faces {
  readonly nodes: Nodes;
  readonly arcs: Arcs;
  readonly halfEdges: HalfEdges;
  readonly count: number;
  /** The face to the left of each half-edge. */
  readonly of: Uint32Array;
  /** How often each face is covered by either layer: two numbers a face. */
  readonly cover: Int32Array;
}

/**
 * Finds the faces and how often each is covered: 0 times outside everything, and by an arc's net more often on its left than on its
 * right. Time O(n log n) for arcs that do not lie in very many separate groups on one parallel.
 */
export function findFaces(nodes: Nodes, arcs: Arcs): Faces {
  const halfEdges = linkHalfEdges(nodes, arcs);
  const cycles = walkCycles(nodes, halfEdges);
  const ray = new WestwardRay(nodes, arcs, indexArcs(nodes, arcs));
  const faceOf = new Uint32Array(cycles.count);
  const cover = new Int32Array(2 * (cycles.count + 1));
  let count = 1;
  const { members, start } = halfEdgesByCycle(cycles);
  const seen = new Uint8Array(cycles.count);
  // From west to east, so that whatever a ray to the west meets is known already.
  for (const contour of contours(nodes, halfEdges, cycles)) {
    const hit = ray.from(halfEdges.origin[cycles.west[contour]!]!);
    faceOf[contour] = hit < 0 ? 0 : faceOf[cycles.of[hit]!]!;
    seen[contour] = 1;
    const queue = [contour];
    for (let cycle = queue.pop(); cycle !== undefined; cycle = queue.pop()) {
      const here = 2 * faceOf[cycle]!;
      for (let i = start[cycle]!; i < start[cycle + 1]!; i++) {
        const h = members[i]!;
        const beyond = cycles.of[h ^ 1]!;
        if (seen[beyond] === 1) continue;
        seen[beyond] = 1;
        const back = (h & 1) === 0 ? -1 : 1;
        cover[2 * count] = cover[here]! + back * arcs.net[h & ~1]!;
        cover[2 * count + 1] = cover[here + 1]! + back * arcs.net[h | 1]!;
        faceOf[beyond] = count++;
        queue.push(beyond);
      }
    }
  }
  const of = cycles.of.map((cycle) => faceOf[cycle]!);
  return { nodes, arcs, halfEdges, count, of, cover: cover.slice(0, 2 * count) };
}

/** The outer contour of each connected group of arcs, from west to east. */
function contours(nodes: Nodes, { origin }: HalfEdges, cycles: Cycles): number[] {
  const parent = Uint32Array.from({ length: cycles.count }, (_, c) => c);
  const find = (c: number): number => {
    while (parent[c] !== c) {
      parent[c] = parent[parent[c]!]!;
      c = parent[c]!;
    }
    return c;
  };
  for (let h = 0; h < cycles.of.length; h += 2) parent[find(cycles.of[h]!)] = find(cycles.of[h + 1]!);
  const outer = new Int32Array(cycles.count).fill(-1);
  for (let c = 0; c < cycles.count; c++) {
    const group = find(c);
    const best = outer[group]!;
    if (best < 0 || cycles.area[c]! < cycles.area[best]!) outer[group] = c;
  }
  const west = (c: number): number => origin[cycles.west[c]!]!;
  return [...outer]
    .filter((c) => c >= 0)
    .sort((c, d) => (isWest(nodes.xy, west(c), west(d)) ? -1 : isWest(nodes.xy, west(d), west(c)) ? 1 : 0));
}

function halfEdgesByCycle(cycles: Cycles): { members: Uint32Array; start: Uint32Array } {
  const start = new Uint32Array(cycles.count + 1);
  for (const cycle of cycles.of) start[cycle + 1]!++;
  for (let c = 0; c < cycles.count; c++) start[c + 1]! += start[c]!;
  const next = start.slice(0, cycles.count);
  const members = new Uint32Array(cycles.of.length);
  for (let h = 0; h < members.length; h++) members[next[cycles.of[h]!]!++] = h;
  return { members, start };
}
