import type { CoverageOptions } from './coverage-generator.ts';
import type { FaultCounts } from './plant-faults.ts';

/** A generated coverage, with faults planted on demand. */
export interface CoverageInput extends CoverageOptions {
  readonly kind: 'coverage';
  readonly faults?: FaultCounts;
}

/** The land-use survey (DLTB) of the demonstration county, classed by DLBM. */
export interface CountyInput {
  readonly kind: 'county';
  readonly seed: number;
  readonly parcels: number;
}

/** Another input after edits of a share of its parcels. */
export interface EditedInput {
  readonly kind: 'edited';
  readonly of: CountyInput;
  readonly share: number;
  readonly seed: number;
}

/** A layer of a real dataset, invalid shapes repaired (what a peer's user does with ST_MakeValid first). */
export interface RealInput {
  readonly kind: 'real';
  /** File name in the folder of real geometry. */
  readonly file: string;
  readonly layer: string;
}

/** What to generate or read; a plain value, so that equal inputs are made once and used by every side. */
export type Input = CoverageInput | CountyInput | EditedInput | RealInput;
