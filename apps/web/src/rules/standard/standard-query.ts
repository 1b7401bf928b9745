import { queryOptions } from '@tanstack/react-query';

export type Standard = typeof import('@tuheng/standard');

/** The data standard: its tables are large enough to be fetched only where someone looks at them. */
export const standardQuery = queryOptions({
  queryKey: ['standard'],
  queryFn: (): Promise<Standard> => import('@tuheng/standard'),
  staleTime: Number.POSITIVE_INFINITY,
});
