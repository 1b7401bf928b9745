import { expect, it } from 'vitest';
import type { InspectedRule } from '../desk/queries.ts';
import { sortRules } from './rule-order.ts';

const rule = (
  rule: string,
  status: InspectedRule['status'],
  gravest: InspectedRule['severity'],
  findings = 0,
) => ({ rule, status, severity: 'error', gravest, findings }) as InspectedRule;

it('puts errors first, then warnings, what was not run, and what passed, with hints before nothing', () => {
  const rules = [
    rule('a', 'passed', 'error'),
    rule('b', 'passed', 'error', 3),
    rule('c', 'notRun', 'error'),
    rule('d', 'failed', 'warning', 9),
    rule('e', 'failed', 'error', 1),
  ];
  expect(sortRules(rules).map((one) => one.rule)).toEqual(['e', 'd', 'c', 'b', 'a']);
});
