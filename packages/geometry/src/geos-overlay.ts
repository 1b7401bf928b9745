import { type BoxIndex, featureBox, featureBoxes, indexBoxes } from './box.ts';
import { fragmentMeasure, type MeasureSpec } from './fragments/fragment-measure.ts';
import { addUp, type PairRows } from './fragments/merge-sums.ts';
import { boundarySum, originAmid } from './fragments/overlay-table.ts';
import { Geos } from './geos.ts';
import { done, GeosCutter, withFeatures } from './geos-cutter.ts';
import type { Overlay, Pieces, Repair } from './overlay.ts';
import { DisjointSets } from './patches/disjoint-sets.ts';
import { PieceCollector } from './piece-collector.ts';
import { featureCount, type Polygons, PolygonsBuilder, selectFeatures } from './polygons.ts';
import { planeArea } from './ring.ts';

/**
 * The overlay by GEOS (OverlayNG with snap-rounding on `grid`).
 *
 * @param grid spacing of result coordinates in the coordinates' unit, > 0
 */
export async function loadGeosOverlay(grid: number): Promise<Overlay> {
  return new GeosOverlay(await Geos.load(), grid);
}

/** Segments with which a quarter of a circle is drawn around a corner. */
const QUARTER_SEGMENTS = 16;

/** All functions by GEOS; with the features to look at where a caller knows them. */
export class GeosOverlay implements Overlay {
  readonly #geos: Geos;
  readonly #grid: number;

  constructor(geos: Geos, grid: number) {
    this.#geos = geos;
    this.#grid = grid;
  }

  repair(layer: Polygons): Repair {
    return this.repairAmong(
      layer,
      Array.from({ length: featureCount(layer) }, (_, f) => f),
    );
  }

  select(layer: Polygons, features: ArrayLike<number>): Polygons {
    return selectFeatures(layer, features);
  }

  /** As `repair`, where only `candidates` (ascending) may be invalid. */
  repairAmong(layer: Polygons, candidates: readonly number[]): Repair {
    const geos = this.#geos;
    const invalid: number[] = [];
    for (const f of candidates) {
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
        const valid = done(geos, '修复', [f], own(geos.api.GEOSMakeValid(own(geos.fromFeature(layer, f)))));
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

  intersect(a: Polygons, b: Polygons, wanted: (left: number, right: number) => boolean = () => true): Pieces {
    return this.#cut(a, b, (cutter, f, candidates) =>
      cutter.intersect(
        f,
        candidates.filter((g) => wanted(f, g)),
      ),
    );
  }

  shares(a: Polygons, b: Polygons, measures: readonly MeasureSpec[]): PairRows {
    const { polygons, left, right } = this.intersect(a, b);
    const origin = originAmid(featureBoxes(a));
    const fragments = measures.map((spec) => fragmentMeasure(spec, origin));
    const pieces = Array.from(left.keys(), (k) => selectFeatures(polygons, [k]));
    const values = fragments.map((measure) =>
      Float64Array.from(pieces, (piece) => boundarySum(piece, measure, origin)),
    );
    return addUp({ left, right: Uint32Array.from(right), values }, featureCount(a), featureCount(b));
  }

  subtract(a: Polygons, b: Polygons): Pieces {
    return this.#cut(a, b, (cutter, f, candidates) => {
      // Each cutter is cut to the feature first: neighbours that only touch fall away, and the union is no larger than the feature
      // itself. (A rest-of-county polygon with ten thousand neighbours took nine minutes with the cutters as they are.)
      const parts = new PolygonsBuilder();
      cutter.parts(f, candidates, parts);
      cutter.subtract(f, this.unite(parts.build(), [f]));
    });
  }

  dissolve(layer: Polygons): Polygons {
    const builder = new PolygonsBuilder();
    // Features further apart than the grid cannot dissolve into each other, and snap-rounding time grows faster than the vertices:
    // group by group took 0.5 s where the whole farmland layer of a county at once took 7 s.
    for (const members of groupMembers(this.clusters(layer, this.#grid * Math.SQRT2))) {
      const union = this.unite(selectFeatures(layer, members), members);
      for (let f = 0; f < featureCount(union); f++) builder.copyFeature(union, f);
    }
    return builder.build();
  }

  clusters(layer: Polygons, distance: number): Uint32Array {
    const geos = this.#geos;
    const n = featureCount(layer);
    const sets = new DisjointSets(n);
    const index = indexBoxes(layer);
    withFeatures(geos, layer, (features) => {
      for (let f = 0; f < n; f++) {
        const [minX, minY, maxX, maxY] = featureBox(layer, f);
        const near = index
          .search([minX - distance, minY - distance, maxX + distance, maxY + distance])
          .filter((g) => g > f && sets.find(g) !== sets.find(f));
        if (near.length === 0 || !features.get(f)) continue;
        const prepared = geos.api.GEOSPrepare(features.get(f));
        for (const g of near) {
          if (sets.find(g) === sets.find(f) || !features.get(g)) continue;
          if (geos.api.GEOSPreparedDistanceWithin(prepared, features.get(g), distance) === 1) {
            sets.join(f, g);
          }
        }
        geos.api.GEOSPreparedGeom_destroy(prepared);
      }
    });
    return sets.numbers();
  }

  buffer(layer: Polygons, distance: number): Polygons {
    if (!(distance >= 0 && distance < Infinity)) throw new RangeError(`缓冲距离 ${distance} 不是非负数`);
    const patches = this.dissolve(layer);
    if (distance === 0) return patches;
    const geos = this.#geos;
    const around = new PolygonsBuilder();
    for (let f = 0; f < featureCount(patches); f++) {
      geos.scope((own) => {
        const patch = own(geos.fromFeature(patches, f));
        const grown = own(geos.api.GEOSBuffer(patch, distance, QUARTER_SEGMENTS));
        geos.toPolygons(done(geos, '缓冲', [f], grown), around, () => around.endFeature());
      });
    }
    return this.dissolve(around.build());
  }

  /** The features of `parts` as one area, one feature per polygon; `features` are named where it fails. */
  unite(parts: Polygons, features: readonly number[]): Polygons {
    const geos = this.#geos;
    const builder = new PolygonsBuilder();
    geos.scope((own) => {
      const all = Array.from({ length: featureCount(parts) }, (_, f) => geos.fromFeature(parts, f));
      const present = all.filter((geometry) => geometry !== 0);
      if (present.length === 0) return;
      const union = own(geos.api.GEOSUnaryUnionPrec(own(geos.collect(present)), this.#grid));
      geos.toPolygons(done(geos, '合并', features, union), builder, () => builder.endFeature());
    });
    return builder.build();
  }

  #cut(
    a: Polygons,
    b: Polygons,
    work: (cutter: GeosCutter, f: number, candidates: readonly number[]) => void,
  ): Pieces {
    const collector = new PieceCollector();
    const index = indexBoxes(b);
    withFeatures(this.#geos, b, (partners) => {
      const cutter = new GeosCutter(this.#geos, this.#grid, a, partners, collector);
      for (let f = 0; f < featureCount(a); f++) work(cutter, f, candidatesOf(a, f, index));
    });
    return collector.build();
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
