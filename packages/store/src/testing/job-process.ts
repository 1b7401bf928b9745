import { setTimeout } from 'node:timers/promises';
import type { Database } from '../database/database.ts';
import { openDatabase } from '../database/open-database.ts';
import type { JobKind } from '../jobs/job.ts';
import { openJobQueue } from '../jobs/job-queue.ts';
import { type JobHandler, startWorker } from '../jobs/worker.ts';
import { leaveEffect } from './job-effects.ts';

/** Options of queues in tests: as quick as pg-boss allows. */
export const quick = { retries: 2, retryDelaySeconds: 0, heartbeatSeconds: 10, superviseSeconds: 1 } as const;

/** Where a job of the test stops for good in its first run. */
export type Hang = 'before the effect' | 'after the effect';

/**
 * Handlers of the test's workers: all leave their effect once; those with the parameter `hang` say where they are and do not go on in their first
 * run; those with `pause` take so many milliseconds.
 */
export function testHandlers(
  database: Database,
  say: (line: string) => void = () => {},
): Partial<Record<JobKind, JobHandler>> {
  const handler: JobHandler = async (job, { once, progress }) => {
    const { hang, pause = 0 } = job.parameters as { hang?: Hang; pause?: number };
    const at = async (place: Hang): Promise<void> => {
      if (hang !== place || job.attempt > 1) return;
      say(`${job.id} ${place}`);
      await setTimeout(1e9);
    };
    progress(0.5, '一半');
    await setTimeout(pause);
    await at('before the effect');
    const result = await once((record) =>
      database.transaction(async (session) => {
        await leaveEffect(session, job.id);
        await record(session, { attempt: job.attempt });
        return { attempt: job.attempt };
      }),
    );
    await at('after the effect');
    return result;
  };
  return { import: handler, inspect: handler, review: handler, publish: handler };
}

/** A worker process of the tests: `node job-process.ts URL-or-folder`. */
if (import.meta.main) {
  const place = process.argv[2]!;
  const database = await openDatabase(place.startsWith('postgres://') ? { url: place } : { folder: place });
  const queue = await openJobQueue(database, quick);
  await startWorker(
    queue,
    testHandlers(database, (line) => void process.stdout.write(`${line}\n`)),
    { pollSeconds: 0.5 },
  );
}
