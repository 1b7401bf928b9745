import { setTimeout } from 'node:timers/promises';
import type { JobWithMetadata } from 'pg-boss';
import type { Database } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import { findJob, type Job, type JobKind, type Json, jobKinds } from './job.ts';
import { type JobQueue, lostQueue } from './job-queue.ts';
import { beginRun, endCancelled, endDone, endFailed, endLost, giveBack, type JobRun } from './job-run.ts';
import { effectOf, onceFor, type RecordEffect } from './once-for.ts';
import { ProgressWriter } from './progress-writer.ts';
import { hearOfCancel } from './running-jobs.ts';

/** What a handler is given beside its job. */
export interface JobContext {
  /** Fires when the job is cancelled, given back, or taken over by another worker. */
  readonly signal: AbortSignal;
  /**
   * Reports progress.
   *
   * @param share 0 to 1
   * @param stage what it is at, for people
   * @throws the signal's reason once it has fired: a handler that reports can be stopped
   */
  readonly progress: (share: number, stage: string) => void;
  /** `onceFor` of this job. */
  readonly once: <T extends Json>(work: (record: RecordEffect<T>) => Promise<T>) => Promise<T>;
}

/** Does a job and returns its result. It may be run again after a crash: effects go through `context.once`. */
export type JobHandler = (job: Job, context: JobContext) => Promise<Json>;

export interface WorkerOptions {
  /** Between two looks at the queue; at least 0.5. */
  readonly pollSeconds?: number;
  /** Whether an error would come again in another run; by default those of the store that are about the request. */
  readonly isFinal?: (error: unknown) => boolean;
}

export interface JobWorker {
  /** Takes no more jobs, lets those under way end, and gives back those that have not by then. */
  stop(graceSeconds: number): Promise<void>;
}

/** Milliseconds that a handler has to let go once its job was given back. */
const LAST_WAIT = 5000;

/**
 * Runs jobs of the kinds there are handlers for, one of each kind at a time. Any number of processes may do so on a server; of an embedded database it
 * is the one process that holds it.
 */
export async function startWorker(
  queue: JobQueue,
  handlers: Readonly<Partial<Record<JobKind, JobHandler>>>,
  { pollSeconds = 1, isFinal = isOfRequest }: WorkerOptions = {},
): Promise<JobWorker> {
  const { boss, database } = queue;
  const underWay = new Set<Promise<void>>();
  const options = { includeMetadata: true, pollingIntervalSeconds: pollSeconds } as const;
  for (const kind of jobKinds) {
    const handler = handlers[kind];
    if (!handler) continue;
    const id = await boss.work<object, void, typeof options>(kind, options, async ([claim]) => {
      // Where there was one there may be more: the next is asked for without a pause.
      boss.notifyWorker(id);
      const running = runClaim(queue, claim!, handler, isFinal);
      const settled = running.catch(() => {}).then(() => void underWay.delete(settled));
      underWay.add(settled);
      await running;
    });
  }
  await boss.work<object, void, typeof options>(lostQueue, options, async ([claim]) => {
    const job = claim!.sourceId!;
    const error = new StoreError('store.job-lost', job);
    await endLost(database, job, await effectOf(database, job), error);
  });
  return {
    stop: async (graceSeconds) => {
      await boss.stop({ close: false, graceful: true, timeout: graceSeconds * 1000 });
      await Promise.race([Promise.all(underWay), setTimeout(LAST_WAIT, undefined, { ref: false })]);
    },
  };
}

async function runClaim(
  { database }: JobQueue,
  claim: JobWithMetadata<object>,
  handler: JobHandler,
  isFinal: (error: unknown) => boolean,
): Promise<void> {
  const run = await beginRun(database, claim.id);
  if (!run) return;
  const own = new AbortController();
  const signal = AbortSignal.any([own.signal, claim.signal]);
  const end = (): void => own.abort(new StoreError('store.job-ended', claim.id));
  const writer = new ProgressWriter(database, run, (standing) => {
    if (standing !== 'going') end();
  });
  let cancelling: Promise<unknown> | undefined;
  const hearNoMore = hearOfCancel(database, claim.id, (written) => {
    cancelling = written.catch(() => {});
    end();
  });
  try {
    const job = await findJob(database, claim.id);
    const effect = await effectOf(database, job.id);
    if (effect || job.cancelRequested) {
      await (effect ? endDone(database, run, effect.result) : endCancelled(database, run));
      return;
    }
    const result = await handler(job, {
      signal,
      progress: (share, stage) => {
        signal.throwIfAborted();
        writer.report(share, stage);
      },
      once: (work) =>
        onceFor(job.id, database, (record) =>
          work(async (session, result) => {
            if (cancelling) throw signal.reason;
            await record(session, result);
          }),
        ),
    });
    await writer.stop();
    await endDone(database, run, result);
  } catch (error) {
    await writer.stop();
    await cancelling;
    await endBroken(database, run, error, {
      isCancelled: (await findJob(database, claim.id)).cancelRequested,
      isLast: claim.retryCount >= claim.retryLimit,
      isFinal: isFinal(error),
      isStopped: signal.aborted,
    });
  } finally {
    hearNoMore();
  }
}

/** What became of a run that did not come to its end. */
interface Breakage {
  /** Someone asked for its end. */
  readonly isCancelled: boolean;
  /** It was given back or taken over: pg-boss knows already. */
  readonly isStopped: boolean;
  /** Another run would end the same way. */
  readonly isFinal: boolean;
  /** There is no other run. */
  readonly isLast: boolean;
}

/** Rejects where pg-boss is to run the job again, or to note its failure. */
async function endBroken(
  database: Database,
  run: JobRun,
  error: unknown,
  { isCancelled, isStopped, isFinal, isLast }: Breakage,
): Promise<void> {
  const effect = await effectOf(database, run.job);
  if (effect) return endDone(database, run, effect.result);
  if (isCancelled) return endCancelled(database, run);
  if (isStopped) {
    await giveBack(database, run, null);
    throw error;
  }
  if (isFinal) return endFailed(database, run, described(error));
  await (isLast ? endFailed : giveBack)(database, run, described(error));
  throw error;
}

function described(error: unknown): { readonly code: string; readonly message: string } {
  const { code, message } = error as { code?: unknown; message?: string };
  return { code: typeof code === 'string' ? code : 'internal', message: message ?? String(error) };
}

/** Errors of the store speak of what was asked for, but for those of the disk and the server. */
function isOfRequest(error: unknown): boolean {
  return (
    error instanceof StoreError && error.code !== 'store.disk-full' && error.code !== 'store.unreachable'
  );
}
