import type { PlanSummary } from '../../api/answers.ts';

/** What a job works on, as it is asked for; `coming`: a file that is still on its way. */
export type JobInput =
  | { readonly upload: string }
  | { readonly plan: string; readonly version: string }
  | 'coming';

/** Base data are kept as plans whose code ends so (`230898-base`). */
const BASE = '-base';

/** The plans that can be reviewed: those that are no base data. */
export function plansToReview(plans: readonly PlanSummary[]): readonly PlanSummary[] {
  return plans.filter(({ code }) => !code.endsWith(BASE));
}

/** The base data of a plan's region; undefined where nobody has delivered any. */
export function basePlanOf(plans: readonly PlanSummary[], plan: PlanSummary): PlanSummary | undefined {
  return (
    plans.find(({ code }) => code === `${plan.code}${BASE}`) ??
    plans.find(({ code, region }) => code.endsWith(BASE) && region === plan.region)
  );
}
