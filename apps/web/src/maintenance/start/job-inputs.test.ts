import { expect, it } from 'vitest';
import type { PlanSummary } from '../../api/answers.ts';
import { basePlanOf, plansToReview } from './job-inputs.ts';

const plan = (code: string, region = '230898') => ({ code, region }) as PlanSummary;

it('reviews plans, and knows the base data of each', () => {
  const plans = [plan('230898-base'), plan('230898'), plan('230897', '230897')];
  expect(plansToReview(plans).map(({ code }) => code)).toEqual(['230898', '230897']);
  expect(basePlanOf(plans, plans[1]!)?.code).toBe('230898-base');
  expect(basePlanOf(plans, plans[2]!)).toBeUndefined();
});
