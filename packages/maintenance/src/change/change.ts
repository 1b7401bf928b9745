import type { Pieces } from '@tuheng/geometry';
import type { WorkingLayer } from '../working-layer.ts';
import type { Match } from './match.ts';

/**
 * The change of one layer as pieces. Pieces are single-part and in the working plane; those below the tolerance stand
 * apart in `noise`.
 */
export interface LayerChange {
  readonly code: string;
  readonly mode: 'transfer' | 'reclassify';
  readonly filed: WorkingLayer;
  readonly maintained: WorkingLayer;
  readonly match: Match;
  /** Parts of B outside A; `left` is the feature of B. */
  readonly transferIn: Pieces;
  /** Parts of A outside B; `left` is the feature of A. */
  readonly transferOut: Pieces;
  /** Reclassify only: parts of A∩B whose class differs; `left` in A, `right` in B. Empty for transfer layers. */
  readonly reclassified: Pieces;
  readonly noise: {
    readonly transferIn: Pieces;
    readonly transferOut: Pieces;
    readonly reclassified: Pieces;
  };
  /**
   * B within the touched features of A (WHQ): what of them stands after the maintenance, besides `transferIn`. `left` in A,
   * `right` in B.
   */
  readonly kept: Pieces;
}
