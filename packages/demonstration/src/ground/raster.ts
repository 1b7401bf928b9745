import type { Path } from '../mesh/insert-path.ts';

const STEP = 100;

/** A coarse picture of the ground, good for areas to some 0.05 % of large shapes before anything is cut. */
export class Raster {
  readonly #x0: number;
  readonly #y0: number;
  readonly #width: number;
  readonly #height: number;
  readonly #cells: Uint8Array;

  constructor(box: readonly [number, number, number, number]) {
    [this.#x0, this.#y0] = box;
    this.#width = Math.ceil((box[2] - box[0]) / STEP);
    this.#height = Math.ceil((box[3] - box[1]) / STEP);
    this.#cells = new Uint8Array(this.#width * this.#height);
  }

  /** Fills a ring: cells whose value is in `over` take `value`. Returns the area filled, m². */
  fill(ring: Path, value: number, over: readonly number[]): number {
    let cells = 0;
    const n = ring.length;
    let bottom = Infinity;
    let top = -Infinity;
    for (let i = 1; i < n; i += 2) {
      bottom = Math.min(bottom, ring[i]!);
      top = Math.max(top, ring[i]!);
    }
    const first = Math.max(0, Math.floor((bottom - this.#y0) / STEP));
    const last = Math.min(this.#height - 1, Math.ceil((top - this.#y0) / STEP));
    for (let row = first; row <= last; row++) {
      const y = this.#y0 + (row + 0.5) * STEP;
      const xs: number[] = [];
      for (let i = 0, j = n - 2; i < n; j = i, i += 2) {
        const yi = ring[i + 1]!;
        const yj = ring[j + 1]!;
        if (yi > y !== yj > y) xs.push(((ring[j]! - ring[i]!) * (y - yi)) / (yj - yi) + ring[i]!);
      }
      xs.sort((a, b) => a - b);
      for (let k = 0; k + 1 < xs.length; k += 2) {
        const from = Math.max(0, Math.round((xs[k]! - this.#x0) / STEP));
        const to = Math.min(this.#width, Math.round((xs[k + 1]! - this.#x0) / STEP));
        for (let column = from; column < to; column++) {
          const cell = row * this.#width + column;
          if (!over.includes(this.#cells[cell]!)) continue;
          this.#cells[cell] = value;
          cells++;
        }
      }
    }
    return cells * STEP * STEP;
  }

  copy(): Raster {
    const copy = new Raster([
      this.#x0,
      this.#y0,
      this.#x0 + this.#width * STEP,
      this.#y0 + this.#height * STEP,
    ]);
    copy.#cells.set(this.#cells);
    return copy;
  }
}

/** The factor for which an increasing area reaches `wanted`. */
export function solveArea(area: (f: number) => number, wanted: number): number {
  let low = 0.6;
  let high = 1.5;
  for (let k = 0; k < 16; k++) {
    const middle = (low + high) / 2;
    if (area(middle) < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
