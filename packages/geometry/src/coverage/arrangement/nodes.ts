import { hashPoint } from '../point-hash.ts';

/** Points, each held once, numbered in the order in which they came. Growing flat arrays. */
export class Nodes {
  length = 0;
  xy = new Float64Array(128);
  #table = new Int32Array(128);

  /** The number of the point (x, y), which is added where it is new. */
  add(x: number, y: number): number {
    const mask = this.#table.length - 1;
    for (let slot = hashPoint(x, y) & mask; ; slot = (slot + 1) & mask) {
      const node = this.#table[slot]! - 1;
      if (node < 0) {
        this.#table[slot] = this.length + 1;
        return this.#append(x, y);
      }
      if (this.xy[2 * node] === x && this.xy[2 * node + 1] === y) return node;
    }
  }

  #append(x: number, y: number): number {
    const node = this.length++;
    this.xy[2 * node] = x;
    this.xy[2 * node + 1] = y;
    if (2 * this.length >= this.#table.length) this.#grow();
    return node;
  }

  #grow(): void {
    const xy = new Float64Array(2 * this.xy.length);
    xy.set(this.xy);
    this.xy = xy;
    const table = new Int32Array(2 * this.#table.length);
    const mask = table.length - 1;
    for (let node = 0; node < this.length; node++) {
      let slot = hashPoint(xy[2 * node]!, xy[2 * node + 1]!) & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = node + 1;
    }
    this.#table = table;
  }
}
