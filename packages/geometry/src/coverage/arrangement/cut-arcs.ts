import { forEachMeeting } from '../../edges/meeting-boxes.ts';
import { type PackedTree, TreeSearch } from '../../edges/packed-tree.ts';
import { Arcs, indexArcs } from './arcs.ts';
import type { Nodes } from './nodes.ts';
import { addParts, type Splits } from './split-arcs.ts';

/**
 * Arcs that are cut into pieces, round by round. Pieces are added behind them and no arc changes its number, so that those given, of
 * which hardly any is ever cut, are indexed once, and a round costs what the pieces cost.
 */
export class CutArcs {
  /** Those given, then the pieces, those that are gone among them. */
  readonly arcs: Arcs;
  /** 1 for arcs that were cut, or that lie on others and were put together with them. */
  #gone: Uint8Array;
  /** The first piece of the last round; 0 before the first. */
  #fresh = 0;
  readonly #nodes: Nodes;
  readonly #given: number;
  readonly #givenTree: PackedTree;
  readonly #givenSearch = new TreeSearch();
  #pieceTree: PackedTree | undefined;
  readonly #pieceSearch = new TreeSearch();

  /** @param arcs each once, from the smaller node to the larger; taken over and added to */
  constructor(nodes: Nodes, arcs: Arcs) {
    this.arcs = arcs;
    this.#gone = new Uint8Array(arcs.length);
    this.#nodes = nodes;
    this.#given = arcs.length;
    this.#givenTree = indexArcs(nodes, arcs);
  }

  /** Calls `visit` for every two arcs whose boxes meet: in the first round all of them, then those of which one is fresh. */
  forEachMeeting(visit: (arc: number, other: number) => void): void {
    if (this.#fresh === 0) {
      forEachMeeting(this.#givenTree, visit);
      return;
    }
    for (let k = this.#fresh; k < this.arcs.length; k++) {
      if (this.#gone[k] === 1) continue;
      for (const m of this.#near(k)) if (m < k && this.#gone[m] === 0) visit(k, m);
    }
  }

  /** Cuts arcs; pieces that come to lie on another arc are put together with it. */
  cut(splits: Splits): void {
    const { arcs } = this;
    this.#fresh = arcs.length;
    addParts(this.#nodes, arcs, splits, arcs);
    const gone = new Uint8Array(arcs.length);
    gone.set(this.#gone);
    for (const arc of splits.arc) gone[arc] = 1;
    this.#gone = gone;
    this.#pieceTree = indexArcs(this.#nodes, arcs, this.#given);
    this.#merge();
  }

  /** The arcs that are not gone, in the order of their numbers. */
  left(): Arcs {
    const { arcs } = this;
    const gone = this.#gone;
    if (this.#fresh === 0) return arcs;
    const left = new Arcs();
    for (let k = 0; k < arcs.length; k++) {
      if (gone[k] === 1) continue;
      left.add(arcs.from[k]!, arcs.to[k]!, arcs.net[2 * k]!, arcs.net[2 * k + 1]!, arcs.owner[k]!);
    }
    return left;
  }

  /** Arcs whose box meets that of arc `k`, itself and some that are gone among them. Good until the next call. */
  #near(k: number): readonly number[] {
    const { xy } = this.#nodes;
    const a = 2 * this.arcs.from[k]!;
    const b = 2 * this.arcs.to[k]!;
    const west = Math.min(xy[a]!, xy[b]!);
    const south = Math.min(xy[a + 1]!, xy[b + 1]!);
    const east = Math.max(xy[a]!, xy[b]!);
    const north = Math.max(xy[a + 1]!, xy[b + 1]!);
    const found = this.#givenSearch.search(this.#givenTree, west, south, east, north);
    if (!this.#pieceTree) return found;
    const pieces = this.#pieceSearch.search(this.#pieceTree, west, south, east, north);
    for (let i = 0; i < pieces.length; i++) found.push(this.#given + pieces[i]!);
    return found;
  }

  /** Puts the fresh pieces together with the first arc that lies on them; what then stands as often in one direction as in the other is gone. */
  #merge(): void {
    const { arcs } = this;
    const gone = this.#gone;
    const { net } = arcs;
    for (let k = this.#fresh; k < arcs.length; k++) this.#turnToLarger(k);
    const grown: number[] = [];
    for (let k = this.#fresh; k < arcs.length; k++) {
      const first = this.#firstOn(k);
      if (first === k) continue;
      net[2 * first]! += net[2 * k]!;
      net[2 * first + 1]! += net[2 * k + 1]!;
      gone[k] = 1;
      grown.push(first);
    }
    for (const k of grown) if (net[2 * k] === 0 && net[2 * k + 1] === 0) gone[k] = 1;
  }

  /** Turns arc `k` so that it runs from the smaller node to the larger. */
  #turnToLarger(k: number): void {
    const { from, to, net } = this.arcs;
    const a = from[k]!;
    const b = to[k]!;
    if (a < b) return;
    from[k] = b;
    to[k] = a;
    net[2 * k] = -net[2 * k]!;
    net[2 * k + 1] = -net[2 * k + 1]!;
  }

  /** The first arc between the ends of arc `k` that is not gone; `k` where it is alone. */
  #firstOn(k: number): number {
    const { from, to } = this.arcs;
    let first = k;
    for (const m of this.#near(k)) {
      if (m < first && this.#gone[m] === 0 && from[m] === from[k] && to[m] === to[k]) first = m;
    }
    return first;
  }
}
