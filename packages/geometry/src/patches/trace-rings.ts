import type { Outline } from './outline.ts';
import type { Turns } from './turns.ts';

/** Simple closed rings, and the boundary each was cut from: a boundary that comes back to a node is cut there. */
export interface TracedRings {
  /** x and y of the vertices, the first repeated at the end of each ring. Ground to the left. */
  readonly xy: Float64Array;
  /** Whether other rings, too, may have this vertex. */
  readonly shared: Uint8Array;
  /** First vertex of each ring, and the number of vertices. */
  readonly ringStart: Uint32Array;
  /** Boundary of each ring; rings of a boundary stand together. */
  readonly boundary: Uint32Array;
}

/**
 * Follows an outline into rings that meet no node twice. Around one boundary lies one connected piece of ground: of its rings at
 * most one runs counter-clockwise (the shell), the others are holes that touch the shell or each other at points.
 */
export function traceRings({ ends, tail, nodes }: Outline, { next }: Turns): TracedRings {
  const n = tail.length;
  const degree = new Uint32Array(nodes);
  for (const node of tail) degree[node]!++;
  const xy = new Float64Array(4 * n);
  const shared = new Uint8Array(2 * n);
  let length = 0;
  const ringStart = [0];
  const boundary: number[] = [];
  const done = new Uint8Array(n);
  /** Place of a node on the path + 1. */
  const place = new Uint32Array(nodes);
  const path: number[] = [];
  const cutFrom = (from: number): void => {
    const first = length;
    for (let i = from; i < path.length; i++) {
      const k = path[i]!;
      place[tail[k]!] = 0;
      shared[length / 2] = degree[tail[k]!]! > 1 ? 1 : 0;
      xy[length++] = ends[4 * k]!;
      xy[length++] = ends[4 * k + 1]!;
    }
    shared[length / 2] = shared[first / 2]!;
    xy[length++] = xy[first]!;
    xy[length++] = xy[first + 1]!;
    ringStart.push(length / 2);
    path.length = from;
  };
  let boundaries = 0;
  for (let first = 0; first < n; first++) {
    if (done[first]) continue;
    for (let k = first; ; k = next[k]!) {
      const at = place[tail[k]!]! - 1;
      if (at >= 0) {
        cutFrom(at);
        boundary.push(boundaries);
      }
      if (done[k]) break;
      done[k] = 1;
      path.push(k);
      place[tail[k]!] = path.length;
    }
    boundaries++;
  }
  return {
    xy: xy.slice(0, length),
    shared,
    ringStart: Uint32Array.from(ringStart),
    boundary: Uint32Array.from(boundary),
  };
}
