import type { Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import { timestamp } from '../plans/version.ts';

export const jobKinds = ['import', 'inspect', 'review', 'publish', 'tiles'] as const;
export type JobKind = (typeof jobKinds)[number];

export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

/** What JSON can say: parameters and results are stored as it. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json | undefined };

/** A piece of work that was asked for, and how far it is. Times in UTC, microseconds. */
export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  /** Code of the plan it is about. */
  readonly plan: string | null;
  readonly parameters: Json;
  readonly requestedBy: string;
  readonly requestedFrom: string;
  readonly requestedAt: string;
  readonly state: JobState;
  /** Runs so far; more than one where a worker died or an error was tried again. */
  readonly attempt: number;
  readonly cancelRequested: boolean;
  /** 0 to 1. */
  readonly progress: number;
  /** What it is at, for people. */
  readonly stage: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly result: Json;
  /** Why it failed, or why its last run did while it waits for the next. */
  readonly error: { readonly code: string; readonly message: string } | null;
}

/** @throws StoreError store.no-job */
export async function findJob(session: Session, id: string): Promise<Job> {
  const [job] = isJobId(id) ? await jobsWhere(session, 'id = $1', [id], 1) : [];
  if (!job) throw new StoreError('store.no-job', id);
  return job;
}

/** Whether a text has the form of a job's id; the database refuses any other. */
export function isJobId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** Jobs, the latest request first. */
export function listJobs(
  session: Session,
  { state, limit = 100 }: { readonly state?: JobState; readonly limit?: number } = {},
): Promise<Job[]> {
  return jobsWhere(session, '$1::text IS NULL OR state = $1', [state ?? null], limit);
}

/**
 * Jobs that a condition holds for, the latest request first.
 *
 * @param condition SQL on `job`
 */
export async function jobsWhere(
  session: Session,
  condition: string,
  parameters: readonly unknown[],
  limit: number,
): Promise<Job[]> {
  const rows = await session.query<JobRow>(
    `SELECT ${columns} FROM job WHERE ${condition} ORDER BY job.requested_at DESC, id LIMIT ${limit}`,
    parameters,
  );
  return rows.map(jobOf);
}

const columns = `id, kind, plan, parameters, requested_by AS "requestedBy", requested_from AS "requestedFrom",
  ${timestamp('requested_at')} AS "requestedAt", state, attempt, cancel_requested AS "cancelRequested", progress, stage,
  ${timestamp('started_at')} AS "startedAt", ${timestamp('ended_at')} AS "endedAt", result, error_code, error_message`;

type JobRow = Omit<Job, 'error'> & {
  readonly error_code: string | null;
  readonly error_message: string | null;
};

function jobOf({ error_code: code, error_message: message, ...job }: JobRow): Job {
  return { ...job, error: code === null ? null : { code, message: message ?? '' } };
}
