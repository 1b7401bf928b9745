import { featureCount, matchIdentical, type Polygons, selectFeatures } from '@tuheng/geometry';
import type { WorkingLayer } from '../working-layer.ts';

/**
 * Which features are the same shape before and after. B is A with a few edits, so nearly everything is paired here and
 * only the rest is overlaid. BSM plays no part: it is re-issued with each delivery.
 */
export interface Match {
  readonly filed: Rest;
  readonly maintained: Rest;
  /** For each feature of A its identical partner in B, or −1. */
  readonly partner: Int32Array;
}

/** The features of one side without partner. */
export interface Rest {
  /** Their numbers in the layer, ascending. */
  readonly features: readonly number[];
  /** Their shapes, in that order. One object, so that what the overlay finds about it is found once. */
  readonly polygons: Polygons;
}

/** @param grid metres; vertices on the same grid point are the same */
export function matchUnchanged(filed: WorkingLayer, maintained: WorkingLayer, grid: number): Match {
  const partner = matchIdentical(filed.polygons, maintained.polygons, grid);
  const paired = new Set(partner);
  return {
    partner,
    filed: restOf(filed.polygons, (f) => partner[f]! < 0),
    maintained: restOf(maintained.polygons, (g) => !paired.has(g)),
  };
}

function restOf(polygons: Polygons, alone: (f: number) => boolean): Rest {
  const features = [...Array(featureCount(polygons)).keys()].filter(alone);
  return { features, polygons: selectFeatures(polygons, features) };
}
