import type { Database } from '../database/database.ts';

/** Told that a job's end is asked for, before that is written. @param written settles when it is, or cannot be */
type OnCancel = (written: Promise<unknown>) => void;

/** The jobs that run in this process, by database and number. */
const running = new WeakMap<Database, Map<string, OnCancel>>();

/**
 * Lets a job that runs in this process hear of its cancellation at once. In an embedded database it cannot be written while the job's own
 * transaction has the one connection, and would come after the commit.
 *
 * @returns hears no more
 */
export function hearOfCancel(database: Database, job: string, onCancel: OnCancel): () => void {
  const jobs = running.get(database) ?? new Map<string, OnCancel>();
  running.set(database, jobs);
  jobs.set(job, onCancel);
  return () => {
    if (jobs.get(job) === onCancel) jobs.delete(job);
  };
}

/** Tells a job that its end is being asked for, where it runs in this process. */
export function tellOfCancel(database: Database, job: string, written: Promise<unknown>): void {
  running.get(database)?.get(job.toLowerCase())?.(written);
}
