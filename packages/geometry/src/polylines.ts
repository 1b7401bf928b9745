/**
 * Many multilines in three flat arrays (the GeoArrow multilinestring layout).
 *
 * Feature `f` owns parts `featureStart[f] .. featureStart[f+1]-1`, part `p` owns vertices `start[p] .. start[p+1]-1`, vertex `v` is
 * `(xy[2v], xy[2v+1])`: easting/longitude first, metres or degrees. The arrays are never changed after they are built.
 */
export interface Polylines {
  readonly xy: Float64Array;
  readonly start: Uint32Array;
  readonly featureStart: Uint32Array;
}

/** Number of features (multilines; a feature may be empty). */
export function lineCount(lines: Polylines): number {
  return lines.featureStart.length - 1;
}

/** Collects multilines part by part. Call order: `endFeature(addPart*)`. */
export class PolylinesBuilder {
  readonly #xy: number[] = [];
  readonly #start: number[] = [0];
  readonly #featureStart: number[] = [0];

  /** Adds a part from `xy[from*2 .. to*2)`; fewer than two vertices are no line and ignored. */
  addPart(xy: ArrayLike<number>, from = 0, to = xy.length / 2): void {
    if (to - from < 2) return;
    for (let i = 2 * from; i < 2 * to; i++) this.#xy.push(xy[i]!);
    this.#start.push(this.#xy.length / 2);
  }

  /** Closes the feature made of the parts added since the last call (possibly none) and returns its index. */
  endFeature(): number {
    this.#featureStart.push(this.#start.length - 1);
    return this.#featureStart.length - 2;
  }

  build(): Polylines {
    return {
      xy: Float64Array.from(this.#xy),
      start: Uint32Array.from(this.#start),
      featureStart: Uint32Array.from(this.#featureStart),
    };
  }
}
