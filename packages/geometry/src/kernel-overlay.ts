import { type EdgeLayer, prepareEdges } from './edges/edge-layer.ts';
import type { MeasureSpec } from './fragments/fragment-measure.ts';
import type { PairRows } from './fragments/merge-sums.ts';
import { overlayTable } from './fragments/overlay-table.ts';
import { Geos } from './geos.ts';
import { GeosCutter, withFeatures } from './geos-cutter.ts';
import { GeosOverlay } from './geos-overlay.ts';
import { NO_PARTNER, type Overlay, type Pieces, type Repair } from './overlay.ts';
import { clusters } from './patches/clusters.ts';
import { dissolve } from './patches/dissolve.ts';
import { needsRepair } from './patches/needs-repair.ts';
import { remainder } from './patches/remainder.ts';
import { roundToGrid } from './patches/round-to-grid.ts';
import { PieceCollector } from './piece-collector.ts';
import { type Partners, partnersOf, shared, turnedAround } from './pieces/partners.ts';
import { featureCount, type Polygons, PolygonsBuilder, selectFeatures } from './polygons.ts';

/**
 * The overlay by the kernels of this package: GEOS is asked only for pieces that must be built, for features that may be invalid, and
 * for the ground around faults. Results are those of `loadGeosOverlay`.
 *
 * @param grid spacing of result coordinates in the coordinates' unit, > 0
 */
export async function loadKernelOverlay(grid: number): Promise<Overlay> {
  return new KernelOverlay(await Geos.load(), grid);
}

class KernelOverlay implements Overlay {
  readonly #geos: Geos;
  readonly #grid: number;
  readonly #whole: GeosOverlay;
  /** Layers are never changed after they are built, so what was found about them holds as long as they live. */
  readonly #edges = new WeakMap<Polygons, EdgeLayer>();
  readonly #pairs = new WeakMap<Polygons, WeakMap<Polygons, Partners>>();
  /** Layers that came out of `repair`, and selections of them. */
  readonly #sound = new WeakSet<Polygons>();

  constructor(geos: Geos, grid: number) {
    this.#geos = geos;
    this.#grid = grid;
    this.#whole = new GeosOverlay(geos, grid);
  }

  repair(layer: Polygons): Repair {
    const repair = this.#whole.repairAmong(layer, needsRepair(this.#edgesOf(layer)));
    this.#sound.add(repair.polygons);
    return repair;
  }

