import { type BoxIndex, featureBox, indexBoxes } from './box.ts';
import { Geos, type GeosGeometry } from './geos.ts';
import { NO_PARTNER, type Overlay, OverlayError, type Pieces, type Repair } from './overlay.ts';
import { featureCount, type Polygons, PolygonsBuilder } from './polygons.ts';
import { planeArea } from './ring.ts';

/**
 * The overlay by GEOS (OverlayNG with snap-rounding on `grid`).
 *
 * @param grid spacing of result coordinates in the coordinates' unit, > 0
 */
export async function loadGeosOverlay(grid: number): Promise<Overlay> {
  return new GeosOverlay(await Geos.load(), grid);
}

/** Features of a layer as GEOS geometries, made when first needed, all destroyed together. */
class FeatureCache {
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
function withFeatures<T>(geos: Geos, layer: Polygons, work: (features: FeatureCache) => T): T {
  const features = new FeatureCache(geos, layer);
  try {
    return work(features);
  } finally {
    features.destroyAll();
  }
}

class PieceCollector {
  readonly builder = new PolygonsBuilder();
  readonly left: number[] = [];
  readonly right: number[] = [];

  add(left: number, right: number): () => void {
    return () => {
      this.builder.endFeature();
      this.left.push(left);
      this.right.push(right);
    };
  }

  build(): Pieces {
    return {
      polygons: this.builder.build(),
      left: Uint32Array.from(this.left),
      right: Int32Array.from(this.right),
    };
  }
}

class GeosOverlay implements Overlay {
  readonly #geos: Geos;
  readonly #grid: number;

  constructor(geos: Geos, grid: number) {
    this.#geos = geos;
    this.#grid = grid;
  }

  repair(layer: Polygons): Repair {
    const geos = this.#geos;
    const invalid: number[] = [];
    for (let f = 0; f < featureCount(layer); f++) {
      const geometry = geos.fromFeature(layer, f);
      if (geometry && geos.api.GEOSisValid(geometry) !== 1) invalid.push(f);
      geos.destroy(geometry);
    }
    if (invalid.length === 0) return { polygons: layer, repaired: [] };
    const builder = new PolygonsBuilder();
    const next = invalid.values();
    let bad = next.next().value;
    for (let f = 0; f < featureCount(layer); f++) {
      if (f !== bad) {
        builder.copyFeature(layer, f);
        continue;
      }
      geos.scope((own) => {
        const valid = this.#done('修复', [f], own(geos.api.GEOSMakeValid(own(geos.fromFeature(layer, f)))));
        geos.toPolygons(valid, builder, () => undefined);
      });
      builder.endFeature();
      bad = next.next().value;
    }
    const polygons = builder.build();
    return {
      polygons,
      repaired: invalid.map((feature) => ({
        feature,
        before: planeArea(layer, feature),
        after: planeArea(polygons, feature),
      })),
    };
  }

