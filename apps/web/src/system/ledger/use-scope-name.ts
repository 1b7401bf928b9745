import { useSuspenseQuery } from '@tanstack/react-query';
import { plansQuery, regionsQuery } from '../../shell/region.ts';
import { useWords } from '../../words/use-words.ts';
import { ledgerWords } from './words.ts';

/** What people call a chain of the ledger. */
export function useScopeName(): (scope: string) => string {
  const words = useWords(ledgerWords);
  const { data: plans } = useSuspenseQuery(plansQuery);
  const { data: regions } = useSuspenseQuery(regionsQuery);
  return (scope) => {
    const [kind, code] = scope.split(':', 2);
    if (code === undefined) return words.scopes[scope] ?? scope;
    if (kind === 'plan') return words.planScope(plans.find((plan) => plan.code === code)?.name ?? code);
    return words.regionScope(regions.find(({ adcode }) => adcode === code)?.name ?? code);
  };
}
