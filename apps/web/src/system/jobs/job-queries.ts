import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Job } from '../../api/answers.ts';
import { answered, api } from '../../api/client.ts';
import { isOver } from '../../shell/job-stream.ts';

/** Jobs that are asked for at once. */
const PAGE = 100;
/** Milliseconds between two looks at jobs of others that are under way; one's own come by the stream. */
const PAUSE = 3000;

export interface JobSearch {
  readonly state: Job['state'] | undefined;
  readonly kind: Job['kind'] | undefined;
  readonly mine: boolean;
}

/** The jobs of one's regions, the latest first; looked at again while one of them is under way. */
export const jobsQuery = ({ state, kind, mine }: JobSearch) =>
  infiniteQueryOptions({
    queryKey: ['jobs', { state, kind, mine }],
    queryFn: ({ pageParam: before }) =>
      answered(
        api.GET('/api/v1/jobs', {
          params: {
            query: {
              limit: PAGE,
              ...(state && { state }),
              ...(kind && { kind }),
              ...(mine && { mine }),
              ...(before !== undefined && { before }),
            },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)!.requestedAt),
    refetchInterval: ({ state: { data } }) =>
      data?.pages.flat().some((job) => !isOver(job)) ? PAUSE : false,
  });

export const jobQuery = (job: string) =>
  queryOptions({
    queryKey: ['job', job],
    queryFn: () => answered(api.GET('/api/v1/jobs/{job}', { params: { path: { job } } })),
    refetchInterval: ({ state: { data } }) => (data && !isOver(data) ? PAUSE : false),
  });

export const jobFilesQuery = (job: string) =>
  queryOptions({
    queryKey: ['job', job, 'files'],
    queryFn: () => answered(api.GET('/api/v1/jobs/{job}/results', { params: { path: { job } } })),
  });

/** Seconds that a job took; null while it is under way, or never began. */
export function secondsOf({ startedAt, endedAt }: Job): number | null {
  if (startedAt === null || endedAt === null) return null;
  return Math.max(0, Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1000));
}
