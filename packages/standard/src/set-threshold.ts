import type { Provenance } from './provenance.ts';

/** The rule books in which a region may set thresholds: the verdicts about a plan, and the quality of its data. */
export type RuleBookId = 'review' | 'inspection';

/** Who set a threshold and why, as the ledger has it. */
export interface ThresholdSetting {
  readonly region: { readonly adcode: string; readonly name: string };
  /** Name of the account. */
  readonly by: string;
  /** UTC, microseconds. */
  readonly at: string;
  readonly reason: string;
}

/** A value that a region set over what a rule carries. */
export interface SetThreshold extends ThresholdSetting, Provenance {
  readonly book: RuleBookId;
  readonly rule: string;
  readonly parameter: string;
  readonly value: number | string;
}

/**
 * A parameter as a region set it: value, source and confidence of the setting, and who made it; as it was, where no region did.
 *
 * @param thresholds those in force, at most one for each parameter
 */
export function underThresholds<P extends Provenance & { readonly name: string }>(
  own: P,
  thresholds: readonly SetThreshold[],
  book: RuleBookId,
  rule: string,
): P & { readonly set?: ThresholdSetting } {
  const found = thresholds.find(
    (one) => one.book === book && one.rule === rule && one.parameter === own.name,
  );
  if (!found) return own;
  const { value, source, confidence, region, by, at, reason } = found;
  return { ...own, value, source, confidence, set: { region, by, at, reason } };
}
