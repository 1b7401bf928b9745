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

/** Pieces smaller than this are rounding of the 0.1 mm grid and not counted, m². Every side uses the same. */
export const LEAST_AREA = 0.01;
