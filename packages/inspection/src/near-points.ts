/** Width of a cell, metres: far more than any reach, so that hardly a point lies near a cell's border. */
const CELL = 1;
/** More cells than a plane of Gauss–Krüger has from south to north. */
const ROWS = 2 ** 24;

/** A set of points, each with a number, that tells which of them lie near another: within `reach` metres in both directions. */
export class NearPoints {
  readonly #reach: number;
  readonly #cells = new Map<number, number[]>();

  constructor(reach: number) {
    this.#reach = reach;
  }

  add(x: number, y: number, value = 0): void {
    const key = keyOf(Math.floor(x / CELL), Math.floor(y / CELL));
    const cell = this.#cells.get(key);
    if (cell) cell.push(x, y, value);
    else this.#cells.set(key, [x, y, value]);
  }

  has(x: number, y: number): boolean {
    return this.valuesAt(x, y).length > 0;
  }

  /** The numbers of the points near a point. */
  valuesAt(x: number, y: number): number[] {
    const reach = this.#reach;
    const values: number[] = [];
    if (this.#cells.size === 0) return values;
    for (let i = Math.floor((x - reach) / CELL); i <= Math.floor((x + reach) / CELL); i++) {
      for (let j = Math.floor((y - reach) / CELL); j <= Math.floor((y + reach) / CELL); j++) {
        const cell = this.#cells.get(keyOf(i, j)) ?? [];
        for (let k = 0; k < cell.length; k += 3) {
          if (Math.abs(cell[k]! - x) <= reach && Math.abs(cell[k + 1]! - y) <= reach)
            values.push(cell[k + 2]!);
        }
      }
    }
    return values;
  }
}

function keyOf(column: number, row: number): number {
  return column * ROWS + row;
}
