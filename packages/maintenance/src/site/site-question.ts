import { isVerified, layerSpec, type SchemeYear } from '@tuheng/standard';
import type { Basis, Parameter, Status } from '../review.ts';
import type { ResolvedPurpose } from './resolve-purpose.ts';
import type { SiteActivity, SiteLayer, SiteMeasure, SiteVerdict } from './site-report.ts';

/** What a question may ask. */
export interface SiteContext {
  readonly purpose: ResolvedPurpose;
  /** Edition of the land-use codes in the plan's layers, where somebody said. */
  readonly landUseYear: SchemeYear | undefined;
  /** Undefined where the plan does not have the layer. */
  layer(code: string): SiteLayer | undefined;
  /** Where the site touches the ecological red line: which kinds of limited activity it could be. */
  readonly limitedActivities: readonly SiteActivity[];
  /** Why the plan cannot speak for the whole site, in Chinese: ground beyond the county. Empty where it can. */
  readonly beyondPlan: readonly string[];
}

/** What a question found, before the confidence of its assumptions is weighed. */
export interface SiteJudgement {
  readonly outcome: Status;
  readonly measure: SiteMeasure;
  readonly explanation: string;
  readonly reasons?: readonly string[];
  /** What was assumed for this site. */
  readonly parameters?: readonly Parameter[];
  /** Documents found for this case, besides the question's own basis. */
  readonly basis?: readonly Basis[];
}

/** One question that an approval asks of a plan: data and one function. */
export interface SiteQuestion {
  /** Stable id, e.g. `site.ecological-red-line`. */
  readonly id: string;
  /** Title in Chinese. */
  readonly title: string;
  /** Layers whose pieces are its evidence. */
  readonly layers: readonly string[];
  readonly basis: readonly Basis[];
  /** True where the answer holds for ground beyond the county too. */
  readonly beyondPlan?: true;
  judge(context: SiteContext): SiteJudgement;
}

/**
 * Judges one question. A pass that rests on something unverified, or on a plan that does not know all of the ground, becomes 证据不足
 * (docs/architecture.md, decision 6).
 */
export function judgeQuestion(question: SiteQuestion, context: SiteContext): SiteVerdict {
  const judgement = question.judge(context);
  const parameters = judgement.parameters ?? [];
  const held =
    judgement.outcome === 'pass'
      ? [
          ...(question.beyondPlan ? [] : context.beyondPlan),
          ...parameters
            .filter((parameter) => !isVerified(parameter))
            .map(
              ({ title, value, source }) => `按“${title}”= ${value} 判断可以通过，但它未核实（${source}）`,
            ),
        ]
      : [];
  return {
    question: question.id,
    status: held.length > 0 ? 'undetermined' : judgement.outcome,
    title: question.title,
    basis: [...question.basis, ...(judgement.basis ?? [])],
    parameters,
    measure: judgement.measure,
    explanation: judgement.explanation,
    reasons: [...(judgement.reasons ?? []), ...held],
    evidence: question.layers.filter((code) => (context.layer(code)?.touched ?? 0) > 0),
  };
}

const nameOf = (code: string): string => `${layerSpec(code)?.title ?? code}（${code}）`;

/** The judgement of a question none of whose layers the plan has. */
export function missingLayer(...codes: readonly string[]): SiteJudgement {
  const reason = `规划数据库缺少${codes.map(nameOf).join('、')}图层`;
  return {
    outcome: 'undetermined',
    measure: { inside: null, outside: null, unit: 'm²' },
    explanation: `${reason}，本条未作判定。`,
    reasons: [reason],
  };
}

export function measureOf({ inside, outside }: SiteLayer): SiteMeasure {
  return { inside: inside.area, outside: outside.area, unit: 'm²' };
}
