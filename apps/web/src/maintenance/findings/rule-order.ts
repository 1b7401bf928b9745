import type { InspectedRule } from '../desk/queries.ts';

const statuses: readonly InspectedRule['status'][] = ['failed', 'notRun', 'passed'];
const severities: readonly InspectedRule['severity'][] = ['error', 'warning', 'info'];

/** What blocks first: failed rules with the gravest findings, then what could not be looked at, then what is right. */
export function sortRules(rules: readonly InspectedRule[]): readonly InspectedRule[] {
  const place = ({ status, severity, gravest }: InspectedRule): number =>
    statuses.indexOf(status) * severities.length + severities.indexOf(gravest ?? severity);
  return [...rules].sort(
    (a, b) => place(a) - place(b) || (a.findings > 0 ? 0 : 1) - (b.findings > 0 ? 0 : 1),
  );
}
