import type { Polygons } from '@tuheng/geometry';

/** One ring at a time as different points one after the other, the closing one not repeated. */
export class RingPoints {
  readonly #polygons: Polygons;
  readonly #ids: Uint32Array;
  /** Number of each point, by its place on the ring. */
  id = new Uint32Array(64);
  xy = new Float64Array(128);
  length = 0;

  /** @param ids number of the point of every vertex */
  constructor(polygons: Polygons, ids: Uint32Array) {
    this.#polygons = polygons;
    this.#ids = ids;
  }

  read(ring: number): void {
    const { xy, ringStart } = this.#polygons;
    const from = ringStart[ring]!;
    const to = ringStart[ring + 1]!;
    if (to - from > this.id.length) {
      this.id = new Uint32Array(2 * (to - from));
      this.xy = new Float64Array(4 * (to - from));
    }
    let n = 0;
    for (let v = from; v < to; v++) {
      const id = this.#ids[v]!;
      if (n > 0 && this.id[n - 1] === id) continue;
      this.id[n] = id;
      this.xy[2 * n] = xy[2 * v]!;
      this.xy[2 * n + 1] = xy[2 * v + 1]!;
      n++;
    }
    if (n > 1 && this.id[n - 1] === this.id[0]) n--;
    this.length = n;
  }
}
