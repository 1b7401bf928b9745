import type { Geos, GeosGeometry } from './geos.ts';
import { NO_PARTNER, OverlayError } from './overlay.ts';
import type { PieceCollector } from './piece-collector.ts';
import type { Polygons, PolygonsBuilder } from './polygons.ts';

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

  /** Adds what feature `f` shares with the partners to `parts`, one feature per polygon, on the grid. */
  parts(f: number, candidates: readonly number[], parts: PolygonsBuilder): void {
    const geos = this.#geos;
    if (candidates.length === 0) return;
    geos.scope((own) => {
      const geometry = own(geos.fromFeature(this.#layer, f));
      for (const g of this.#meeting(geometry, candidates)) {
        geos.scope((ownPart) => {
          const part = ownPart(geos.api.GEOSIntersectionPrec(geometry, this.#partners.get(g), this.#grid));
          geos.toPolygons(done(geos, '相交', [f, g], part), parts, () => parts.endFeature());
        });
      }
    });
  }

  /** Collects what is left of feature `f` outside some polygons that do not overlap. */
  subtract(f: number, ground: Polygons): void {
    const geos = this.#geos;
    geos.scope((own) => {
      const whole = own(geos.fromFeature(this.#layer, f));
      if (!whole) return;
      const cutter = own(geos.fromFeature(asOneFeature(ground), 0));
      const rest = cutter
        ? own(done(geos, '擦除', [f], geos.api.GEOSDifferencePrec(whole, cutter, this.#grid)))
        : whole;
      geos.toPolygons(rest, this.#collector.builder, () => this.#collector.add(f, NO_PARTNER));
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
}

/** All polygons as parts of a single feature. */
function asOneFeature(p: Polygons): Polygons {
  return { ...p, featureStart: Uint32Array.of(0, p.polygonStart.length - 1) };
}
