import { setTimeout } from 'node:timers/promises';
import {
  type Database,
  enqueue,
  findJob,
  type Job,
  type JobRequest,
  openJobQueue,
  type Session,
} from '@tuheng/store';
import { exitCodes } from './exit-codes.ts';
import { Progress } from './progress.ts';
import { shellActor } from './store-place.ts';
import { startToldWorker } from './worker-command.ts';

/** Milliseconds between two looks at a job. */
const PAUSE = 500;
/** Seconds that other jobs under way have to end; then they are given back to the queue. */
const GRACE = 20;

export interface Submission {
  readonly request: JobRequest;
  /** Follow the job to its end. */
  readonly wait: boolean;
  readonly quiet: boolean;
}

/**
 * Puts a job into the queue. Who waits for one in a data folder does it as well: one process at a time holds the folder, so that no worker can.
 *
 * @param onNumber told as soon as the job is in the queue
 * @returns the job as it is then, or at its end
 */
export async function submitJob(
  database: Database,
  { request, wait, quiet }: Submission,
  onNumber: (id: string) => void,
): Promise<Job> {
  const progress = new Progress(quiet);
  const queue = await openJobQueue(database);
  try {
    const job = await enqueue(queue, shellActor(), request);
    onNumber(job.id);
    if (!wait) return job;
    if (database.kind === 'server') return await followed(database, job.id, progress);
    const worker = await startToldWorker(queue, () => {});
    try {
      return await followed(database, job.id, progress);
    } finally {
      await worker.stop(GRACE);
    }
  } finally {
    progress.end();
    await queue.close();
  }
}

/** The job at its end. */
async function followed(session: Session, id: string, progress: Progress): Promise<Job> {
  let told = '';
  for (;;) {
    const job = await findJob(session, id);
    if (job.endedAt !== null) return job;
    const stage = job.state === 'queued' ? '排队' : job.stage || '执行';
    if (told !== stage) progress.stage(stage, job.progress);
    told = stage;
    await setTimeout(PAUSE);
  }
}

/** As the command that does the same at once: 1 where verdicts or rules fail, 2 where there is no result. */
export function exitCodeOf({ state, result }: Job): number {
  if (state !== 'done') return exitCodes.unjudged;
  const { counts = {} } = (result ?? {}) as { readonly counts?: Readonly<Record<string, number>> };
  return (counts.fail ?? 0) + (counts.failed ?? 0) > 0 ? exitCodes.fails : exitCodes.clean;
}
