import { packTree, TreeSearch } from '../edges/packed-tree.ts';
import { meeting, segmentMeeting } from '../edges/segments.ts';
import type { Outline } from './outline.ts';
import type { Turns } from './turns.ts';

/** Outline edges in a bundle. */
const BUNDLE = 8;

/**
 * Pairs of outline edges that cross, touch elsewhere than at a common end, or come within `distance` of each other there:
 * `visit(k, l)` with k < l. `skip(k, l)` names pairs that need not be looked at.
 *
 * Edges that follow each other are bundled, bundles are searched through an index. Where the distance is 0 the answer is exact.
 */
export function nearContacts(
  outline: Outline,
  { next }: Turns,
  distance: number,
  skip: (k: number, l: number) => boolean,
  visit: (k: number, l: number) => void,
): void {
  const { order, start } = bundlesOf(next);
  const boxes = boxesOf(outline, order, start);
  const tree = packTree(boxes);
  const search = new TreeSearch();
  const square = distance * distance;
  for (let b = 0; b + 1 < start.length; b++) {
    const found = search.search(
      tree,
      boxes[4 * b]! - distance,
      boxes[4 * b + 1]! - distance,
      boxes[4 * b + 2]! + distance,
      boxes[4 * b + 3]! + distance,
    );
    for (let m = 0; m < found.length; m++) {
      const c = found[m]!;
      if (c < b) continue;
      for (let i = start[b]!; i < start[b + 1]!; i++) {
        const k = order[i]!;
        if (apart(outline.ends, k, boxes, c, distance)) continue;
        for (let j = b === c ? i + 1 : start[c]!; j < start[c + 1]!; j++) {
          const l = order[j]!;
          if (meetsBadly(outline, k, l, distance, square) && !skip(k, l)) visit(k, l);
        }
      }
    }
  }
}

/** Edges in the order of the boundaries, and the runs of up to `BUNDLE` among them: first place of each, and the number of edges. */
function bundlesOf(next: Uint32Array): { order: Uint32Array; start: Uint32Array } {
  const n = next.length;
  const order = new Uint32Array(n);
  const done = new Uint8Array(n);
  const start: number[] = [];
  let at = 0;
  for (let first = 0; first < n; first++) {
    const begin = at;
    for (let k = first; done[k] === 0; k = next[k]!) {
      if ((at - begin) % BUNDLE === 0) start.push(at);
      done[k] = 1;
      order[at++] = k;
    }
  }
  start.push(n);
  return { order, start: Uint32Array.from(start) };
}

function boxesOf({ ends }: Outline, order: Uint32Array, start: Uint32Array): Float64Array {
  const n = start.length - 1;
  const boxes = new Float64Array(4 * n);
  for (let b = 0; b < n; b++) {
    let minX = Infinity;
    let minY = Infinity;
    let maxX = -Infinity;
    let maxY = -Infinity;
    for (let i = start[b]!; i < start[b + 1]!; i++) {
      const k = 4 * order[i]!;
      minX = Math.min(minX, ends[k]!, ends[k + 2]!);
      minY = Math.min(minY, ends[k + 1]!, ends[k + 3]!);
      maxX = Math.max(maxX, ends[k]!, ends[k + 2]!);
      maxY = Math.max(maxY, ends[k + 1]!, ends[k + 3]!);
    }
    boxes[4 * b] = minX;
    boxes[4 * b + 1] = minY;
    boxes[4 * b + 2] = maxX;
    boxes[4 * b + 3] = maxY;
  }
  return boxes;
}

/** Whether edge `k` is further than `distance` from box `c`. */
function apart(ends: Float64Array, k: number, boxes: Float64Array, c: number, distance: number): boolean {
  const i = 4 * k;
  const j = 4 * c;
  return (
    Math.min(ends[i]!, ends[i + 2]!) - distance > boxes[j + 2]! ||
    Math.max(ends[i]!, ends[i + 2]!) + distance < boxes[j]! ||
    Math.min(ends[i + 1]!, ends[i + 3]!) - distance > boxes[j + 3]! ||
    Math.max(ends[i + 1]!, ends[i + 3]!) + distance < boxes[j + 1]!
  );
}

function meetsBadly({ ends }: Outline, k: number, l: number, distance: number, square: number): boolean {
  const i = 4 * k;
  const j = 4 * l;
  const px = ends[i]!;
  const py = ends[i + 1]!;
  const qx = ends[i + 2]!;
  const qy = ends[i + 3]!;
  const rx = ends[j]!;
  const ry = ends[j + 1]!;
  const sx = ends[j + 2]!;
  const sy = ends[j + 3]!;
  if (Math.min(px, qx) - distance > Math.max(rx, sx) || Math.max(px, qx) + distance < Math.min(rx, sx)) {
    return false;
  }
  if (Math.min(py, qy) - distance > Math.max(ry, sy) || Math.max(py, qy) + distance < Math.min(ry, sy)) {
    return false;
  }
  return segmentMeeting(square, px, py, qx, qy, rx, ry, sx, sy) >= meeting.same;
}
