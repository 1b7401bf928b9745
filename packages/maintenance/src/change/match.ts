import { featureCount, matchIdentical } from '@tuheng/geometry';
import type { WorkingLayer } from '../working-layer.ts';

/**
 * Which features are the same shape before and after. B is A with a few edits, so nearly everything is paired here and
 * only the rest is overlaid. BSM plays no part: it is re-issued with each delivery.
 */
export interface Match {
  /** For each feature of A its identical partner in B, or −1. */
  readonly partner: Int32Array;
  /** Features of A without partner, ascending. */
  readonly changedFiled: readonly number[];
  /** Features of B without partner, ascending. */
  readonly changedMaintained: readonly number[];
}

/** @param grid metres; vertices on the same grid point are the same */
export function matchUnchanged(filed: WorkingLayer, maintained: WorkingLayer, grid: number): Match {
  const partner = matchIdentical(filed.polygons, maintained.polygons, grid);
  const paired = new Set(partner);
  return {
    partner,
    changedFiled: [...partner.keys()].filter((f) => partner[f]! < 0),
    changedMaintained: [...Array(featureCount(maintained.polygons)).keys()].filter((f) => !paired.has(f)),
  };
}
