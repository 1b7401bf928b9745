import type { Path } from '../mesh/insert-path.ts';

const CELL = 400;

/** Distance to the nearest of some lines, to within a cell of 400 m, anywhere in a box. */
export class DistanceGrid {
  readonly #x0: number;
  readonly #y0: number;
  readonly #width: number;
  readonly #height: number;
  readonly #distance: Float32Array;

  constructor(lines: readonly Path[], box: readonly [number, number, number, number]) {
    this.#x0 = box[0] - 5 * CELL;
    this.#y0 = box[1] - 5 * CELL;
    this.#width = Math.ceil((box[2] - box[0]) / CELL) + 10;
    this.#height = Math.ceil((box[3] - box[1]) / CELL) + 10;
    this.#distance = new Float32Array(this.#width * this.#height).fill(1e6);
    for (const line of lines) for (let i = 0; i < line.length; i += 2) this.#set(line[i]!, line[i + 1]!);
    this.#spread();
  }

  /** Metres. */
  at(x: number, y: number): number {
    const column = Math.min(this.#width - 1, Math.max(0, Math.round((x - this.#x0) / CELL)));
    const row = Math.min(this.#height - 1, Math.max(0, Math.round((y - this.#y0) / CELL)));
    return this.#distance[row * this.#width + column]!;
  }

  #set(x: number, y: number): void {
    const column = Math.round((x - this.#x0) / CELL);
    const row = Math.round((y - this.#y0) / CELL);
    if (column < 0 || row < 0 || column >= this.#width || row >= this.#height) return;
    this.#distance[row * this.#width + column] = 0;
  }

  /** Two sweeps of the chamfer transform. */
  #spread(): void {
    const near = CELL;
    const far = CELL * Math.SQRT2;
    const d = this.#distance;
    const w = this.#width;
    const relax = (i: number, j: number, step: number): void => {
      const via = d[j]! + step;
      if (via < d[i]!) d[i] = via;
    };
    for (let row = 0; row < this.#height; row++) {
      for (let column = 0; column < w; column++) {
        const i = row * w + column;
        if (column > 0) relax(i, i - 1, near);
        if (row > 0) relax(i, i - w, near);
        if (row > 0 && column > 0) relax(i, i - w - 1, far);
        if (row > 0 && column + 1 < w) relax(i, i - w + 1, far);
      }
    }
    for (let row = this.#height - 1; row >= 0; row--) {
      for (let column = w - 1; column >= 0; column--) {
        const i = row * w + column;
        if (column + 1 < w) relax(i, i + 1, near);
        if (row + 1 < this.#height) relax(i, i + w, near);
        if (row + 1 < this.#height && column + 1 < w) relax(i, i + w + 1, far);
        if (row + 1 < this.#height && column > 0) relax(i, i + w - 1, far);
      }
    }
  }
}
