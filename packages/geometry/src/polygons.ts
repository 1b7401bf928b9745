/**
 * Many multipolygons in four flat arrays (the GeoArrow multipolygon layout).
 *
 * Feature `f` owns polygons `featureStart[f] .. featureStart[f+1]-1`, polygon `p` owns rings
 * `polygonStart[p] .. polygonStart[p+1]-1` (the first is the outer one, the others are holes), ring `r` owns vertices
 * `ringStart[r] .. ringStart[r+1]-1`, vertex `v` is `(xy[2v], xy[2v+1])`: easting/longitude first, metres or degrees.
 * Rings are closed (first vertex repeated at the end). Orientation is free: areas are |outer| − Σ|holes|.
 *
 * The arrays are never changed after they are built, so they can be shared with workers.
 */
export interface Polygons {
  readonly xy: Float64Array;
  readonly ringStart: Uint32Array;
  readonly polygonStart: Uint32Array;
  readonly featureStart: Uint32Array;
}

/** Number of features (multipolygons; a feature may be empty). */
export function featureCount(p: Polygons): number {
  return p.featureStart.length - 1;
}

/** Number of stored vertices, closing vertices included. */
export function vertexCount(p: Polygons): number {
  return p.xy.length / 2;
}

/** Collects multipolygons ring by ring. Call order: `endFeature(endPolygon(addRing+)*)`. */
export class PolygonsBuilder {
  #xy = new Float64Array(1024);
  #length = 0;
  readonly #ringStart: number[] = [0];
  readonly #polygonStart: number[] = [0];
  readonly #featureStart: number[] = [0];

  /** Adds a ring from `xy[from*2 .. to*2)`; it is closed here when it is not. Empty ranges are ignored. */
  addRing(xy: ArrayLike<number>, from = 0, to = xy.length / 2): void {
    if (to <= from) return;
    const n = to - from;
    this.#reserve((n + 1) * 2);
    for (let i = from * 2; i < to * 2; i++) this.#xy[this.#length++] = xy[i]!;
    const first = this.#length - n * 2;
    if (
      this.#xy[first] !== this.#xy[this.#length - 2] ||
      this.#xy[first + 1] !== this.#xy[this.#length - 1]
    ) {
      this.#xy[this.#length++] = this.#xy[first]!;
      this.#xy[this.#length++] = this.#xy[first + 1]!;
    }
    this.#ringStart.push(this.#length / 2);
  }

  /** Closes the polygon made of the rings added since the last call; without rings there is no polygon. */
  endPolygon(): void {
    const rings = this.#ringStart.length - 1;
    if (rings > this.#polygonStart[this.#polygonStart.length - 1]!) this.#polygonStart.push(rings);
  }

  /** Closes the feature made of the polygons added since the last call (possibly none) and returns its index. */
  endFeature(): number {
    this.#featureStart.push(this.#polygonStart.length - 1);
    return this.#featureStart.length - 2;
  }

  /** Copies polygon `p` of `source` as one polygon of the feature being built. */
  copyPolygon(source: Polygons, p: number): void {
    for (let r = source.polygonStart[p]!; r < source.polygonStart[p + 1]!; r++) {
      this.addRing(source.xy, source.ringStart[r]!, source.ringStart[r + 1]!);
    }
    this.endPolygon();
  }

  /** Copies feature `f` of `source` whole, as one feature; returns its index here. */
  copyFeature(source: Polygons, f: number): number {
    for (let p = source.featureStart[f]!; p < source.featureStart[f + 1]!; p++) this.copyPolygon(source, p);
    return this.endFeature();
  }

  build(): Polygons {
    return {
      xy: this.#xy.slice(0, this.#length),
      ringStart: Uint32Array.from(this.#ringStart),
      polygonStart: Uint32Array.from(this.#polygonStart),
      featureStart: Uint32Array.from(this.#featureStart),
    };
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#xy.length) return;
    const grown = new Float64Array(Math.max(this.#xy.length * 2, this.#length + more));
    grown.set(this.#xy.subarray(0, this.#length));
    this.#xy = grown;
  }
}

/** The features at `indices`, in that order, as new arrays. */
export function selectFeatures(source: Polygons, indices: ArrayLike<number>): Polygons {
  const { xy, ringStart, polygonStart, featureStart } = source;
  let polygons = 0;
  let rings = 0;
  let vertices = 0;
  for (let i = 0; i < indices.length; i++) {
    const from = featureStart[indices[i]!]!;
    const to = featureStart[indices[i]! + 1]!;
    polygons += to - from;
    rings += polygonStart[to]! - polygonStart[from]!;
    vertices += ringStart[polygonStart[to]!]! - ringStart[polygonStart[from]!]!;
  }
  const out = {
    xy: new Float64Array(2 * vertices),
    ringStart: new Uint32Array(rings + 1),
    polygonStart: new Uint32Array(polygons + 1),
    featureStart: new Uint32Array(indices.length + 1),
  };
  let polygon = 0;
  let ring = 0;
  let vertex = 0;
  for (let i = 0; i < indices.length; i++) {
    const from = featureStart[indices[i]!]!;
    const to = featureStart[indices[i]! + 1]!;
    const firstRing = polygonStart[from]!;
    const firstVertex = ringStart[firstRing]!;
    const lastVertex = ringStart[polygonStart[to]!]!;
    out.xy.set(xy.subarray(2 * firstVertex, 2 * lastVertex), 2 * vertex);
    for (let r = firstRing; r < polygonStart[to]!; r++) {
      out.ringStart[++ring] = vertex + ringStart[r + 1]! - firstVertex;
    }
    for (let g = from; g < to; g++) {
      polygon++;
      out.polygonStart[polygon] = out.polygonStart[polygon - 1]! + polygonStart[g + 1]! - polygonStart[g]!;
    }
    vertex += lastVertex - firstVertex;
    out.featureStart[i + 1] = polygon;
  }
  return out;
}

/** Every coordinate pair mapped by `transform(x, y, out)`, which writes `out[0], out[1]`; the structure is shared. */
export function mapCoordinates(
  source: Polygons,
  transform: (x: number, y: number, out: [number, number]) => void,
): Polygons {
  const xy = new Float64Array(source.xy.length);
  const out: [number, number] = [0, 0];
  for (let i = 0; i < xy.length; i += 2) {
    transform(source.xy[i]!, source.xy[i + 1]!, out);
    xy[i] = out[0];
    xy[i + 1] = out[1];
  }
  return { ...source, xy };
}

/** Several collections one after the other. */
export function concatPolygons(parts: readonly Polygons[]): Polygons {
  const builder = new PolygonsBuilder();
  for (const part of parts) for (let f = 0; f < featureCount(part); f++) builder.copyFeature(part, f);
  return builder.build();
}

/**
 * The same polygons in memory that workers can share; themselves where they are already, or where there is no such memory (a page that
 * is not cross-origin isolated): then they are copied to each worker.
 */
export function sharePolygons(p: Polygons): Polygons {
  return {
    xy: shareArray(p.xy),
    ringStart: shareArray(p.ringStart),
    polygonStart: shareArray(p.polygonStart),
    featureStart: shareArray(p.featureStart),
  };
}

/** The same array in memory that workers can share, as `sharePolygons` has it. */
export function shareArray<T extends Float64Array | Uint32Array | Uint8Array>(array: T): T {
  if (typeof SharedArrayBuffer === 'undefined' || array.buffer instanceof SharedArrayBuffer) return array;
  const type = array.constructor as new (buffer: SharedArrayBuffer) => T;
  const copy = new type(new SharedArrayBuffer(array.byteLength));
  copy.set(array);
  return copy;
}
