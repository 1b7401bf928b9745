/** Sets of numbers that grow together (union–find, path halving). */
export class DisjointSets {
  readonly #parent: Uint32Array;

  constructor(size: number) {
    this.#parent = new Uint32Array(size);
    for (let i = 0; i < size; i++) this.#parent[i] = i;
  }

  /** The number that stands for the set of `i`. */
  find(i: number): number {
    const parent = this.#parent;
    while (parent[i] !== i) {
      parent[i] = parent[parent[i]!]!;
      i = parent[i]!;
    }
    return i;
  }

  join(i: number, j: number): void {
    const a = this.find(i);
    const b = this.find(j);
    // The lower number stays: the result does not depend on the order of joins.
    if (a < b) this.#parent[b] = a;
    else this.#parent[a] = b;
  }

  /** Set number of every member, numbered from 0 in order of first appearance. */
  numbers(): Uint32Array {
    const n = this.#parent.length;
    const group = new Uint32Array(n);
    let count = 0;
    // The root is the lowest of its set, so it is met first.
    for (let i = 0; i < n; i++) {
      const root = this.find(i);
      group[i] = root === i ? count++ : group[root]!;
    }
    return group;
  }
}
