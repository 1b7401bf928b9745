import type { Dataset } from './inputs/dataset-file.ts';

/** What every side works out, so that it can be seen that they did the same work. Areas in m². */
export type Answer = Readonly<Record<string, number>>;

/** The pieces of work that are measured. */
export type Job = 'overlay' | 'change' | 'coverage';

/** One side of the comparison, in this process. */
export interface Kernels {
  /** Pairs of features that share area, and that area: `pairs`, `area`. */
  overlay(a: Dataset, b: Dataset): Promise<Answer>;
  /**
   * From A to B: pieces of A outside B (`outPieces`, `outArea`), of B outside A (`inPieces`, `inArea`), and the matrix of
   * classes (`cells`, `sharedArea`, `reclassifiedArea`: the sum off the diagonal).
   */
  change(a: Dataset, b: Dataset): Promise<Answer>;
  /** Faults of a layer that should cover: `overlaps`, `overlapArea`, `gaps`, `gapArea`, `invalid`. */
  coverage(layer: Dataset): Promise<Answer>;
}

/**
 * Pieces and pairs below this are not counted, m². A parcel's cut ends on its neighbour's edge, rounded to 0.1 mm: along an edge of a
 * kilometre that alone opens a sliver of some hundredths. Every side leaves out the same.
 */
export const LEAST_AREA = 1;
