import type { Polygons } from '../polygons.ts';
import { signedRingArea } from '../ring.ts';
import { hashWords } from './hash-words.ts';

/** Largest surplus that is counted, and the bits it takes. */
const MOST = 255;

/**
 * Directed edges counted against each other: how much more often an edge stands in one direction than in the other. Where a
 * layer is a clean coverage every inner border stands once in each direction and balances out; what remains is the outline,
 * interior to the left.
 *
 * Open addressing in one typed array, linear probing. Slot `s` holds at 2s `2·edge + reversed + 1` of an edge that runs in the surplus
 * direction, and at 2s+1 24 bits of its hash and 8 bits of surplus: one access to memory an edge, which is what the time goes to. Edge `k` runs from vertex `k` to vertex `k+1` of the polygons given.
 */
export class EdgeBalance {
  #polygons: Polygons;
  #words: Uint32Array;
  #used = 0;
  #table: Uint32Array;

  /** @param polygons no negative zeros among the coordinates: edges are hashed by their bits */
  constructor(polygons: Polygons) {
    this.#polygons = polygons;
    this.#words = wordsOf(polygons.xy);
    // Where every edge is shared, half as many slots are used as there are edges.
    let size = 16;
    while (size < 0.35 * polygons.xy.length) size *= 2;
    this.#table = new Uint32Array(2 * size);
  }

  /** Goes on with more polygons; those known so far must stand at the beginning, unchanged. */
  extend(polygons: Polygons): void {
    this.#polygons = polygons;
    this.#words = wordsOf(polygons.xy);
  }

