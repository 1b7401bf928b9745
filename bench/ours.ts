import { availableParallelism } from 'node:os';
import {
  areasOutside,
  checkCoverage,
  featureCount,
  loadGeosOverlay,
  matchIdentical,
  overlayTable,
  type PairTable,
  type Polygons,
  planeArea,
  planeAreaMeasure,
  pooledOverlayTable,
  prepareEdges,
  selectFeatures,
  vertexCount,
} from '@tuheng/geometry';
import { createNodePool } from '@tuheng/geometry/node-pool';
import { ClassMatrix } from './class-matrix.ts';
import { type Answer, type Kernels, LEAST_AREA } from './kernels.ts';
import { named, piecesOver } from './peers/geos.ts';

/* The one place where the benchmark meets the kernels. */

/** Shapes equal on this grid are unchanged, metres. */
const GRID = 0.0001;

/** One worker a core. Made once, as a server would: its start is no part of the work. */
const pool = createNodePool(availableParallelism());
/** Layers with fewer vertices than this are not worth sending around. */
const WORTH_SHARING = 100_000;

/**
 * Preparing the edges is part of the work: a peer's index is not, which speaks for the peer. Inputs are valid, by their making or repaired
 * (the peers do not check that either).
 */
async function pairAreas(a: Polygons, b: Polygons): Promise<PairTable> {
  const options = { measures: [planeAreaMeasure], sound: true };
  return vertexCount(a) < WORTH_SHARING
    ? overlayTable(prepareEdges(a), prepareEdges(b), options)
    : pooledOverlayTable(a, b, options, pool);
}

/** The check with its default options; the answer keeps what the peers can tell as well, so that no widths of pieces are measured. */
function coverageAnswer(layer: Polygons): Answer {
  const report = checkCoverage(layer);
  const area = (pieces: readonly { readonly area: number }[]): number =>
    pieces.reduce((sum, piece) => sum + piece.area, 0);
  return {
    overlaps: report.overlaps.length,
    overlapArea: area(report.overlaps),
    gaps: report.gaps.length,
    gapArea: area(report.gaps),
    invalid: new Set(report.selfIntersections.map(({ feature }) => feature)).size,
  };
}

/** Features of `layer` of which the table leaves something outside the other layer. */
function uncovered(layer: Polygons, table: PairTable, side: 'left' | 'right'): number[] {
  const rest = areasOutside(layer, table, side);
  return [...rest.keys()].filter((f) => rest[f]! > LEAST_AREA);
}

export const ours: Kernels = {
  async overlay(a, b) {
    const areas = (await pairAreas(a.polygons, b.polygons)).values[0]!;
    return {
      pairs: areas.reduce((count, area) => count + (area > LEAST_AREA ? 1 : 0), 0),
      area: areas.reduce((sum, area) => sum + area, 0),
    };
  },

  /** Equal shapes first, the table of the rest, and polygons only where the table says that something is left over. */
  async change(a, b) {
    const match = matchIdentical(a.polygons, b.polygons, GRID);
    const matched = new Set(match);
    const featuresA = [...match.keys()].filter((f) => match[f]! < 0);
    const featuresB = Array.from({ length: featureCount(b.polygons) }, (_, g) => g).filter(
      (g) => !matched.has(g),
    );
    const matrix = new ClassMatrix();
    for (const [f, g] of match.entries()) {
      if (g >= 0) matrix.add(a.codes?.[f] ?? '', b.codes?.[g] ?? '', planeArea(a.polygons, f));
    }
    const restA = selectFeatures(a.polygons, featuresA);
    const restB = selectFeatures(b.polygons, featuresB);
    const table = await pairAreas(restA, restB);
    const { left, right } = table;
    for (const [k, area] of table.values[0]!.entries()) {
      matrix.add(a.codes?.[featuresA[left[k]!]!] ?? '', b.codes?.[featuresB[right[k]!]!] ?? '', area);
    }
    const overlay = await loadGeosOverlay(GRID);
    const out = selectFeatures(restA, uncovered(restA, table, 'left'));
    const into = selectFeatures(restB, uncovered(restB, table, 'right'));
    return {
      ...named('out', piecesOver(overlay.subtract(out, restB).polygons)),
      ...named('in', piecesOver(overlay.subtract(into, restA).polygons)),
      ...matrix.summary(LEAST_AREA),
    };
  },

  async coverage({ polygons }) {
    return coverageAnswer(polygons);
  },
};
