import type { Provenance } from '../provenance.ts';
import type { AddedRule } from './added-rule.ts';
import type { SettableRule } from './profile.ts';

/** A parameter of a rule that a profile adds. */
interface AddedParameter extends Provenance {
  readonly name: 'limit' | 'tolerance';
  readonly title: string;
  readonly value: number | string;
  readonly unit: string;
}

/**
 * What of a rule that a profile adds can be set by narrower profiles and a targets file: its limit, and the tolerance where it has one. The
 * limit is always there, since it carries how sure the rule is.
 */
export function addedRuleParameters({
  limit,
  tolerance,
  compare,
  source,
  confidence = 'found',
}: AddedRule): readonly AddedParameter[] {
  const provenance = { source, confidence };
  const filed = compare === 'unchanged' ? '备案库中的范围' : '备案库的同一数值';
  return [
    {
      name: 'limit',
      title: '限值',
      ...(limit === 'filed' ? { value: filed, unit: '' } : limit),
      ...provenance,
    },
    ...(tolerance ? [{ name: 'tolerance' as const, title: '容差', ...tolerance, ...provenance }] : []),
  ];
}

export function settableAddedRule(rule: AddedRule): SettableRule {
  return { id: rule.id, parameters: addedRuleParameters(rule) };
}
