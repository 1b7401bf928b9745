import type { Geos, GeosGeometry } from './geos.ts';
import { NO_PARTNER, OverlayError } from './overlay.ts';
import type { PieceCollector } from './piece-collector.ts';
import type { Polygons } from './polygons.ts';

/** GEOS answers 0 when it threw: that must never look like an empty result. */
export function done(
  geos: Geos,
  operation: string,
  features: readonly number[],
  geometry: GeosGeometry,
): GeosGeometry {
  if (geometry === 0) throw new OverlayError(operation, features, geos.lastError);
  return geometry;
}

/** Features of a layer as GEOS geometries, made when first needed, all destroyed together. */
export class FeatureCache {
  readonly #geos: Geos;
  readonly #layer: Polygons;
  readonly #made = new Map<number, GeosGeometry>();

  constructor(geos: Geos, layer: Polygons) {
    this.#geos = geos;
    this.#layer = layer;
  }

  get(f: number): GeosGeometry {
    let geometry = this.#made.get(f);
    if (geometry === undefined) {
      geometry = this.#geos.fromFeature(this.#layer, f);
      this.#made.set(f, geometry);
    }
    return geometry;
  }

  destroyAll(): void {
    for (const geometry of this.#made.values()) this.#geos.destroy(geometry);
    this.#made.clear();
  }
}

/** Runs `work` with a cache of the layer's features and frees them afterwards, also when it throws. */
export function withFeatures<T>(geos: Geos, layer: Polygons, work: (features: FeatureCache) => T): T {
  const features = new FeatureCache(geos, layer);
  try {
    return work(features);
  } finally {
    features.destroyAll();
  }
}

/** Cuts features of one layer by features of another, on a grid, one feature of the first at a time. */
export class GeosCutter {
  readonly #geos: Geos;
  readonly #grid: number;
  readonly #layer: Polygons;
  readonly #partners: FeatureCache;
  readonly #collector: PieceCollector;

  constructor(geos: Geos, grid: number, layer: Polygons, partners: FeatureCache, collector: PieceCollector) {
    this.#geos = geos;
    this.#grid = grid;
    this.#layer = layer;
    this.#partners = partners;
    this.#collector = collector;
  }

  /** Collects what feature `f` shares with each partner, in their order. */
  intersect(f: number, candidates: readonly number[]): void {
    const geos = this.#geos;
    if (candidates.length === 0) return;
    geos.scope((own) => {
      const geometry = own(geos.fromFeature(this.#layer, f));
      for (const g of this.#meeting(geometry, candidates)) {
        geos.scope((ownPiece) => {
          const piece = ownPiece(geos.api.GEOSIntersectionPrec(geometry, this.#partners.get(g), this.#grid));
          geos.toPolygons(done(geos, '相交', [f, g], piece), this.#collector.builder, () =>
            this.#collector.add(f, g),
          );
        });
      }
    });
  }

  /** Collects what is left of feature `f` outside the partners. */
  subtract(f: number, candidates: readonly number[]): void {
    const geos = this.#geos;
    geos.scope((own) => {
      const whole = own(geos.fromFeature(this.#layer, f));
      if (!whole) return;
      const rest = own(this.#without(whole, this.#meeting(whole, candidates), f));
      geos.toPolygons(rest || whole, this.#collector.builder, () => this.#collector.add(f, NO_PARTNER));
    });
  }

  /** Of the candidates those that share at least a point with `geometry`. */
  #meeting(geometry: GeosGeometry, candidates: readonly number[]): number[] {
    if (!geometry || candidates.length === 0) return [];
    const { api } = this.#geos;
    const prepared = api.GEOSPrepare(geometry);
    const meeting = candidates.filter((g) => {
      const partner = this.#partners.get(g);
      return partner !== 0 && api.GEOSPreparedIntersects(prepared, partner) === 1;
    });
    api.GEOSPreparedGeom_destroy(prepared);
    return meeting;
  }

  /**
   * `whole` without the cutters; 0 where no cutter takes anything. Each cutter is cut to `whole` first: neighbours that only
   * touch fall away, and the union is no larger than `whole` itself. (A rest-of-county polygon with ten thousand
   * neighbours took nine minutes with the cutters as they are.)
   */
  #without(whole: GeosGeometry, cutters: readonly number[], f: number): GeosGeometry {
    const geos = this.#geos;
    return geos.scope((own) => {
      const parts: GeosGeometry[] = [];
      for (const g of cutters) {
        geos.scope((ownShared) => {
          const shared = ownShared(geos.api.GEOSIntersectionPrec(whole, this.#partners.get(g), this.#grid));
          parts.push(...geos.polygonParts(done(geos, '相交', [f, g], shared)));
        });
      }
      if (parts.length === 0) return 0;
      const union = own(geos.api.GEOSUnaryUnionPrec(own(geos.collect(parts)), this.#grid));
      return done(
        geos,
        '擦除',
        [f],
        geos.api.GEOSDifferencePrec(whole, done(geos, '合并', [f], union), this.#grid),
      );
    });
  }
}