  select(layer: Polygons, features: ArrayLike<number>): Polygons {
    const selection = selectFeatures(layer, features);
    if (this.#sound.has(layer)) this.#sound.add(selection);
    return selection;
  }

  intersect(a: Polygons, b: Polygons, wanted: (left: number, right: number) => boolean = () => true): Pieces {
    const pairs = this.#pairsOf(a, b);
    const collector = new PieceCollector();
    const roundedA = roundToGrid(this.#edgesOf(a).polygons, this.#grid);
    const roundedB = roundToGrid(this.#edgesOf(b).polygons, this.#grid);
    this.#cut(a, b, collector, (cutter, f) => {
      let toBuild: number[] = [];
      for (let k = pairs.start[f]!; k < pairs.start[f + 1]!; k++) {
        const g = pairs.right[k]!;
        if (!wanted(f, g)) continue;
        if (pairs.extent[k] === shared.part) {
          toBuild.push(g);
          continue;
        }
        cutter.intersect(f, toBuild);
        toBuild = [];
        if (pairs.extent[k]! & shared.wholeLeft) collector.copy(roundedA, f, f, g);
        else collector.copy(roundedB, g, f, g);
      }
      cutter.intersect(f, toBuild);
    });
    return collector.build();
  }

  shares(a: Polygons, b: Polygons, measures: readonly MeasureSpec[]): PairRows {
    const sound = this.#areSound(a, b);
    return overlayTable(this.#edgesOf(a), this.#edgesOf(b), { measures, hand: this.#hand(a, b), sound });
  }

  subtract(a: Polygons, b: Polygons): Pieces {
    const pairs = this.#pairsOf(a, b);
    const collector = new PieceCollector();
    const roundedB = roundToGrid(this.#edgesOf(b).polygons, this.#grid);
    this.#cut(a, b, collector, (cutter, f) => {
      const from = pairs.start[f]!;
      const to = pairs.start[f + 1]!;
      if (from === to) {
        collector.copy(a, f, f, NO_PARTNER);
        return;
      }
      // Nothing is left of a feature that lies in another.
      if (pairs.extent.subarray(from, to).some((extent) => extent & shared.wholeLeft)) return;
      const parts = new PolygonsBuilder();
      let allWhole = true;
      for (let k = from; k < to; k++) {
        const g = pairs.right[k]!;
        if (pairs.extent[k]! & shared.wholeRight) parts.copyFeature(roundedB, g);
        else {
          allWhole = false;
          cutter.parts(f, [g], parts);
        }
      }
      this.#subtractParts(a, f, parts.build(), allWhole, cutter, collector);
    });
    return collector.build();
  }

  #subtractParts(
    a: Polygons,
    f: number,
    parts: Polygons,
    allWhole: boolean,
    cutter: GeosCutter,
    collector: PieceCollector,
  ): void {
    if (featureCount(parts) === 0) {
      collector.copy(a, f, f, NO_PARTNER);
      return;
    }
    // Parts that were built have crossings rounded one by one: these are united as they always were, so that results do not move.
    const rest = allWhole ? remainder(selectFeatures(a, [f]), parts, this.#grid) : undefined;
    // The order of several pieces of one feature is GEOS's; it may depend on how the ground taken away is written.
    if (rest === undefined || featureCount(rest) > 1) {
      cutter.subtract(f, allWhole ? this.dissolve(parts) : this.#whole.unite(parts, [f]));
    }
    if (rest !== undefined && featureCount(rest) === 1) collector.copy(rest, 0, f, NO_PARTNER);
  }

  dissolve(layer: Polygons): Polygons {
    return dissolve(layer, { grid: this.#grid, union: (part) => this.#whole.dissolve(part) }).patches;
  }

  clusters(layer: Polygons, distance: number): Uint32Array {
    return clusters(this.#edgesOf(layer), distance);
  }

  buffer(layer: Polygons, distance: number): Polygons {
    return this.#whole.buffer(layer, distance);
  }

  #cut(
    a: Polygons,
    b: Polygons,
    collector: PieceCollector,
    work: (cutter: GeosCutter, f: number) => void,
  ): void {
    withFeatures(this.#geos, b, (features) => {
      const cutter = new GeosCutter(this.#geos, this.#grid, a, features, collector);
      for (let f = 0; f < featureCount(a); f++) work(cutter, f);
    });
  }

  #edgesOf(layer: Polygons): EdgeLayer {
    const known = this.#edges.get(layer);
    if (known) return known;
    const edges = prepareEdges(layer);
    this.#edges.set(layer, edges);
    return edges;
  }

  /** The pairs of two layers, found once for all operations on them, whichever comes first. */
  #pairsOf(a: Polygons, b: Polygons): Partners {
    const known = this.#pairs.get(a)?.get(b);
    if (known) return known;
    const turned = this.#pairs.get(b)?.get(a);
    const pairs = turned
      ? turnedAround(turned, featureCount(a))
      : partnersOf(this.#edgesOf(a), this.#edgesOf(b), {
          diagonal: this.#grid * Math.SQRT2,
          hand: this.#hand(a, b),
          sound: this.#areSound(a, b),
        });
    const ofA = this.#pairs.get(a) ?? new WeakMap<Polygons, Partners>();
    this.#pairs.set(a, ofA.set(b, pairs));
    return pairs;
  }

  #areSound(a: Polygons, b: Polygons): boolean {
    return this.#sound.has(a) && this.#sound.has(b);
  }

  /** What a pair shares by GEOS, for features that are no valid polygons. */
  #hand(a: Polygons, b: Polygons): (f: number, g: number) => Polygons {
    return (f, g) => this.#whole.intersect(selectFeatures(a, [f]), selectFeatures(b, [g])).polygons;
  }
}
