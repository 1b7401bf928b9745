import type { Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import type { Job } from '../jobs/job.ts';
import { findJobFor } from './list-jobs.ts';
import type { Caller } from './rights.ts';
import { rolesWith, type Verb } from './roles.ts';

/** Who may do one of these in the region of a job's plan takes part in the talk about its result: reads it, and says something of it. */
export const takingPart: readonly Verb[] = ['job.run', 'case.comment', 'case.review', 'case.prepare'];

export const rolesTakingPart = [...new Set(takingPart.flatMap(rolesWith))];

/** A job in whose result a caller takes part. @throws StoreError store.no-job also for the others */
export async function takePart(session: Session, caller: Caller, id: string): Promise<Job> {
  for (const verb of takingPart) {
    try {
      return await findJobFor(session, caller, id, verb);
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 'store.no-job') throw error;
    }
  }
  throw new StoreError('store.no-job', id);
}
