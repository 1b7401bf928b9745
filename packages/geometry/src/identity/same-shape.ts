import type { Polygons } from '../polygons.ts';

/**
 * Decides on the vertices themselves whether two features are the same shape on a grid, so that a collision of hashes cannot declare
 * a change unchanged. Keeps its memory from call to call.
 */
export class ShapeComparison {
  readonly #grid: number;
  #a = new Float64Array(256);
  #b = new Float64Array(256);

  /** @param grid spacing in the coordinates' unit */
  constructor(grid: number) {
    this.#grid = grid;
  }

  same(a: Polygons, f: number, b: Polygons, g: number): boolean {
    const firstA = a.featureStart[f]!;
    const firstB = b.featureStart[g]!;
    const n = a.featureStart[f + 1]! - firstA;
    if (n !== b.featureStart[g + 1]! - firstB) return false;
    return matchEach(n, (i, j) => this.#samePolygon(a, firstA + i, b, firstB + j));
  }

  #samePolygon(a: Polygons, p: number, b: Polygons, q: number): boolean {
    const firstA = a.polygonStart[p]!;
    const firstB = b.polygonStart[q]!;
    const n = a.polygonStart[p + 1]! - firstA;
    if (n !== b.polygonStart[q + 1]! - firstB || !this.#sameRing(a, firstA, b, firstB)) return false;
    return matchEach(n - 1, (i, j) => this.#sameRing(a, firstA + 1 + i, b, firstB + 1 + j));
  }

  #sameRing(a: Polygons, r: number, b: Polygons, s: number): boolean {
    const n = this.#onGrid(a, r, 'a');
    if (n !== this.#onGrid(b, s, 'b')) return false;
    const one = this.#a;
    const two = this.#b;
    for (let start = 0; start < n; start++) {
      if (two[2 * start] !== one[0] || two[2 * start + 1] !== one[1]) continue;
      if (sameWalk(one, two, n, start, 1) || sameWalk(one, two, n, start, n - 1)) return true;
    }
    return n === 0;
  }

  /** The ring's vertices on the grid without repeats, unclosed, in `#a` or `#b`; their number. */
  #onGrid(p: Polygons, ring: number, into: 'a' | 'b'): number {
    const from = p.ringStart[ring]!;
    const to = p.ringStart[ring + 1]! - 1;
    let out = into === 'a' ? this.#a : this.#b;
    if (out.length < 2 * (to - from)) {
      out = new Float64Array(4 * (to - from));
      if (into === 'a') this.#a = out;
      else this.#b = out;
    }
    let n = 0;
    for (let v = from; v < to; v++) {
      const x = Math.round(p.xy[2 * v]! / this.#grid);
      const y = Math.round(p.xy[2 * v + 1]! / this.#grid);
      if (n > 0 && out[2 * n - 2] === x && out[2 * n - 1] === y) continue;
      out[2 * n] = x;
      out[2 * n + 1] = y;
      n++;
    }
    while (n > 1 && out[0] === out[2 * n - 2] && out[1] === out[2 * n - 1]) n--;
    return n;
  }
}

/** Whether `one` from its start runs through the same vertices as `two` from `start` in steps of `step` (modulo n). */
function sameWalk(one: Float64Array, two: Float64Array, n: number, start: number, step: number): boolean {
  for (let k = 1, i = start; k < n; k++) {
    i += step;
    if (i >= n) i -= n;
    if (one[2 * k] !== two[2 * i] || one[2 * k + 1] !== two[2 * i + 1]) return false;
  }
  return true;
}

/** Whether each of n things has a partner among n others. Sameness is transitive, so the first free partner will do. */
function matchEach(n: number, same: (i: number, j: number) => boolean): boolean {
  if (n < 2) return n < 1 || same(0, 0);
  const taken = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    let j = 0;
    while (j < n && (taken[j] || !same(i, j))) j++;
    if (j === n) return false;
    taken[j] = 1;
  }
  return true;
}
