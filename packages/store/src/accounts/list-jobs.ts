import type { Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import { isJobId, type Job, type JobKind, type JobState, jobsWhere } from '../jobs/job.ts';
import { type Caller, mayDo, permittedRegions } from './rights.ts';
import type { Verb } from './roles.ts';

/** Which jobs are asked for; what is absent does not matter. */
export interface JobFilter {
  readonly state?: JobState;
  readonly kind?: JobKind;
  /** Code of a plan. */
  readonly plan?: string;
  /** Only those that the caller asked for. */
  readonly mine?: boolean;
  /** Requested before this time. */
  readonly before?: string;
}

/**
 * The jobs that a caller may see, the latest request first: those about plans where it may run jobs, and its own that are about no plan yet. A token
 * that is held to a region sees none of the latter.
 */
export function listJobsFor(
  session: Session,
  caller: Caller,
  { state, kind, plan, mine = false, before }: JobFilter,
  limit: number,
): Promise<Job[]> {
  return jobsSeen(session, caller, { state, kind, plan, before, by: mine ? caller.name : undefined }, limit);
}

/**
 * A job that a caller may see.
 *
 * @param verb by which; who may run jobs sees them all
 * @throws StoreError store.no-job also for the others
 */
export async function findJobFor(
  session: Session,
  caller: Caller,
  id: string,
  verb: Verb = 'job.run',
): Promise<Job> {
  const [job] = isJobId(id) ? await jobsSeen(session, caller, { id }, 1, verb) : [];
  if (!job) throw new StoreError('store.no-job', id);
  return job;
}

interface Asked {
  readonly id?: string | undefined;
  readonly state?: string | undefined;
  readonly kind?: string | undefined;
  readonly plan?: string | undefined;
  readonly by?: string | undefined;
  readonly before?: string | undefined;
}

async function jobsSeen(
  session: Session,
  caller: Caller,
  asked: Asked,
  limit: number,
  verb: Verb = 'job.run',
): Promise<Job[]> {
  const everywhere = await mayDo(session, caller, verb, null);
  const isUnbound = (caller.limits?.region ?? null) === null;
  const { sql, parameters } = permittedRegions(caller, verb, 10);
  return jobsWhere(
    session,
    `($1 OR EXISTS (SELECT FROM plan p WHERE p.code = job.plan AND p.region IN (${sql}))
       OR ($2 AND requested_by = $3 AND NOT EXISTS (SELECT FROM plan p WHERE p.code = job.plan) AND EXISTS (${sql})))
     AND ($4::uuid IS NULL OR id = $4)
     AND ($5::text IS NULL OR state = $5)
     AND ($6::text IS NULL OR kind = $6)
     AND ($7::text IS NULL OR plan = $7)
     AND ($8::text IS NULL OR requested_by = $8)
     AND ($9::timestamptz IS NULL OR job.requested_at < $9)`,
    [
      everywhere,
      isUnbound,
      caller.name,
      asked.id ?? null,
      asked.state ?? null,
      asked.kind ?? null,
      asked.plan ?? null,
      asked.by ?? null,
      asked.before ?? null,
      ...parameters,
    ],
    limit,
  );
}
