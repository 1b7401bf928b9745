import { type AddedRule, offReason, type Profile, type SetThreshold, sha256 } from '@tuheng/standard';
import { effectiveParameter, type RuleSettings } from './effective-parameter.ts';
import type { Rule } from './rule.ts';
import { ruleBook } from './rule-book.ts';
import { compileAddedRule } from './rules/added/compile-added-rule.ts';

/** Grows with every change of a rule's meaning. */
export const ruleBookVersion = '2026.2';

/** A rule without its function: what is shown and hashed. */
export type RuleDescription = Omit<Rule, 'judge'> & {
  /** Why it is not run, and by which profile. */
  readonly off?: string;
  /** Of a rule that a profile adds: the form it was written in, and by whom. */
  readonly form?: AddedRule;
  readonly addedBy?: string;
};

/** The rules of the book and those that profiles add, in the order of the report. */
export function rulesUnder(profiles: readonly Profile[]): readonly Rule[] {
  return [
    ...ruleBook,
    ...profiles.flatMap(({ name, added = [] }) => added.map((form) => compileAddedRule(form, name))),
  ];
}

/** The rules as they apply: with the values that are set over them, those that profiles add, and why some are off. */
export function effectiveRuleBook(settings: RuleSettings): readonly RuleDescription[] {
  const { profiles = [] } = settings;
  return rulesUnder(profiles).map(({ judge: _, ...rule }) => {
    const off = offReason(profiles, rule.id);
    return {
      ...rule,
      parameters: rule.parameters.map((own) => effectiveParameter(own, rule.id, settings)),
      ...(off === undefined ? {} : { off }),
    };
  });
}

/** The digest that a review names (`ruleBook.digest`): a targets file, which is an input of its own, is not in it. */
export function ruleBookDigest(
  thresholds: readonly SetThreshold[],
  profiles: readonly Profile[] = [],
): Promise<string> {
  return sha256(JSON.stringify(effectiveRuleBook({ thresholds, profiles })));
}
