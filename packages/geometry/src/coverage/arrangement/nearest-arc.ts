import { type PackedTree, TreeSearch } from '../../edges/packed-tree.ts';
import { side } from '../../edges/side.ts';
import type { Arcs } from './arcs.ts';
import type { Nodes } from './nodes.ts';

/** Finds the arc that a ray from a node to the west meets first. Exact; the ray runs an infinitesimal bit north of the node. */
export class WestwardRay {
  readonly #nodes: Nodes;
  readonly #arcs: Arcs;
  readonly #tree: PackedTree;
  readonly #search = new TreeSearch();

  constructor(nodes: Nodes, arcs: Arcs, tree: PackedTree) {
    this.#nodes = nodes;
    this.#arcs = arcs;
    this.#tree = tree;
  }

  /** @returns the half-edge along that arc which has the ray's start on its left, or −1 */
  from(node: number): number {
    const { xy } = this.#nodes;
    const x = xy[2 * node]!;
    const y = xy[2 * node + 1]!;
    const found = this.#search.search(this.#tree, -Infinity, y, x, y);
    let best = -1;
    for (let i = 0; i < found.length; i++) {
      const k = found[i]!;
      const low = this.#low(k);
      const high = this.#high(k);
      if (xy[2 * low + 1]! > y || xy[2 * high + 1]! <= y) continue;
      const turn = side(xy[2 * low]!, xy[2 * low + 1]!, xy[2 * high]!, xy[2 * high + 1]!, x, y);
      if (turn < 0 && (best < 0 || this.#isEast(k, best))) best = k;
    }
    // Downwards, east is on the left.
    return best < 0 ? -1 : 2 * best + (this.#low(best) === this.#arcs.to[best] ? 0 : 1);
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
