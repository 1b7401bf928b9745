import { type PackedTree, packTree } from '../../edges/packed-tree.ts';
import type { Nodes } from './nodes.ts';

/** No owner: an arc of the outer boundary that was given. */
export const NO_OWNER = -1;

/**
 * Straight arcs between nodes, in growing flat arrays. Up to two layers are laid over each other; `net` tells for each of them how many
 * more of its edges run from `from` to `to`, interior to the left, than back: by so much is the left side covered more often than
 * the right one.
 */
export class Arcs {
  length = 0;
  from = new Uint32Array(64);
  to = new Uint32Array(64);
  /** Two numbers an arc, one a layer. */
  net = new Int32Array(128);
  /** Whose edge an arc is: a number the caller knows. */
  owner = new Int32Array(64);

  add(from: number, to: number, net0: number, net1: number, owner: number): number {
    const k = this.length++;
    if (k === this.from.length) this.#grow();
    this.from[k] = from;
    this.to[k] = to;
    this.net[2 * k] = net0;
    this.net[2 * k + 1] = net1;
    this.owner[k] = owner;
    return k;
  }

  #grow(): void {
    const size = 2 * this.from.length;
    const grown = <T extends Uint32Array | Int32Array>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    this.from = grown(new Uint32Array(size), this.from);
    this.to = grown(new Uint32Array(size), this.to);
    this.net = grown(new Int32Array(2 * size), this.net);
    this.owner = grown(new Int32Array(size), this.owner);
  }
}

/** An index over the boxes of the arcs from `first` on; its items are counted from there. */
export function indexArcs(nodes: Nodes, arcs: Arcs, first = 0): PackedTree {
  const boxes = new Float64Array(4 * (arcs.length - first));
  for (let k = first; k < arcs.length; k++) {
    const a = 2 * arcs.from[k]!;
    const b = 2 * arcs.to[k]!;
    const box = 4 * (k - first);
    boxes[box] = Math.min(nodes.xy[a]!, nodes.xy[b]!);
    boxes[box + 1] = Math.min(nodes.xy[a + 1]!, nodes.xy[b + 1]!);
    boxes[box + 2] = Math.max(nodes.xy[a]!, nodes.xy[b]!);
    boxes[box + 3] = Math.max(nodes.xy[a + 1]!, nodes.xy[b + 1]!);
  }
  return packTree(boxes);
}
