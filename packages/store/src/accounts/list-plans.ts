import type { Session } from '../database/database.ts';
import { type PlanSummary, plansWhere } from '../plans/version.ts';
import { type Caller, permittedRegions } from './rights.ts';

/** The plans that a caller may read, with the version in force, by code. */
export function listPlansFor(session: Session, caller: Caller): Promise<PlanSummary[]> {
  const { sql, parameters } = permittedRegions(caller, 'plan.read');
  return plansWhere(session, `p.region IN (${sql})`, parameters);
}
