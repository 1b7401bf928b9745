/** Width of a cell, metres: far more than any reach, so that hardly a point lies near a cell's border. */
const CELL = 1;

/**
 * A set of points, each with a number, that tells which of them lie near another: within `reach` metres in both directions. A hash
 * table of the points' cells, chained, in growing flat arrays.
 */
export class NearPoints {
  readonly #reach: number;
  #length = 0;
  /** Two numbers a point. */
  #xy = new Float64Array(128);
  #values = new Int32Array(64);
  /** By hash of the cell: 1 + the last point there; 0 where there is none. */
  #last = new Int32Array(64);
  /** For each point likewise the one before it. */
  #before = new Int32Array(64);

  constructor(reach: number) {
    this.#reach = reach;
  }

  /** @param value a whole number of 32 bits */
  add(x: number, y: number, value = 0): void {
    if (this.#length === this.#values.length) this.#grow();
    const k = this.#length++;
    this.#xy[2 * k] = x;
    this.#xy[2 * k + 1] = y;
    this.#values[k] = value;
    this.#link(k);
  }

  has(x: number, y: number): boolean {
    return this.valuesAt(x, y).length > 0;
  }

  /** The numbers of the points near a point. */
  valuesAt(x: number, y: number): number[] {
    const reach = this.#reach;
    const values: number[] = [];
    if (this.#length === 0) return values;
    for (let i = cellOf(x - reach); i <= cellOf(x + reach); i++) {
      for (let j = cellOf(y - reach); j <= cellOf(y + reach); j++) this.#addNear(x, y, i, j, values);
    }
    return values;
  }

  /** Adds the numbers of the points near (x, y) in the cell of column `i` and row `j`. */
  #addNear(x: number, y: number, i: number, j: number, values: number[]): void {
    const reach = this.#reach;
    for (let next = this.#last[this.#slotOf(i, j)]!; next > 0; next = this.#before[next - 1]!) {
      const px = this.#xy[2 * next - 2]!;
      const py = this.#xy[2 * next - 1]!;
      const isNear = Math.abs(px - x) <= reach && Math.abs(py - y) <= reach;
      if (isNear && cellOf(px) === i && cellOf(py) === j) values.push(this.#values[next - 1]!);
    }
  }

  #link(k: number): void {
    const slot = this.#slotOf(cellOf(this.#xy[2 * k]!), cellOf(this.#xy[2 * k + 1]!));
    this.#before[k] = this.#last[slot]!;
    this.#last[slot] = k + 1;
  }

  #slotOf(column: number, row: number): number {
    const hash = Math.imul(Math.imul(column, 0x9e3779b1) ^ row, 0x85ebca6b);
    return (hash ^ (hash >>> 15)) & (this.#last.length - 1);
  }

  #grow(): void {
    const size = 2 * this.#values.length;
    const xy = new Float64Array(2 * size);
    const values = new Int32Array(size);
    xy.set(this.#xy);
    values.set(this.#values);
    this.#xy = xy;
    this.#values = values;
    this.#last = new Int32Array(size);
    this.#before = new Int32Array(size);
    for (let k = 0; k < this.#length; k++) this.#link(k);
  }
}

function cellOf(coordinate: number): number {
  return Math.floor(coordinate / CELL);
}
