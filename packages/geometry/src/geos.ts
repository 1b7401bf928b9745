import initGeosJs from 'geos-wasm';
import type { Polygons, PolygonsBuilder } from './polygons.ts';

/** The parts of GEOS's C API that are used here; a geometry is an address in the module's memory. */
export type GeosGeometry = number;
type GeosApi = Awaited<ReturnType<typeof initGeosJs>>;

const GEOS_POLYGON = 3;
const GEOS_FIRST_COLLECTION = 4;
const GEOS_MULTIPOLYGON = 6;
const GEOS_GEOMETRYCOLLECTION = 7;

/**
 * GEOS in WebAssembly with flat arrays on both sides. Memory is by hand: whoever receives a geometry destroys it, and
 * `scope` does that for a block.
 */
export class Geos {
  readonly api: GeosApi;
  #scratch = 0;
  #scratchBytes = 0;

  private constructor(api: GeosApi) {
    this.api = api;
  }

  static #loaded: Promise<Geos> | undefined;
  static #lastError = '';

  /** What GEOS said when it last answered 0. */
  get lastError(): string {
    return Geos.#lastError;
  }

  /** Loads the module once per process. */
  static load(): Promise<Geos> {
    // Without handlers the module prints notices on the console and throws through WebAssembly frames on errors.
    Geos.#loaded ??= initGeosJs({
      noticeHandler: () => undefined,
      errorHandler: (message: string) => {
        Geos.#lastError = message;
      },
    }).then((api) => new Geos(api));
    return Geos.#loaded;
  }

  /** Feature `f` as a polygon, or a multipolygon where it has several parts. 0 for an empty feature. */
  fromFeature(p: Polygons, f: number): GeosGeometry {
    const polygons: GeosGeometry[] = [];
    for (let g = p.featureStart[f]!; g < p.featureStart[f + 1]!; g++) {
      const polygon = this.#polygon(p, g);
      if (polygon) polygons.push(polygon);
    }
    if (polygons.length < 2) return polygons[0] ?? 0;
    return this.collect(polygons, GEOS_MULTIPOLYGON);
  }

  /** A collection that owns `parts`. */
  collect(parts: readonly GeosGeometry[], type = GEOS_GEOMETRYCOLLECTION): GeosGeometry {
    const pointers = this.#pointers(parts);
    return this.api.GEOSGeom_createCollection(type, pointers, parts.length);
  }

  /** Calls `visit` after each polygon of `geometry` was added to `builder`; lines and points are not areas and skipped. */
  toPolygons(geometry: GeosGeometry, builder: PolygonsBuilder, visit: () => void): void {
    const type = this.api.GEOSGeomTypeId(geometry);
    if (type === GEOS_POLYGON) {
      if (this.api.GEOSisEmpty(geometry) === 1) return;
      this.#addRing(this.api.GEOSGetExteriorRing(geometry), builder);
      const holes = this.api.GEOSGetNumInteriorRings(geometry);
      for (let h = 0; h < holes; h++) this.#addRing(this.api.GEOSGetInteriorRingN(geometry, h), builder);
      builder.endPolygon();
      visit();
    } else if (type >= GEOS_FIRST_COLLECTION) {
      const parts = this.api.GEOSGetNumGeometries(geometry);
      for (let i = 0; i < parts; i++) this.toPolygons(this.api.GEOSGetGeometryN(geometry, i), builder, visit);
    }
  }

  /** Copies of the polygons in a geometry; lines and points (where neighbours touch) are left out. */
  polygonParts(geometry: GeosGeometry): GeosGeometry[] {
    const type = this.api.GEOSGeomTypeId(geometry);
    if (type === GEOS_POLYGON) {
      return this.api.GEOSisEmpty(geometry) === 1 ? [] : [this.api.GEOSGeom_clone(geometry)];
    }
    if (type < GEOS_FIRST_COLLECTION) return [];
    return Array.from({ length: this.api.GEOSGetNumGeometries(geometry) }, (_, i) =>
      this.polygonParts(this.api.GEOSGetGeometryN(geometry, i)),
    ).flat();
  }

  destroy(geometry: GeosGeometry): void {
    if (geometry) this.api.GEOSGeom_destroy(geometry);
  }

  /** Runs `work`; every geometry passed to `own` is destroyed afterwards, also when it throws. */
  scope<T>(work: (own: (geometry: GeosGeometry) => GeosGeometry) => T): T {
    const owned: GeosGeometry[] = [];
    try {
      return work((geometry) => {
        owned.push(geometry);
        return geometry;
      });
    } finally {
      for (const geometry of owned) this.destroy(geometry);
    }
  }

  #polygon(p: Polygons, polygon: number): GeosGeometry {
    const first = p.polygonStart[polygon]!;
    const last = p.polygonStart[polygon + 1]!;
    const shell = this.#ring(p, first);
    if (!shell) return 0;
    const holes: GeosGeometry[] = [];
    for (let r = first + 1; r < last; r++) {
      const hole = this.#ring(p, r);
      if (hole) holes.push(hole);
    }
    return this.api.GEOSGeom_createPolygon(shell, holes.length ? this.#pointers(holes) : 0, holes.length);
  }

  /** A linear ring, or 0 for a ring of fewer than four vertices, which encloses nothing. */
  #ring(p: Polygons, ring: number): GeosGeometry {
    const from = p.ringStart[ring]!;
    const to = p.ringStart[ring + 1]!;
    const n = to - from;
    if (n < 4) return 0;
    const buffer = this.#reserve(n * 16);
    this.api.Module.HEAPF64.set(p.xy.subarray(2 * from, 2 * to), buffer / 8);
    const sequence = this.api.GEOSCoordSeq_copyFromBuffer(buffer, n, 0, 0);
    return this.api.GEOSGeom_createLinearRing(sequence);
  }

  #addRing(ring: GeosGeometry, builder: PolygonsBuilder): void {
    const sequence = this.api.GEOSGeom_getCoordSeq(ring);
    const n = this.api.GEOSGetNumCoordinates(ring);
    const buffer = this.#reserve(n * 16);
    this.api.GEOSCoordSeq_copyToBuffer(sequence, buffer, 0, 0);
    builder.addRing(this.api.Module.HEAPF64, buffer / 16, buffer / 16 + n);
  }

  #pointers(geometries: readonly GeosGeometry[]): number {
    const buffer = this.#reserve(geometries.length * 4);
    this.api.Module.HEAPU32.set(geometries, buffer / 4);
    return buffer;
  }

  /** Address of at least `bytes` bytes, 16-byte aligned, valid until the next call. */
  #reserve(bytes: number): number {
    if (bytes > this.#scratchBytes) {
      if (this.#scratch) this.api.Module._free(this.#scratch);
      this.#scratchBytes = Math.max(bytes, 2 * this.#scratchBytes, 1 << 16);
      this.#scratch = this.api.Module._malloc(this.#scratchBytes);
    }
    return this.#scratch;
  }
}
