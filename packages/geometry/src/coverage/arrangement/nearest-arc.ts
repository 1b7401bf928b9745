import { type PackedTree, TreeSearch } from '../../edges/packed-tree.ts';
import { side } from '../../edges/side.ts';
import type { Arcs } from './arcs.ts';
import type { Nodes } from './nodes.ts';

/** How much further west is looked each time that a stretch of the ray met no arc. */
const FURTHER = 8;

/** Finds the arc that a ray from a node to the west meets first. Exact; the ray runs an infinitesimal bit north of the node. */
export class WestwardRay {
  readonly #nodes: Nodes;
  readonly #arcs: Arcs;
  readonly #tree: PackedTree;
  readonly #search = new TreeSearch();
  /** The westernmost coordinate of all arcs. */
  readonly #west: number;
  /** The stretch of a ray that is looked at first: as far as arcs lie from each other, roughly. */
  readonly #reach: number;

  constructor(nodes: Nodes, arcs: Arcs, tree: PackedTree) {
    this.#nodes = nodes;
    this.#arcs = arcs;
    this.#tree = tree;
    const root = tree.boxes.length - 4;
    this.#west = tree.boxes[root] ?? 0;
    this.#reach = (tree.boxes[root + 2]! - this.#west) / Math.sqrt(arcs.length) || Infinity;
  }

  /** @returns the half-edge along that arc which has the ray's start on its left, or −1 */
  from(node: number): number {
    const { xy } = this.#nodes;
    const x = xy[2 * node]!;
    const y = xy[2 * node + 1]!;
    for (let reach = this.#reach; ; reach *= FURTHER) {
      const west = x - reach;
      const best = this.#first(x, y, west);
      // What was not looked at lies west of `west` altogether.
      const isFirst = best >= 0 && this.#startsEastOf(best, west);
      // Downwards, east is on the left.
      if (isFirst) return 2 * best + (this.#low(best) === this.#arcs.to[best] ? 0 : 1);
      if (west < this.#west) return -1;
    }
  }

  /** The arc that the ray from (x, y) meets first among those that reach east of `west`, or −1. */
  #first(x: number, y: number, west: number): number {
    const { xy } = this.#nodes;
    const found = this.#search.search(this.#tree, west, y, x, y);
    let best = -1;
    for (let i = 0; i < found.length; i++) {
      const k = found[i]!;
      const low = this.#low(k);
      const high = this.#high(k);
      if (xy[2 * low + 1]! > y || xy[2 * high + 1]! <= y) continue;
      const turn = side(xy[2 * low]!, xy[2 * low + 1]!, xy[2 * high]!, xy[2 * high + 1]!, x, y);
      if (turn < 0 && (best < 0 || this.#isEast(k, best))) best = k;
    }
    return best;
  }

  #startsEastOf(k: number, west: number): boolean {
    const { xy } = this.#nodes;
    return xy[2 * this.#arcs.from[k]!]! >= west && xy[2 * this.#arcs.to[k]!]! >= west;
  }

  /** Whether arc `k` lies east of arc `m`, where both meet one parallel and do not cross. */
  #isEast(k: number, m: number): boolean {
    const { xy } = this.#nodes;
    const kLow = 2 * this.#low(k);
    const kHigh = 2 * this.#high(k);
    const mLow = 2 * this.#low(m);
    const mHigh = 2 * this.#high(m);
    const ofM = (v: number): number =>
      side(xy[mLow]!, xy[mLow + 1]!, xy[mHigh]!, xy[mHigh + 1]!, xy[v]!, xy[v + 1]!);
    if (xy[kLow + 1]! >= xy[mLow + 1]!) return (ofM(kLow) || ofM(kHigh)) < 0;
    return side(xy[kLow]!, xy[kLow + 1]!, xy[kHigh]!, xy[kHigh + 1]!, xy[mLow]!, xy[mLow + 1]!) > 0;
  }

  #low(k: number): number {
    const { xy } = this.#nodes;
    const a = this.#arcs.from[k]!;
    const b = this.#arcs.to[k]!;
    return xy[2 * a + 1]! <= xy[2 * b + 1]! ? a : b;
  }

  #high(k: number): number {
    const a = this.#arcs.from[k]!;
    return this.#low(k) === a ? this.#arcs.to[k]! : a;
  }
}
