import { Arcs } from './arcs.ts';

export interface MergedArcs {
  /** Each arc once, from the smaller node to the larger; those that stand as often in one direction as in the other are gone. */
  readonly arcs: Arcs;
  /** For each arc given the next one that lies on it, or −1; `arcs.owner` is the first of them. */
  readonly next: Int32Array;
}

/** Puts arcs between the same two nodes together. Expected O(n). */
export function mergeArcs(given: Arcs): MergedArcs {
  const n = given.length;
  const next = new Int32Array(n).fill(-1);
  let size = 16;
  while (size < 2 * n) size *= 2;
  const mask = size - 1;
  const table = new Int32Array(size);
  const sum = new Int32Array(2 * n);
  const last = new Int32Array(n);
  for (let k = 0; k < n; k++) {
    const low = Math.min(given.from[k]!, given.to[k]!);
    const high = Math.max(given.from[k]!, given.to[k]!);
    const sign = given.from[k] === low ? 1 : -1;
    let slot = Math.imul(Math.imul(low, 0x9e3779b1) ^ high, 0x85ebca6b);
    slot = (slot ^ (slot >>> 15)) & mask;
    for (; table[slot] !== 0; slot = (slot + 1) & mask) {
      const first = table[slot]! - 1;
      const a = given.from[first]!;
      const b = given.to[first]!;
      if ((a === low && b === high) || (a === high && b === low)) break;
    }
    if (table[slot] === 0) table[slot] = k + 1;
    else next[last[table[slot]! - 1]!] = k;
    const first = table[slot]! - 1;
    last[first] = k;
    sum[2 * first]! += sign * given.net[2 * k]!;
    sum[2 * first + 1]! += sign * given.net[2 * k + 1]!;
  }
  const arcs = new Arcs();
  for (let k = 0; k < n; k++) {
    if (sum[2 * k] === 0 && sum[2 * k + 1] === 0) continue;
    const low = Math.min(given.from[k]!, given.to[k]!);
    const high = Math.max(given.from[k]!, given.to[k]!);
    arcs.add(low, high, sum[2 * k]!, sum[2 * k + 1]!, k);
  }
  return { arcs, next };
}
