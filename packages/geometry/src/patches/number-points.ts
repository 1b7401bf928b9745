import { hashWords } from './hash-words.ts';

export interface PointNumbers {
  /** Number of each point; equal points have the same, numbered from 0 in order of first appearance. */
  readonly id: Uint32Array;
  /** How many different points there are. */
  readonly count: number;
}

/**
 * Tells which points are the same, to the bit. Open addressing in one typed array.
 *
 * @param xy x and y of every point; no negative zeros
 */
export function numberPoints(xy: Float64Array): PointNumbers {
  const n = xy.length / 2;
  let size = 16;
  while (size < 1.4 * n) size *= 2;
  const mask = size - 1;
  /** First point of each kind + 1. */
  const slot = new Uint32Array(size);
  const words = new Uint32Array(xy.buffer, xy.byteOffset, 2 * xy.length);
  const id = new Uint32Array(n);
  let count = 0;
  for (let v = 0; v < n; v++) {
    const x = xy[2 * v]!;
    const y = xy[2 * v + 1]!;
    // Edges written one after the other as start and end have a point in common, whichever way they run.
    const near = v > 0 && xy[2 * v - 2] === x && xy[2 * v - 1] === y ? v - 1 : v - 3;
    if (near >= 0 && xy[2 * near] === x && xy[2 * near + 1] === y) {
      id[v] = id[near]!;
      continue;
    }
    let s = hashWords(words[4 * v]!, words[4 * v + 1]!, words[4 * v + 2]!, words[4 * v + 3]!) & mask;
    for (;;) {
      const first = slot[s]! - 1;
      if (first < 0) {
        slot[s] = v + 1;
        id[v] = count++;
        break;
      }
      if (xy[2 * first] === x && xy[2 * first + 1] === y) {
        id[v] = id[first]!;
        break;
      }
      s = (s + 1) & mask;
    }
  }
  return { id, count };
}
