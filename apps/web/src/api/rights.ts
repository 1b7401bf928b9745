import type { Session } from './answers.ts';

/**
 * Whether a region is another one or lies below it, told by their codes: `230898` lies in `230800` and `230000`, `230898100` in all of them.
 *
 * @param around null: the whole tree
 */
export function isWithin(adcode: string, around: string | null): boolean {
  return around === null || adcode.startsWith(around.replace(/^(\d\d)0000$|^(\d{4})00$/, '$1$2'));
}

/**
 * Whether someone may do a thing in a region. The server decides; this only hides what would be refused.
 *
 * @param region adcode; null asks for the whole tree
 */
export function mayIn({ grants, limits }: Session, verb: string, region: string | null): boolean {
  const reaches = (around: string | null): boolean =>
    region === null ? around === null : isWithin(region, around);
  return (
    grants.some(({ verbs, region: around }) => verbs.includes(verb) && reaches(around)) &&
    (limits === undefined || (limits.verbs.includes(verb) && reaches(limits.region)))
  );
}
