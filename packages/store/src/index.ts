export {
  type Account,
  type AccountChange,
  createAccount,
  disableAccount,
  enableAccount,
  findAccount,
  type ListedAccount,
  listAccountsFor,
  type NewAccount,
  setPassword,
} from './accounts/account.ts';
export {
  type ApiToken,
  callerOfApiToken,
  endApiToken,
  issueApiToken,
  listApiTokens,
  type NewApiToken,
} from './accounts/api-token.ts';
export {
  type ExternalIdentity,
  endExternalIdentity,
  listExternalIdentities,
  type NewExternalIdentity,
  registerExternalIdentity,
  signOn,
} from './accounts/external-identity.ts';
export {
  type FirstAdministratorLink,
  type FirstAdministratorRequest,
  firstAdministrator,
  redeemFirstAdministrator,
} from './accounts/first-administrator.ts';
export { forgetEnded } from './accounts/forget-ended.ts';
export { endGrant, type Grant, type GrantRequest, grantRole, listGrants } from './accounts/grant.ts';
export { findJobFor, type JobFilter, listJobsFor } from './accounts/list-jobs.ts';
export {
  countLedgerFor,
  type LedgerFilter,
  type LedgerPlace,
  listLedgerFor,
} from './accounts/list-ledger.ts';
export { listPlansFor } from './accounts/list-plans.ts';
export { findRegion, listRegionsFor, type Region } from './accounts/list-regions.ts';
export {
  type OidcSettings,
  OidcSignOn,
  type RememberedSignOn,
  type SignedOn,
} from './accounts/oidc-sign-on.ts';
export {
  type RecoveryLink,
  type RecoveryRequest,
  recoverAdministrator,
  redeemRecovery,
} from './accounts/recovery.ts';
export { type Caller, mayDo, mayManageAccount, permittedRegions } from './accounts/rights.ts';
export { type Role, roles, type Verb, verbs } from './accounts/roles.ts';
export { callerOfSession, endSession, endSessionsOf, type OpenedSession } from './accounts/session.ts';
export { changePassword, type SignInRequest, signIn } from './accounts/sign-in.ts';
export { takePart, takingPart } from './accounts/taking-part.ts';
export type { Actor } from './actor.ts';
export { backup } from './backup/backup.ts';
export { compareStores, type TableComparison } from './backup/compare-stores.ts';
export { type Restored, type RestoreRequest, restore } from './backup/restore.ts';
export type { Database, Session } from './database/database.ts';
export { type OpenOptions, openDatabase, type StorePlace } from './database/open-database.ts';
export { StoreError, type StoreErrorCode, storeErrorCodes, storeErrorText } from './errors.ts';
export {
  findJob,
  type Job,
  type JobKind,
  type JobState,
  type Json,
  jobKinds,
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
export { type LedgerAlgorithm, ledgerAlgorithms } from './ledger/algorithm.ts';
export { exportLedger } from './ledger/export.ts';
export { type LedgerFile, openLedgerFile } from './ledger/ledger-file.ts';
export type { LedgerRow } from './ledger/ledger-row.ts';
export { type LedgerVerb, ledgerVerbs, ledgerVerbTitle } from './ledger/ledger-verbs.ts';
export { readLedger } from './ledger/read-ledger.ts';
export { parseSeal, type Seal, type SealDocument, sealsOf } from './ledger/seal.ts';
export { type SystemEvent, tellOfSystem } from './ledger/tell-of-system.ts';
export {
  type LedgerBreak,
  type LedgerFault,
  type LedgerVerification,
  type VerifiedChain,
  verifyLedger,
} from './ledger/verify.ts';
export { compareVersions, type LayerDifference, type VersionDifference } from './plans/compare-versions.ts';
export { type Conflict, StaleBaseError } from './plans/conflicts.ts';
export { type ImportedPlan, type ImportRequest, importPlan } from './plans/import-plan.ts';
export type { NumberedLayer } from './plans/layer-decoder.ts';
export { changeBetween, type PlanChange } from './plans/plan-change.ts';
export { type Publication, type Published, publish } from './plans/publish.ts';
export { readLayer, readVersion, readWindow } from './plans/read-version.ts';
export { rollBack } from './plans/roll-back.ts';
export { type LayerTotal, layerTotals } from './plans/stored-layers.ts';
export { type CheckedVersion, verifyVersions } from './plans/verify-versions.ts';
export {
  findPlan,
  findVersion,
  listPlans,
  listVersions,
  type PlanSummary,
  type PlanVersion,
} from './plans/version.ts';
export { type Assignee, listAssignees } from './remarks/assignees.ts';
export { listNotices, markNoticesRead, type Notice } from './remarks/notices.ts';
export {
  addRemark,
  listRemarks,
  type Remark,
  type RemarkAttachment,
  type RemarkSubject,
} from './remarks/remark.ts';
export {
  type RemarkAction,
  type RemarkState,
  remarkActions,
  remarkStates,
  stateOf,
} from './remarks/remark-state.ts';
export { type StoreState, storeState } from './store-state.ts';
export {
  listThresholds,
  type RegionThresholds,
  type ThresholdRecord,
  thresholdsOf,
} from './thresholds/read-thresholds.ts';
export {
  type NewThreshold,
  resetThreshold,
  setThreshold,
  type ThresholdAddress,
} from './thresholds/set-threshold.ts';
