import type { Polygons } from '../polygons.ts';

/** Finds the ring of a feature that has a given vertex; the rings of a feature are walked once, when first asked for. */
export class RingFinder {
  readonly #polygons: Polygons;
  readonly #rings = new Map<number, ReadonlyMap<string, number>>();

  constructor(polygons: Polygons) {
    this.#polygons = polygons;
  }

  /** The ring of feature `f` that has a vertex at (x, y), or its first ring where none has (a feature that had to be repaired). */
  find(f: number, x: number, y: number): number {
    const { polygonStart, featureStart } = this.#polygons;
    const first = polygonStart[featureStart[f]!]!;
    const last = polygonStart[featureStart[f + 1]!]!;
    if (last - first < 2) return first;
    const known = this.#rings.get(f) ?? this.#walk(first, last);
    this.#rings.set(f, known);
    return known.get(`${x} ${y}`) ?? first;
  }

  #walk(first: number, last: number): ReadonlyMap<string, number> {
    const { xy, ringStart } = this.#polygons;
    const rings = new Map<string, number>();
    for (let r = last - 1; r >= first; r--) {
      for (let v = ringStart[r]!; v < ringStart[r + 1]!; v++) rings.set(`${xy[2 * v]} ${xy[2 * v + 1]}`, r);
    }
    return rings;
  }
}
