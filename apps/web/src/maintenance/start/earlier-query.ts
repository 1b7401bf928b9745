import { queryOptions } from '@tanstack/react-query';
import type { Job } from '../../api/answers.ts';
import { answered, api } from '../../api/client.ts';

const kinds = ['review', 'inspect'] as const;

/** Reviews and inspections of one's regions. */
export const earlierQuery = queryOptions({
  queryKey: ['jobs', 'earlier'],
  queryFn: async () => {
    const lists = await Promise.all(
      kinds.map((kind) => answered(api.GET('/api/v1/jobs', { params: { query: { kind, limit: 100 } } }))),
    );
    return lists.flat();
  },
  refetchOnMount: 'always',
});

/** The latest first; of what the server is telling of, what it told last. */
export function mergeJobs(earlier: readonly Job[], live: readonly Job[]): readonly Job[] {
  const merged = new Map(earlier.map((job) => [job.id, job]));
  for (const job of live) if (job.kind === 'review' || job.kind === 'inspect') merged.set(job.id, job);
  return [...merged.values()].sort((a, b) => (a.requestedAt < b.requestedAt ? 1 : -1));
}