  /** Adds the boundary of feature `f`; `weight` −1 takes it away again. */
  addFeature(f: number, weight: 1 | -1): void {
    this.#eachRing(f, (from, to, reversed) => {
      this.#addRing(from, to, weight > 0 ? reversed : reversed === 0 ? 1 : 0);
    });
  }

  /** Makes feature `f` the one that stands for the surplus of its edges, where its own edges run that way. */
  adoptFeature(f: number): void {
    this.#eachRing(f, (from, to, reversed) => {
      for (let e = from; e + 1 < to; e++) {
        const s = this.#find(e, this.#hashEdge(e));
        const code = this.#table[s]! - 1;
        if (code < 0 || this.#surplus(s) === 0) continue;
        if (this.#along(e, reversed, code)) this.#table[s] = 2 * e + reversed + 1;
      }
    });
  }

  /** What did not balance out: `2·edge + reversed`, ascending. */
  remaining(): Uint32Array {
    const table = this.#table;
    let n = 0;
    for (let s = 1; s < table.length; s += 2) if ((table[s]! & MOST) > 0) n++;
    const codes = new Uint32Array(n);
    n = 0;
    for (let s = 1; s < table.length; s += 2) if ((table[s]! & MOST) > 0) codes[n++] = table[s - 1]! - 1;
    return codes.sort();
  }

  /** Whether any edge stands more than once too often in one direction: its features overlap. */
  anyOverlaid(): boolean {
    for (let s = 0; s < this.#table.length; s += 2) if (this.#surplus(s) > 1) return true;
    return false;
  }

  /** Calls `visit` with a number for each edge of feature `f` that stands more than once too often, the same for the same edge. */
  eachOverlaid(f: number, visit: (place: number) => void): void {
    this.#eachRing(f, (from, to) => {
      for (let e = from; e + 1 < to; e++) {
        const s = this.#find(e, this.#hashEdge(e));
        if (this.#surplus(s) > 1) visit(s);
      }
    });
  }

  /** Rings of a feature: first vertex, end, and 1 where the interior lies to the right of the stored direction. */
  #eachRing(f: number, visit: (from: number, to: number, reversed: 0 | 1) => void): void {
    const { featureStart, polygonStart, ringStart, xy } = this.#polygons;
    for (let g = featureStart[f]!; g < featureStart[f + 1]!; g++) {
      for (let r = polygonStart[g]!; r < polygonStart[g + 1]!; r++) {
        const from = ringStart[r]!;
        const to = ringStart[r + 1]!;
        const counterClockwise = signedRingArea(xy, from, to) >= 0;
        visit(from, to, counterClockwise === (r === polygonStart[g]) ? 0 : 1);
      }
    }
  }

  #addRing(from: number, to: number, reversed: 0 | 1): void {
    const { xy } = this.#polygons;
    let before = this.#hashVertex(from);
    for (let e = from; e + 1 < to; e++) {
      const after = this.#hashVertex(e + 1);
      // Two points rounded to one are no edge.
      if (xy[2 * e] !== xy[2 * e + 2] || xy[2 * e + 1] !== xy[2 * e + 3]) {
        this.#add(e, reversed, mixEnds(before, after));
      }
      before = after;
    }
  }

  #hashEdge(e: number): number {
    return mixEnds(this.#hashVertex(e), this.#hashVertex(e + 1));
  }

  #hashVertex(v: number): number {
    const w = this.#words;
    return hashWords(w[4 * v]!, w[4 * v + 1]!, w[4 * v + 2]!, w[4 * v + 3]!);
  }

  #surplus(s: number): number {
    return this.#table[s + 1]! & MOST;
  }

  /** Where in the table an edge stands, in either direction, or the free place where it belongs. */
  #find(e: number, hash: number): number {
    const { xy } = this.#polygons;
    const table = this.#table;
    const last = table.length - 2;
    for (let s = (2 * hash) & last; ; s = (s + 2) & last) {
      const code = table[s]!;
      if (code === 0) return s;
      if (((table[s + 1]! ^ hash) & ~MOST) === 0) {
        const k = (code - 1) >>> 1;
        if (sameEnds(xy, e, k) || oppositeEnds(xy, e, k)) return s;
      }
    }
  }

  #add(e: number, reversed: 0 | 1, hash: number): void {
    const table = this.#table;
    const s = this.#find(e, hash);
    const code = table[s]!;
    const surplus = table[s + 1]! & MOST;
    if (surplus === 0) {
      table[s] = 2 * e + reversed + 1;
      table[s + 1] = (hash & ~MOST) | 1;
    } else if (surplus < MOST) {
      // A surplus that once reached the most stays there: the edge is never taken for a clean one.
      table[s + 1]! += this.#along(e, reversed, code - 1) ? 1 : -1;
    }
    if (code === 0 && ++this.#used > 0.375 * table.length) this.#grow();
  }

  /** Whether an edge runs the same way as the one that stands for the surplus. */
  #along(e: number, reversed: 0 | 1, code: number): boolean {
    return sameEnds(this.#polygons.xy, e, code >>> 1) === ((code & 1) === reversed);
  }

  #grow(): void {
    const table = this.#table;
    this.#table = new Uint32Array(2 * table.length);
    this.#used = 0;
    for (let s = 0; s < table.length; s += 2) {
      if ((table[s + 1]! & MOST) === 0) continue;
      const to = this.#find((table[s]! - 1) >>> 1, this.#hashEdge((table[s]! - 1) >>> 1));
      this.#table[to] = table[s]!;
      this.#table[to + 1] = table[s + 1]!;
      this.#used++;
    }
  }
}

function wordsOf(xy: Float64Array): Uint32Array {
  return new Uint32Array(xy.buffer, xy.byteOffset, 2 * xy.length);
}

function sameEnds(xy: Float64Array, e: number, k: number): boolean {
  return (
    xy[2 * e] === xy[2 * k] &&
    xy[2 * e + 1] === xy[2 * k + 1] &&
    xy[2 * e + 2] === xy[2 * k + 2] &&
    xy[2 * e + 3] === xy[2 * k + 3]
  );
}

function oppositeEnds(xy: Float64Array, e: number, k: number): boolean {
  return (
    xy[2 * e] === xy[2 * k + 2] &&
    xy[2 * e + 1] === xy[2 * k + 3] &&
    xy[2 * e + 2] === xy[2 * k] &&
    xy[2 * e + 3] === xy[2 * k + 1]
  );
}

/** Symmetric in the two ends, so that both directions find the same slot. */
function mixEnds(a: number, b: number): number {
  let h = (a + b) | 0;
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}
