import { featureBoxes } from '../box.ts';
import type { EdgeLayer } from '../edges/edge-layer.ts';
import { fragmentMeasure, type MeasureSpec } from '../fragments/fragment-measure.ts';
import { boundarySum, originAmid, overlayTable, type PairTable } from '../fragments/overlay-table.ts';
import { featureCount, type Polygons } from '../polygons.ts';
import { perimeter, planeArea } from '../ring.ts';

/** Figures of each patch, and of all of them. Areas in the coordinates' unit squared, lengths in the unit. */
export interface PatchFigures {
  readonly area: Float64Array;
  /** Length of all rings, holes included. */
  readonly perimeter: Float64Array;
  /** Holes of each patch. */
  readonly holes: Uint32Array;
  /** `measured[m][k]`: measure `m` of patch `k`, such as the ellipsoid area in m². */
  readonly measured: readonly Float64Array[];
  readonly totalArea: number;
  /** 0 without patches. */
  readonly meanArea: number;
  /** Largest patch area / total area, 0 … 1 (largest patch index, McGarigal and Marks 1995); 0 without patches. */
  readonly largestPatchIndex: number;
}

/** @param patches as of `dissolve`: one polygon a feature */
export function patchFigures(patches: Polygons, measures: readonly MeasureSpec[] = []): PatchFigures {
  const count = featureCount(patches);
  const area = new Float64Array(count);
  const lengths = new Float64Array(count);
  const holes = new Uint32Array(count);
  const measured = measures.map(() => new Float64Array(count));
  const origin = originAmid(featureBoxes(patches));
  const fragments = measures.map((spec) => fragmentMeasure(spec, origin));
  let totalArea = 0;
  let largest = 0;
  for (let k = 0; k < count; k++) {
    const from = patches.featureStart[k]!;
    const to = patches.featureStart[k + 1]!;
    area[k] = planeArea(patches, k);
    lengths[k] = perimeter(patches, k);
    holes[k] = patches.polygonStart[to]! - patches.polygonStart[from]! - (to - from);
    const alone = { ...patches, polygonStart: patches.polygonStart.subarray(from, to + 1) };
    for (const [m, measure] of fragments.entries()) measured[m]![k] = boundarySum(alone, measure, origin);
    totalArea += area[k]!;
    largest = Math.max(largest, area[k]!);
  }
  return {
    area,
    perimeter: lengths,
    holes,
    measured,
    totalArea,
    meanArea: count === 0 ? 0 : totalArea / count,
    largestPatchIndex: totalArea === 0 ? 0 : largest / totalArea,
  };
}

/** The holes of patches as polygons of their own. */
export interface Holes {
  /** Hole `h` is feature `h`. */
  readonly polygons: Polygons;
  /** Patch of each hole, ascending. */
  readonly patch: Uint32Array;
}

export function holesOf(patches: Polygons): Holes {
  const { featureStart, polygonStart, ringStart, xy } = patches;
  const rings: number[] = [];
  const patch: number[] = [];
  for (let k = 0; k < featureCount(patches); k++) {
    for (let g = featureStart[k]!; g < featureStart[k + 1]!; g++) {
      for (let r = polygonStart[g]! + 1; r < polygonStart[g + 1]!; r++) {
        rings.push(r);
        patch.push(k);
      }
    }
  }
  const starts = new Uint32Array(rings.length + 1);
  for (const [h, r] of rings.entries()) starts[h + 1] = starts[h]! + ringStart[r + 1]! - ringStart[r]!;
  const out = new Float64Array(2 * starts[rings.length]!);
  for (const [h, r] of rings.entries()) {
    out.set(xy.subarray(2 * ringStart[r]!, 2 * ringStart[r + 1]!), 2 * starts[h]!);
  }
  const each = Uint32Array.from(starts, (_, h) => h);
  return {
    polygons: { xy: out, ringStart: starts, polygonStart: each, featureStart: each },
    patch: Uint32Array.from(patch),
  };
}

/**
 * What lies in holes: every hole with every feature of `content` that has ground in it, measured (`left` is the hole).
 *
 * @throws OverlayError where `content` holds features that are no valid polygons
 */
export function holeContents(
  holes: EdgeLayer,
  content: EdgeLayer,
  measures: readonly MeasureSpec[],
): PairTable {
  return overlayTable(holes, content, { measures });
}
