export type { Actor } from './actor.ts';
export type { Database, Session } from './database/database.ts';
export { openDatabase, type StorePlace } from './database/open-database.ts';
export { StoreError, type StoreErrorCode, storeErrorCodes } from './errors.ts';
export {
  findJob,
  type Job,
  type JobKind,
  type JobState,
  type Json,
  jobStates,
  listJobs,
} from './jobs/job.ts';
export {
  cancelJob,
  enqueue,
  type JobQueue,
  type JobQueueOptions,
  type JobRequest,
  openJobQueue,
} from './jobs/job-queue.ts';
export { onceFor, type RecordEffect } from './jobs/once-for.ts';
export {
  type JobContext,
  type JobHandler,
  type JobWorker,
  startWorker,
  type WorkerOptions,
} from './jobs/worker.ts';
export { compareVersions, type LayerDifference, type VersionDifference } from './plans/compare-versions.ts';
export { type Conflict, StaleBaseError } from './plans/conflicts.ts';
export { type ImportRequest, importPlan } from './plans/import-plan.ts';
export { changeBetween, type PlanChange } from './plans/plan-change.ts';
export { type Publication, type Published, publish } from './plans/publish.ts';
export { readVersion, readWindow } from './plans/read-version.ts';
export { rollBack } from './plans/roll-back.ts';
export { findVersion, listPlans, listVersions, type PlanSummary, type PlanVersion } from './plans/version.ts';
