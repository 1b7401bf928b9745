import { prepareEdges } from '../edges/edge-layer.ts';
import { type Polygons, selectFeatures } from '../polygons.ts';
import type { Origin } from './events.ts';
import type { MeasureSpec } from './fragment-measure.ts';
import { type KernelSums, sumFragments } from './pair-sums.ts';

/** A part of an overlay: some features of `a`, and all those of `b` that may meet them. */
export interface OverlayPart {
  readonly a: Polygons;
  readonly b: Polygons;
  /** Ascending, as are `featuresB`. */
  readonly featuresA: Uint32Array;
  readonly featuresB: Uint32Array;
  readonly measures: readonly MeasureSpec[];
  readonly origin: Origin;
  readonly sound: boolean;
}

/** The sums of a part, under the features' own numbers. */
export function overlayPart(part: OverlayPart): KernelSums {
  const { featuresA, featuresB } = part;
  const { rows, doubtful } = sumFragments(
    prepareEdges(selectFeatures(part.a, featuresA)),
    prepareEdges(selectFeatures(part.b, featuresB)),
    part.measures,
    part.origin,
    part.sound,
  );
  return {
    rows: {
      left: rows.left.map((f) => featuresA[f]!),
      right: rows.right.map((f) => featuresB[f]!),
      values: rows.values,
    },
    doubtful: doubtful.map((f, k) => (k % 2 === 0 ? featuresA : featuresB)[f]!),
  };
}
