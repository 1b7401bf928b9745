import type { Database, Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import type { Json } from './job.ts';

/** Records the effect of a job in the transaction that has it; the last thing in it. */
export type RecordEffect<T extends Json> = (session: Session, result: T) => Promise<void>;

/**
 * Gives a job its effect at most once, however often the job is run: `work` records it in the same transaction, and where it is recorded already,
 * that result is returned and nothing done.
 *
 * @param work has its effect in one transaction and calls `record` in it, before the commit
 * @throws StoreError store.job-ended where the job does not run any more or is to be cancelled (nothing is written), and what `work` throws
 */
export async function onceFor<T extends Json>(
  job: string,
  database: Database,
  work: (record: RecordEffect<T>) => Promise<T>,
): Promise<T> {
  const before = await effectOf<T>(database, job);
  if (before) return before.result;
  try {
    return await work((session, result) => recordEffect(session, job, result));
  } catch (error) {
    // Another run of the same job may have been quicker: then this one fails of what that one did.
    const other = await effectOf<T>(database, job);
    if (other) return other.result;
    throw error;
  }
}

/** What a job has already done, or undefined. */
export async function effectOf<T extends Json>(
  session: Session,
  job: string,
): Promise<{ readonly result: T } | undefined> {
  const [row] = await session.query<{ result: T }>('SELECT result FROM job_effect WHERE job = $1', [job]);
  return row;
}

async function recordEffect(session: Session, job: string, result: Json): Promise<void> {
  // The lock keeps the job from ending (lost, cancelled) before this transaction does.
  const running = await session.query(
    `SELECT FROM job WHERE id = $1 AND state = 'running' AND NOT cancel_requested FOR SHARE`,
    [job],
  );
  if (running.length === 0) throw new StoreError('store.job-ended', job);
  await session.query('INSERT INTO job_effect (job, result) VALUES ($1, $2)', [job, JSON.stringify(result)]);
}
