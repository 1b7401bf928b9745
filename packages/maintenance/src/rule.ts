import type { ChapterId } from './chapters.ts';
import type { Basis, Evidence, Parameter, RuleMeasure, VerdictPicture, VerdictTable } from './review.ts';
import type { RuleContext } from './rule-context.ts';

/** What a rule found, before the confidence of its parameters is weighed. */
export interface Judgement {
  readonly outcome: 'pass' | 'fail' | 'undetermined' | 'notApplicable';
  readonly measure: RuleMeasure;
  readonly explanation: string;
  readonly details?: readonly { readonly label: string; readonly measure: RuleMeasure }[];
  readonly tables?: readonly VerdictTable[];
  readonly pictures?: readonly VerdictPicture[];
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
  readonly chapter: ChapterId;
  /** How it is computed and when it passes, in Chinese, for those who check it by hand: docs/rules.md prints it. */
  readonly algorithm: string;
  /** Layers it reads, the one it is about first: what is wrong with their data weakens its verdict. */
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
