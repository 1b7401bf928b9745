import { type SetThreshold, sha256, underThresholds } from '@tuheng/standard';
import type { Rule } from './rule.ts';
import { ruleBook } from './rule-book.ts';

/** Grows with every change of a rule's meaning. */
export const ruleBookVersion = '2026.2';

/** A rule without its function: what is shown and hashed. */
export type RuleDescription = Omit<Rule, 'judge'>;

/** The rules with the thresholds that regions set over them; a targets file, which is an input of its own, is not in it. */
export function effectiveRuleBook(thresholds: readonly SetThreshold[]): readonly RuleDescription[] {
  return ruleBook.map(({ judge: _, ...rule }) => ({
    ...rule,
    parameters: rule.parameters.map((own) => underThresholds(own, thresholds, 'review', rule.id)),
  }));
}

/** The digest that a review names (`ruleBook.digest`). */
export function ruleBookDigest(thresholds: readonly SetThreshold[]): Promise<string> {
  return sha256(JSON.stringify(effectiveRuleBook(thresholds)));
}
