import { firstFew } from '../examples.ts';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { RuleFinding, RuleOutcome, SystematicFinding } from '../rule.ts';
import type { Severity } from '../rule-data.ts';

/** The same fault of features of one layer. */
export interface EqualFaults {
  readonly layer: InspectedLayer;
  readonly attribute: string;
  /** Features with the fault, ascending. */
  readonly features: readonly number[];
  /** Number of features that were looked at. */
  readonly judged: number;
  /** Stable code where it is the whole layer's fault. */
  readonly cause: string;
  /** What is wrong with the layer, in Chinese, without the count. */
  readonly whole: string;
  /** What is wrong with one feature, in Chinese. */
  readonly message: (feature: number) => string;
  readonly suggestion: string;
  readonly severity?: Severity | undefined;
  /** What a finding has besides. */
  readonly more?: (feature: number) => Partial<RuleFinding>;
  /** From how many features on it may be the layer's fault; the general number where missing. */
  readonly least?: number;
}

/** From this share of the features looked at on, and this many, a fault is the layer's and told once. */
const MOSTLY = 0.9;
const LEAST = 20;

/** The faults one by one, or where nearly the whole layer has them as one cause with a count and three examples. */
export function tellFaults(faults: EqualFaults): RuleOutcome {
  const { layer, attribute, features, judged, cause, whole, message, suggestion, severity, more } = faults;
  const isWhole = features.length >= MOSTLY * judged && features.length >= (faults.least ?? LEAST);
  const weight = severity === undefined ? {} : { severity };
  const find = (feature: number): RuleFinding => ({
    layer,
    feature,
    attribute,
    message: message(feature),
    suggestion,
    ...weight,
    ...more?.(feature),
  });
  if (!isWhole) return { findings: features.map(find) };
  const systematic: SystematicFinding = {
    cause,
    layer,
    attribute,
    count: features.length,
    message: `${whole}（${judged} 个要素中 ${features.length} 个）。`,
    suggestion,
    ...weight,
    examples: firstFew(features).map(find),
  };
  return { findings: [], systematic: [systematic] };
}

/** Several outcomes of one subject as one. */
export function mergeOutcomes(outcomes: readonly RuleOutcome[]): RuleOutcome {
  const reasons = new Set(outcomes.flatMap(({ notRun }) => notRun ?? []));
  return {
    findings: outcomes.flatMap(({ findings }) => findings),
    systematic: outcomes.flatMap(({ systematic = [] }) => systematic),
    ...(reasons.size > 0 && { notRun: [...reasons].join('') }),
  };
}
