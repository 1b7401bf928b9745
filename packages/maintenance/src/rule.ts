import type { Basis, Evidence, Parameter, RuleMeasure } from './review.ts';
import type { RuleContext } from './rule-context.ts';

/** What a rule found, before the confidence of its parameters is weighed. */
export interface Judgement {
  readonly outcome: 'pass' | 'fail' | 'undetermined' | 'notApplicable';
  readonly measure: RuleMeasure;
  readonly explanation: string;
  readonly details?: readonly { readonly label: string; readonly measure: RuleMeasure }[];
  /** Why `undetermined`: what is missing, in Chinese. */
  readonly reasons?: readonly string[];
  readonly evidence?: readonly Evidence[];
  /** Documents found for this case, besides the rule's own basis. */
  readonly basis?: readonly Basis[];
}

/** One rule of the rule book: data and one function. */
export interface Rule {
  /** Stable id, e.g. `udb.total`. */
  readonly id: string;
  /** Title in Chinese. */
  readonly title: string;
  /** Layers it reads: what is wrong with their data weakens its verdict. */
  readonly layers: readonly string[];
  readonly basis: readonly Basis[];
  /** Parameters with the best value known; a targets file may set them by `<rule id>.<name>`. */
  readonly parameters: readonly Parameter[];
  judge(context: RuleContext): Judgement;
}

/** A figure that could not be had. */
export const noMeasure = (unit: string): RuleMeasure => ({ before: null, after: null, limit: null, unit });

/** The judgement of a rule whose input is missing. */
export function missing(unit: string, ...reasons: readonly string[]): Judgement {
  return {
    outcome: 'undetermined',
    measure: noMeasure(unit),
    explanation: `${reasons.join('；')}，本条未作判定。`,
    reasons,
  };
}
