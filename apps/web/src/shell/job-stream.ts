import { useEffect, useSyncExternalStore } from 'react';
import type { Job } from '../api/answers.ts';
import { listen } from '../api/event-stream.ts';
import { queries } from '../api/queries.ts';
import { checkSession } from '../api/session.ts';

/** The latest jobs of whoever is signed in, newest first, and whether the server is still telling of them. */
export interface JobStream {
  readonly jobs: readonly Job[];
  readonly isLive: boolean;
}

let current: JobStream = { jobs: [], isLive: true };
const told = new Set<() => void>();

function set(changed: Partial<JobStream>): void {
  current = { ...current, ...changed };
  for (const tell of told) tell();
}

export const isOver = ({ state }: Job): boolean => state !== 'queued' && state !== 'running';

/** The jobs as the server tells of them. */
export function useJobStream(): JobStream {
  return useSyncExternalStore(
    (tell) => {
      told.add(tell);
      return () => told.delete(tell);
    },
    () => current,
  );
}

/** Keeps the stream open: once, in the shell. What a finished job changes is asked for anew. */
export function useListenToJobs(account: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another account has other jobs
  useEffect(() => {
    set({ jobs: [], isLive: true });
    return listen<Job>(
      '/api/v1/jobs/events',
      'job',
      (job) => {
        const known = current.jobs.find(({ id }) => id === job.id);
        set({ jobs: [job, ...current.jobs.filter(({ id }) => id !== job.id)].sort(newestFirst) });
        queries.setQueryData(['job', job.id], job);
        if (known && !isOver(known) && isOver(job)) void queries.invalidateQueries({ queryKey: ['plans'] });
      },
      (isLive) => set({ isLive }),
      () => void checkSession().catch(() => {}),
    );
  }, [account]);
}

const newestFirst = (a: Job, b: Job): number => (a.requestedAt < b.requestedAt ? 1 : -1);
