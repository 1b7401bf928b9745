import {
  categoryTitles,
  EffectiveRules,
  inspectionRules,
  inspectionRulesVersion,
  type RuleParameter,
} from '@tuheng/inspection';
import {
  chapterTitles,
  effectiveRuleBook,
  ruleBook,
  ruleBookDigest,
  ruleBookVersion,
} from '@tuheng/maintenance';
import {
  isVerified,
  type Provenance,
  parameterForm,
  type RuleBookId,
  type SetThreshold,
} from '@tuheng/standard';
import type { RegionThresholds } from '@tuheng/store';
import { Problem } from '../problems/problem.ts';
import type { BookDocument, ParameterDocument, RuleDocument } from './rule-schemas.ts';

/** Which parameter of which rule. */
interface ParameterAddress {
  readonly book: RuleBookId;
  readonly rule: string;
  readonly parameter: string;
}

/** The rule books as they apply under the thresholds of a region. */
export async function ruleBooks(thresholds: RegionThresholds): Promise<BookDocument[]> {
  const { inForce } = thresholds;
  const effective = new EffectiveRules(inspectionRules, [], inForce);
  return [
    {
      id: 'review',
      title: '维护审查规则',
      version: ruleBookVersion,
      digest: await ruleBookDigest(inForce),
      rules: effectiveRuleBook({ thresholds: inForce }).map((rule, i) => ({
        id: rule.id,
        title: rule.title,
        description: rule.algorithm,
        category: rule.chapter,
        categoryTitle: chapterTitles[rule.chapter],
        severity: null,
        layers: [...rule.layers],
        basis: rule.basis.map(basisOf),
        parameters: parametersOf('review', rule, ruleBook[i]!.parameters, thresholds),
        off: rule.off === undefined ? null : { reason: rule.off },
      })),
    },
    {
      id: 'inspection',
      title: '数据质检规则',
      version: inspectionRulesVersion,
      digest: await effective.digest(),
      rules: inspectionRules.map((rule) => {
        const { id, title, description, category, severity, basis } = rule;
        const off = effective.offReason(id);
        return {
          ...{ id, title, description, category, severity },
          categoryTitle: categoryTitles[category],
          layers: [],
          basis: basis.map(basisOf),
          parameters: parametersOf(
            'inspection',
            { id, parameters: effective.parametersOf(rule) },
            rule.parameters,
            thresholds,
          ),
          off: off === undefined ? null : { reason: off },
        };
      }),
    },
  ];
}

function basisOf({
  document,
  article = null,
  source,
  confidence,
}: Provenance & {
  readonly document: string;
  readonly article?: string | null;
}): RuleDocument['basis'][number] {
  return { document, article, source, confidence, verified: isVerified({ source, confidence }) };
}

function parametersOf(
  book: RuleBookId,
  rule: { readonly id: string; readonly parameters: readonly RuleParameter[] },
  defaults: readonly RuleParameter[],
  { inForce, overridden }: RegionThresholds,
): ParameterDocument[] {
  return rule.parameters.map(({ name, title, value, unit, source, confidence }, i) => {
    const own = defaults[i]!;
    const isOfThis = (one: SetThreshold): boolean =>
      one.book === book && one.rule === rule.id && one.parameter === name;
    const set = inForce.find(isOfThis);
    return {
      ...{ name, title, unit, source, confidence },
      value: plain(value),
      verified: isVerified({ source, confidence }),
      form: parameterForm(own),
      default: {
        value: plain(own.value),
        source: own.source,
        confidence: own.confidence,
        verified: isVerified(own),
      },
      set: set ? settingOf(set) : null,
      overrides: overridden.filter(isOfThis).map(settingOf),
    };
  });
}

function plain(value: RuleParameter['value']): ParameterDocument['value'] {
  return typeof value === 'object' ? [...value] : value;
}

function settingOf({
  region,
  value,
  source,
  confidence,
  reason,
  by,
  at,
}: SetThreshold): NonNullable<ParameterDocument['set']> {
  return { region, value, source, confidence, reason, by, at };
}

/** A parameter as its rule carries it. @throws Problem server.no-parameter */
export function ownParameter({ book, rule, parameter }: ParameterAddress): RuleParameter {
  const rules: readonly { readonly id: string; readonly parameters: readonly RuleParameter[] }[] =
    book === 'review' ? ruleBook : inspectionRules;
  const own = rules.find(({ id }) => id === rule)?.parameters.find(({ name }) => name === parameter);
  if (!own) throw new Problem('server.no-parameter', { detail: `${book}/${rule}.${parameter}` });
  return own;
}
