import type { HalfEdges } from './half-edges.ts';
import type { Nodes } from './nodes.ts';

/** Closed walks of half-edges, each around one face on its left. */
export interface Cycles {
  readonly count: number;
  /** The cycle of each half-edge. */
  readonly of: Uint32Array;
  /** Signed area: positive for the outer border of a face, negative for the contour of something inside it. */
  readonly area: Float64Array;
  /** A half-edge of each cycle: one that starts at its node furthest west, and south among those. */
  readonly west: Uint32Array;
}

export function walkCycles(nodes: Nodes, { origin, next }: HalfEdges): Cycles {
  const { xy } = nodes;
  const of = new Uint32Array(next.length).fill(0xffffffff);
  const area: number[] = [];
  const west: number[] = [];
  for (let first = 0; first < next.length; first++) {
    if (of[first] !== 0xffffffff) continue;
    const x0 = xy[2 * origin[first]!]!;
    const y0 = xy[2 * origin[first]! + 1]!;
    let px = 0;
    let py = 0;
    let sum = 0;
    let best = first;
    for (let h = first; of[h] === 0xffffffff; h = next[h]!) {
      of[h] = area.length;
      const x = xy[2 * origin[h]!]! - x0;
      const y = xy[2 * origin[h]! + 1]! - y0;
      sum += px * y - x * py;
      px = x;
      py = y;
      if (isWest(xy, origin[h]!, origin[best]!)) best = h;
    }
    area.push(sum / 2);
    west.push(best);
  }
  return { count: area.length, of, area: Float64Array.from(area), west: Uint32Array.from(west) };
}

/** Whether node `v` lies west of node `w`, or south of it on the same meridian. */
export function isWest(xy: Float64Array, v: number, w: number): boolean {
  const dx = xy[2 * v]! - xy[2 * w]!;
  return dx < 0 || (dx === 0 && xy[2 * v + 1]! < xy[2 * w + 1]!);
}
