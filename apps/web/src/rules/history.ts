import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Answer } from '../api/answers.ts';
import { answered, api } from '../api/client.ts';

export type ThresholdRecord = Answer<'/api/v1/regions/{region}/thresholds'>[number];

/** Records that are asked for at once. */
const PAGE = 200;

/** All that was ever set in a region and those around it, the newest first. */
export const historyQuery = (region: string) =>
  infiniteQueryOptions({
    queryKey: ['thresholds', region],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/v1/regions/{region}/thresholds', {
          params: {
            path: { region },
            query: { limit: PAGE, ...(pageParam !== undefined && { before: pageParam }) },
          },
        }),
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)!.id),
  });

/**
 * What a parameter was in the same region before each record.
 *
 * @param records the newest first
 * @returns for each the value before; null: nothing was set; undefined: told by a record that is not here yet
 */
export function valuesBefore(
  records: readonly ThresholdRecord[],
  hasAll: boolean,
): (ThresholdRecord['value'] | undefined)[] {
  const later = new Map<string, number>();
  const before = new Array<ThresholdRecord['value'] | undefined>(records.length).fill(
    hasAll ? null : undefined,
  );
  for (const [i, { region, book, rule, parameter, value }] of records.entries()) {
    const key = [region.adcode, book, rule, parameter].join(' ');
    const newer = later.get(key);
    if (newer !== undefined) before[newer] = value;
    later.set(key, i);
  }
  return before;
}
