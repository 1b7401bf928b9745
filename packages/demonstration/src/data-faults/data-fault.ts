import type { DraftFeature, DraftLayer } from './draft-layer.ts';

/** A fault of the data, put into a delivery on purpose, as it was planted. */
export interface DataFault {
  /** Number of the rule that has to find it, and no other may: T-01. */
  readonly rule: string;
  /** What was done, in Chinese. */
  readonly description: string;
  /** The layer, file or database it is in, as the finding names it. */
  readonly object: string;
  /** The feature it is in; missing where it is of a layer, a file or a database. */
  readonly feature?: DraftFeature;
  readonly layer?: DraftLayer;
  readonly attribute?: string;
  /** Where on the plane, metres (EPSG:4532). */
  readonly place?: readonly [number, number];
}

/**
 * A fault that no writer would write: it is put into the stored bytes afterwards. `z`: the layer has heights; `curve`: the feature's
 * outline is an arc; `open-ring`: its last point is missing; `not-finite`: a vertex is NaN.
 */
export interface StoredFault {
  readonly kind: 'z' | 'curve' | 'open-ring' | 'not-finite';
  readonly layer: DraftLayer;
  readonly feature: DraftFeature;
}