  intersect(a: Polygons, b: Polygons): Pieces {
    const geos = this.#geos;
    const collector = new PieceCollector();
    const index = indexBoxes(b);
    withFeatures(geos, b, (partners) => {
      for (let f = 0; f < featureCount(a); f++) {
        const candidates = candidatesOf(a, f, index);
        if (candidates.length === 0) continue;
        geos.scope((own) => {
          const geometry = own(geos.fromFeature(a, f));
          for (const g of this.#meeting(geometry, candidates, partners)) {
            geos.scope((ownPiece) => {
              const piece = ownPiece(geos.api.GEOSIntersectionPrec(geometry, partners.get(g), this.#grid));
              geos.toPolygons(this.#done('相交', [f, g], piece), collector.builder, collector.add(f, g));
            });
          }
        });
      }
    });
    return collector.build();
  }

  subtract(a: Polygons, b: Polygons): Pieces {
    const geos = this.#geos;
    const collector = new PieceCollector();
    const index = indexBoxes(b);
    withFeatures(geos, b, (partners) => {
      for (let f = 0; f < featureCount(a); f++) {
        geos.scope((own) => {
          const whole = own(geos.fromFeature(a, f));
          if (!whole) return;
          const cutters = this.#meeting(whole, candidatesOf(a, f, index), partners);
          const rest = own(this.#without(whole, cutters, partners, f));
          geos.toPolygons(rest || whole, collector.builder, collector.add(f, NO_PARTNER));
        });
      }
    });
    return collector.build();
  }

  dissolve(layer: Polygons): Polygons {
    const geos = this.#geos;
    const builder = new PolygonsBuilder();
    // Features further apart than the grid cannot dissolve into each other, and snap-rounding time grows faster than the vertices:
    // group by group took 0.5 s where the whole farmland layer of a county at once took 7 s.
    for (const members of groupMembers(this.clusters(layer, this.#grid * Math.SQRT2))) {
      geos.scope((own) => {
        const parts = members.map((f) => geos.fromFeature(layer, f)).filter((geometry) => geometry !== 0);
        if (parts.length === 0) return;
        const union = own(geos.api.GEOSUnaryUnionPrec(own(geos.collect(parts)), this.#grid));
        geos.toPolygons(this.#done('融合', members, union), builder, () => builder.endFeature());
      });
    }
    return builder.build();
  }

  clusters(layer: Polygons, distance: number): Uint32Array {
    const geos = this.#geos;
    const n = featureCount(layer);
    const parent = Uint32Array.from({ length: n }, (_, f) => f);
    const find = (f: number): number => {
      let root = f;
      while (parent[root] !== root) root = parent[root]!;
      while (parent[f] !== root) {
        const next = parent[f]!;
        parent[f] = root;
        f = next;
      }
      return root;
    };
    const index = indexBoxes(layer);
    withFeatures(geos, layer, (features) => {
      for (let f = 0; f < n; f++) {
        const [minX, minY, maxX, maxY] = featureBox(layer, f);
        const near = index
          .search([minX - distance, minY - distance, maxX + distance, maxY + distance])
          .filter((g) => g > f && find(g) !== find(f));
        if (near.length === 0 || !features.get(f)) continue;
        const prepared = geos.api.GEOSPrepare(features.get(f));
        for (const g of near) {
          if (find(g) === find(f) || !features.get(g)) continue;
          if (geos.api.GEOSPreparedDistanceWithin(prepared, features.get(g), distance) === 1) {
            parent[find(g)] = find(f);
          }
        }
        geos.api.GEOSPreparedGeom_destroy(prepared);
      }
    });
    const groups = new Map<number, number>();
    return parent.map((_, f) => {
      const root = find(f);
      const group = groups.get(root) ?? groups.size;
      groups.set(root, group);
      return group;
    });
  }

  /** Of the candidates those that share at least a point with `geometry`. */
  #meeting(geometry: GeosGeometry, candidates: readonly number[], features: FeatureCache): number[] {
    if (!geometry || candidates.length === 0) return [];
    const { api } = this.#geos;
    const prepared = api.GEOSPrepare(geometry);
    const meeting = candidates.filter((g) => {
      const partner = features.get(g);
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
  #without(whole: GeosGeometry, cutters: readonly number[], features: FeatureCache, f: number): GeosGeometry {
    const geos = this.#geos;
    return geos.scope((own) => {
      const parts: GeosGeometry[] = [];
      for (const g of cutters) {
        geos.scope((ownShared) => {
          const shared = ownShared(geos.api.GEOSIntersectionPrec(whole, features.get(g), this.#grid));
          parts.push(...geos.polygonParts(this.#done('相交', [f, g], shared)));
        });
      }
      if (parts.length === 0) return 0;
      const union = own(geos.api.GEOSUnaryUnionPrec(own(geos.collect(parts)), this.#grid));
      return this.#done(
        '擦除',
        [f],
        geos.api.GEOSDifferencePrec(whole, this.#done('合并', [f], union), this.#grid),
      );
    });
  }

  /** GEOS answers 0 when it threw: that must never look like an empty result. */
  #done(operation: string, features: readonly number[], geometry: GeosGeometry): GeosGeometry {
    if (geometry === 0) throw new OverlayError(operation, features, this.#geos.lastError);
    return geometry;
  }
}

function candidatesOf(a: Polygons, f: number, index: BoxIndex): number[] {
  return a.featureStart[f] === a.featureStart[f + 1] ? [] : index.search(featureBox(a, f));
}

/** The features of each group of `clusters`, in the order of the group numbers. */
function groupMembers(groups: Uint32Array): number[][] {
  const members: number[][] = [];
  for (const [f, group] of groups.entries()) {
    members[group] ??= [];
    members[group].push(f);
  }
  return members;
}
