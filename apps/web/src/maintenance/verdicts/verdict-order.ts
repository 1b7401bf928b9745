import type { Status, Verdict } from '../desk/queries.ts';

/** The doubtful first. */
export const statusOrder: readonly Status[] = ['fail', 'undetermined', 'pass', 'notApplicable'];

/** What blocks first; within a status as the rule book has them. */
export function sortVerdicts(verdicts: readonly Verdict[]): readonly Verdict[] {
  const place = ({ status }: Verdict): number => statusOrder.indexOf(status);
  return [...verdicts].sort((a, b) => place(a) - place(b));
}

/** How many verdicts each status has; those with none are left out. */
export function countStatuses(
  verdicts: readonly { readonly status: Status }[],
): readonly (readonly [Status, number])[] {
  return statusOrder.flatMap((status) => {
    const count = verdicts.filter((verdict) => verdict.status === status).length;
    return count === 0 ? [] : [[status, count] as const];
  });
}

/** How many verdicts each chapter has, in the order of the rule book. */
export function countChapters(
  verdicts: readonly Pick<Verdict, 'chapter'>[],
): readonly (readonly [chapter: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { chapter } of verdicts) counts.set(chapter, (counts.get(chapter) ?? 0) + 1);
  return [...counts];
}

/** The one that stands `by` further in a list; the ends stay the ends. Undefined for an empty list. */
export function step<T>(list: readonly T[], now: T | undefined, by: number): T | undefined {
  if (list.length === 0) return undefined;
  const at = now === undefined ? -1 : list.indexOf(now);
  if (at < 0) return by > 0 ? list[0] : list.at(-1);
  return list[Math.min(list.length - 1, Math.max(0, at + by))];
}
