import type { Session } from '../database/database.ts';
import type { Json } from './job.ts';

/** One run of a job. What it writes counts only while no later run has taken its place. */
export interface JobRun {
  readonly job: string;
  readonly attempt: number;
}

/** Begins a run; undefined where the job has ended. */
export async function beginRun(session: Session, job: string): Promise<JobRun | undefined> {
  const [row] = await session.query<{ attempt: number }>(
    `UPDATE job SET state = 'running', attempt = attempt + 1, progress = 0, stage = '', error_code = NULL, error_message = NULL,
       started_at = coalesce(started_at, clock_timestamp())
     WHERE id = $1 AND state IN ('queued', 'running') RETURNING attempt`,
    [job],
  );
  return row && { job, attempt: row.attempt };
}

/** How a run stands with the others: it may go on, someone wants the job cancelled, or another run has taken its place. */
export type Standing = 'going' | 'cancelled' | 'superseded';

/** Writes the progress of a run. */
export async function writeProgress(
  session: Session,
  { job, attempt }: JobRun,
  progress: number,
  stage: string,
): Promise<Standing> {
  const [row] = await session.query<{ cancelled: boolean }>(
    `UPDATE job SET progress = $3, stage = $4 WHERE id = $1 AND attempt = $2 AND state = 'running'
     RETURNING cancel_requested AS cancelled`,
    [job, attempt, Math.min(1, Math.max(0, progress)), stage],
  );
  if (!row) return 'superseded';
  return row.cancelled ? 'cancelled' : 'going';
}

/** Ends a job with its result. */
export async function endDone(session: Session, { job, attempt }: JobRun, result: Json): Promise<void> {
  await session.query(
    `UPDATE job SET state = 'done', progress = 1, stage = '', result = $3, ended_at = clock_timestamp()
     WHERE id = $1 AND attempt = $2 AND state = 'running'`,
    [job, attempt, JSON.stringify(result)],
  );
}

export async function endCancelled(session: Session, { job, attempt }: JobRun): Promise<void> {
  await session.query(
    `UPDATE job SET state = 'cancelled', ended_at = clock_timestamp() WHERE id = $1 AND attempt = $2 AND state = 'running'`,
    [job, attempt],
  );
}

export async function endFailed(
  session: Session,
  { job, attempt }: JobRun,
  { code, message }: JobError,
): Promise<void> {
  await session.query(
    `UPDATE job SET state = 'failed', error_code = $3, error_message = $4, ended_at = clock_timestamp()
     WHERE id = $1 AND attempt = $2 AND state = 'running'`,
    [job, attempt, code, message],
  );
}

/** Gives a job back to the queue for another run. */
export async function giveBack(
  session: Session,
  { job, attempt }: JobRun,
  error: JobError | null,
): Promise<void> {
  await session.query(
    `UPDATE job SET state = 'queued', error_code = $3, error_message = $4 WHERE id = $1 AND attempt = $2 AND state = 'running'`,
    [job, attempt, error?.code ?? null, error?.message ?? null],
  );
}

/** Ends a job that no worker runs any more. */
export async function endLost(
  session: Session,
  job: string,
  effect: { readonly result: Json } | undefined,
  { code, message }: JobError,
): Promise<void> {
  if (effect) {
    await session.query(
      `UPDATE job SET state = 'done', progress = 1, stage = '', result = $2, ended_at = clock_timestamp()
       WHERE id = $1 AND state IN ('queued', 'running')`,
      [job, JSON.stringify(effect.result)],
    );
    return;
  }
  await session.query(
    `UPDATE job SET state = 'failed', error_code = $2, error_message = $3, ended_at = clock_timestamp()
     WHERE id = $1 AND state IN ('queued', 'running')`,
    [job, code, message],
  );
}

interface JobError {
  readonly code: string;
  readonly message: string;
}
