import type { PlanSummary, Region, Session } from '../../api/answers.ts';
import { mayIn } from '../../api/rights.ts';

/** The chains that somebody may verify by themselves: those of their plans and regions; for who reads all of it, the others too. */
export function ownScopes(
  session: Session,
  plans: readonly PlanSummary[],
  regions: readonly Region[],
): string[] {
  const may = (region: string): boolean => mayIn(session, 'ledger.read', region);
  return [
    ...plans.filter(({ region }) => may(region)).map(({ code }) => `plan:${code}`),
    ...regions
      .filter(({ adcode, level }) => level !== 'township' && may(adcode))
      .map(({ adcode }) => `region:${adcode}`),
    ...(mayIn(session, 'ledger.read', null) ? ['accounts', 'jobs', 'system'] : []),
  ];
}
