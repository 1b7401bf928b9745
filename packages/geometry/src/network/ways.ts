import type { NetworkGraph } from './graph.ts';

/**
 * Length of the shortest way from the nodes that start with a finite length to every node (Dijkstra with a binary heap), in place:
 * `length` holds the start values and then the results, Infinity for what cannot be reached.
 */
export function spreadWays(graph: NetworkGraph, length: Float64Array): void {
  const { firstWay, wayNode, wayLength } = graph;
  const heap = new NodeHeap(length);
  for (let node = 0; node < length.length; node++) if (length[node]! < Infinity) heap.put(node);
  for (let node = heap.take(); node >= 0; node = heap.take()) {
    for (let k = firstWay[node]!; k < firstWay[node + 1]!; k++) {
      const through = length[node]! + wayLength[k]!;
      const next = wayNode[k]!;
      if (through >= length[next]!) continue;
      length[next] = through;
      heap.put(next);
    }
  }
}

/** Nodes by their length, the shortest first. Each node stands in it once; `put` again after its length fell. */
class NodeHeap {
  readonly #length: Float64Array;
  readonly #nodes: Int32Array;
  /** Where a node stands in `#nodes`; −1 for nowhere. */
  readonly #place: Int32Array;
  #count = 0;

  constructor(length: Float64Array) {
    this.#length = length;
    this.#nodes = new Int32Array(length.length);
    this.#place = new Int32Array(length.length).fill(-1);
  }

  put(node: number): void {
    if (this.#place[node]! < 0) this.#set(this.#count++, node);
    let at = this.#place[node]!;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = this.#nodes[above]!;
      if (this.#length[parent]! <= this.#length[node]!) break;
      this.#set(at, parent);
      at = above;
    }
    this.#set(at, node);
  }

  /** The node of least length, which leaves the heap; −1 where it is empty. */
  take(): number {
    if (this.#count === 0) return -1;
    const first = this.#nodes[0]!;
    this.#place[first] = -1;
    const last = this.#nodes[--this.#count]!;
    if (this.#count > 0) this.#sink(last);
    return first;
  }

  #sink(node: number): void {
    const length = this.#length[node]!;
    let at = 0;
    for (let below = 1; below < this.#count; below = 2 * at + 1) {
      const right = below + 1;
      if (right < this.#count && this.#lengthAt(right) < this.#lengthAt(below)) below = right;
      if (this.#lengthAt(below) >= length) break;
      this.#set(at, this.#nodes[below]!);
      at = below;
    }
    this.#set(at, node);
  }

  #lengthAt(at: number): number {
    return this.#length[this.#nodes[at]!]!;
  }

  #set(at: number, node: number): void {
    this.#nodes[at] = node;
    this.#place[node] = at;
  }
}
