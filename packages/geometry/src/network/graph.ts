import Flatbush from 'flatbush';
import type { Polylines } from '../polylines.ts';
import { placeOnSegment } from './place-on-segment.ts';

/** Nodes and straight edges between them, and the ways that leave each node. Lengths in the coordinates' unit. */
export interface NetworkGraph {
  /** Coordinates of node n: x[n], y[n]. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Edge e runs from node from[e] to node to[e]. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly edgeLength: Float64Array;
  /** Ways that leave node n are firstWay[n] .. firstWay[n+1]: each leads to wayNode over wayLength. */
  readonly firstWay: Uint32Array;
  readonly wayNode: Uint32Array;
  readonly wayLength: Float64Array;
}

/**
 * The graph of some lines. Vertices within `snap` of each other are one node, so lines are joined where they share a vertex; an end of a
 * line within `snap` of another line's edge is joined to it there. Lines that only cross are not joined: one may pass over the other.
 *
 * @param snap coordinate unit, > 0
 */
export function graphOf(lines: Polylines, snap: number): NetworkGraph {
  const nodes = new SnappedNodes(snap);
  const segments: [number, number][] = [];
  const ends = new Set<number>();
  for (let part = 0; part + 1 < lines.start.length; part++) {
    let last = -1;
    for (let v = lines.start[part]!; v < lines.start[part + 1]!; v++) {
      const node = nodes.at(lines.xy[2 * v]!, lines.xy[2 * v + 1]!);
      if (last < 0) ends.add(node);
      else if (node !== last) segments.push([last, node]);
      last = node;
    }
    if (last >= 0) ends.add(last);
  }
  const edges = splitAtEnds(segments, ends, nodes, snap);
  return assemble(nodes, edges);
}

/** Numbers places; those within `snap` of one that is known already are that one. */
class SnappedNodes {
  readonly x: number[] = [];
  readonly y: number[] = [];
  readonly #snap: number;
  readonly #cells = new Map<string, number[]>();

  constructor(snap: number) {
    this.#snap = snap;
  }

  at(x: number, y: number): number {
    const column = Math.floor(x / this.#snap);
    const row = Math.floor(y / this.#snap);
    let nearest = -1;
    let least = this.#snap;
    for (let i = column - 1; i <= column + 1; i++) {
      for (let j = row - 1; j <= row + 1; j++) {
        for (const node of this.#cells.get(`${i} ${j}`) ?? []) {
          const away = Math.hypot(this.x[node]! - x, this.y[node]! - y);
          if (away > least || (away === least && nearest >= 0)) continue;
          nearest = node;
          least = away;
        }
      }
    }
    if (nearest >= 0) return nearest;
    const node = this.x.length;
    this.x.push(x);
    this.y.push(y);
    const key = `${column} ${row}`;
    const cell = this.#cells.get(key);
    if (cell) cell.push(node);
    else this.#cells.set(key, [node]);
    return node;
  }
}

/** The edges, each cut where an end of another line lies on it. */
function splitAtEnds(
  segments: readonly (readonly [number, number])[],
  ends: ReadonlySet<number>,
  { x, y }: SnappedNodes,
  snap: number,
): (readonly [number, number])[] {
  if (segments.length === 0) return [];
  const index = new Flatbush(segments.length);
  for (const [a, b] of segments) {
    index.add(Math.min(x[a]!, x[b]!), Math.min(y[a]!, y[b]!), Math.max(x[a]!, x[b]!), Math.max(y[a]!, y[b]!));
  }
  index.finish();
  const cuts = new Map<number, { readonly node: number; readonly share: number }[]>();
  for (const node of ends) {
    const [px, py] = [x[node]!, y[node]!];
    for (const s of index.search(px - snap, py - snap, px + snap, py + snap)) {
      const [a, b] = segments[s]!;
      if (a === node || b === node) continue;
      const { share, away } = placeOnSegment(px, py, x[a]!, y[a]!, x[b]!, y[b]!);
      if (away > snap || share <= 0 || share >= 1) continue;
      cuts.set(s, [...(cuts.get(s) ?? []), { node, share }]);
    }
  }
  return segments.flatMap((segment, s) => {
    const cut = cuts.get(s)?.sort((p, q) => p.share - q.share || p.node - q.node);
    if (!cut) return [segment];
    const stops = [segment[0], ...cut.map(({ node }) => node), segment[1]];
    return stops.slice(1).map((node, i) => [stops[i]!, node] as const);
  });
}

function assemble({ x, y }: SnappedNodes, edges: readonly (readonly [number, number])[]): NetworkGraph {
  const from = Uint32Array.from(edges, ([a]) => a);
  const to = Uint32Array.from(edges, ([, b]) => b);
  const edgeLength = Float64Array.from(edges, ([a, b]) => Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!));
  const firstWay = new Uint32Array(x.length + 1);
  for (const [a, b] of edges) {
    firstWay[a + 1]!++;
    firstWay[b + 1]!++;
  }
  for (let node = 0; node < x.length; node++) firstWay[node + 1]! += firstWay[node]!;
  const next = firstWay.slice();
  const wayNode = new Uint32Array(2 * edges.length);
  const wayLength = new Float64Array(2 * edges.length);
  for (const [e, [a, b]] of edges.entries()) {
    for (const [start, end] of [
      [a, b],
      [b, a],
    ] as const) {
      const k = next[start]!++;
      wayNode[k] = end;
      wayLength[k] = edgeLength[e]!;
    }
  }
  return {
    x: Float64Array.from(x),
    y: Float64Array.from(y),
    ...{ from, to, edgeLength, firstWay, wayNode, wayLength },
  };
}
