import { once } from 'node:events';
import {
  type Database,
  type JobHandler,
  type JobKind,
  type JobQueue,
  type JobWorker,
  openDatabase,
  openJobQueue,
  type StorePlace,
  startWorker,
} from '@tuheng/store';
import { parse } from './arguments.ts';
import { jobHandlers } from './job-handlers.ts';
import { kindWords } from './job-words.ts';
import { startMaintenance } from './maintenance.ts';
import { placeOf, placeOptions, shellActor } from './store-place.ts';
import { isTold } from './told-error.ts';

/** Seconds that jobs under way have to end when the worker is told to stop; then they are given back to the queue. */
const GRACE = 20;

export interface WorkerArguments {
  readonly place: StorePlace;
  readonly quiet: boolean;
}

/** @throws UsageError */
export function workerArguments(args: readonly string[]): WorkerArguments {
  const { values } = parse({
    args: [...args],
    options: { ...placeOptions, quiet: { type: 'boolean', default: false } },
  });
  return { place: placeOf(values), quiet: values.quiet };
}

/**
 * Runs `tuheng worker`: does the jobs of a store until it is told to stop (SIGTERM, SIGINT), and returns its exit code.
 *
 * @throws StoreError
 */
export async function workerCommand({ place, quiet }: WorkerArguments): Promise<number> {
  const tell = (line: string): void => {
    if (!quiet) process.stdout.write(`${line}\n`);
  };
  const stopped = new AbortController();
  const toldToStop = Promise.race([once(process, 'SIGTERM', stopped), once(process, 'SIGINT', stopped)]);
  toldToStop.catch(() => {});
  const database = await openDatabase(place);
  try {
    const queue = await openJobQueue(database, { onTrouble: ({ message }) => tell(`任务队列：${message}`) });
    const worker = await startToldWorker(queue, tell);
    const maintenance = startMaintenance(database, shellActor(), tell);
    tell('等待任务，按 Ctrl+C 结束');
    await toldToStop;
    tell('正在结束，等待进行中的任务');
    await maintenance.stop();
    await worker.stop(GRACE);
    await queue.close();
  } finally {
    stopped.abort();
    await database.close();
  }
  return 0;
}

/** A worker for all kinds of jobs that tells of each. */
export function startToldWorker(queue: JobQueue, tell: (line: string) => void): Promise<JobWorker> {
  return startWorker(queue, toldHandlers(queue.database, tell), { isFinal: isForPeople });
}

/** What is done with jobs, with a line at the beginning and the end of each. */
export function toldHandlers(
  database: Database,
  tell: (line: string) => void,
): Readonly<Partial<Record<JobKind, JobHandler>>> {
  const wrap =
    (handler: JobHandler): JobHandler =>
    async (job, context) => {
      const name = `${kindWords[job.kind]} ${job.id}`;
      tell(`开始　${name}`);
      try {
        const result = await handler(job, context);
        tell(`完成　${name}`);
        return result;
      } catch (error) {
        tell(`中断　${name}：${(error as Error).message}`);
        throw error;
      }
    };
  return Object.fromEntries(
    Object.entries(jobHandlers(database)).map(([kind, handler]) => [kind, wrap(handler)]),
  );
}

/** Of the errors that pass by themselves, those with a sentence for people. */
const passing = new Set(['store.disk-full', 'store.unreachable']);

/** Errors of ours speak of the input: another run would meet them again. */
export function isForPeople(error: unknown): boolean {
  return isTold(error) && !passing.has(error.code);
}
