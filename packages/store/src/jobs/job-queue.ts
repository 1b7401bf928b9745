import { hash, randomUUID } from 'node:crypto';
import { PgBoss, type SendOptions } from 'pg-boss';
import type { Actor } from '../actor.ts';
import type { Database, Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import { appendLedger } from '../ledger/append.ts';
import { queueSchema } from '../schema/roles.ts';
import { bossDatabase, bossSession } from './boss-database.ts';
import { findJob, type Job, type JobKind, type Json, jobKinds } from './job.ts';
import { effectOf } from './once-for.ts';
import { tellOfCancel } from './running-jobs.ts';

/** Where jobs go whose workers died once too often. */
export const lostQueue = 'lost';

/** Seconds. */
const HOUR = 3600;

export interface JobQueueOptions {
  /** Runs after the first, where a worker died or an error may pass. */
  readonly retries?: number;
  /** Before the second run; doubled before each other one. */
  readonly retryDelaySeconds?: number;
  /** A worker of a server that has not been heard from for so long is dead: its job runs again. At least 10. */
  readonly heartbeatSeconds?: number;
  /** How often dead workers are looked for. */
  readonly superviseSeconds?: number;
  /** Told of what goes wrong in the background, such as a server out of reach; it is tried again. */
  readonly onTrouble?: (error: Error) => void;
}

/** The queue of a database, opened. */
export interface JobQueue {
  readonly database: Database;
  readonly boss: PgBoss;
  readonly sendOptions: SendOptions;
  /** Ends what runs in the background; the database stays open. A worker on it is to be stopped first. */
  close(): Promise<void>;
}

/**
 * Opens the queue; sets pg-boss up where it is not. In an embedded database, which one process holds, jobs that run by now were left by a process that
 * died: they are queued again.
 */
export async function openJobQueue(database: Database, options: JobQueueOptions = {}): Promise<JobQueue> {
  const supervise = options.superviseSeconds ?? 15;
  const boss = new PgBoss({
    db: bossDatabase(database),
    backend: database.kind === 'embedded' ? 'pglite' : 'postgres',
    schema: queueSchema,
    createSchema: false,
    schedule: false,
    registerInstance: false,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: supervise,
    monitorIntervalSeconds: supervise,
  });
  boss.on('error', options.onTrouble ?? (() => {}));
  await boss.start();
  await boss.createQueue(lostQueue);
  for (const kind of jobKinds) await boss.createQueue(kind);
  const sendOptions = sendOptionsOf(database, options);
  await requeueLeft(database, boss, sendOptions);
  return {
    database,
    boss,
    sendOptions,
    close: () => boss.stop({ close: false, graceful: false }),
  };
}

function sendOptionsOf(
  { kind }: Database,
  { retries = 4, retryDelaySeconds = 2, heartbeatSeconds = 60 }: JobQueueOptions,
): SendOptions {
  return {
    retryLimit: retries,
    retryDelay: retryDelaySeconds,
    retryBackoff: retryDelaySeconds > 0,
    expireInSeconds: 24 * HOUR,
    // Whoever opens a data folder knows that all others are dead, and one process computing for minutes must not take itself for dead.
    ...(kind === 'server' && { heartbeatSeconds }),
    // A queued job waits for its worker, however long: pg-boss would drop it after a fortnight.
    retentionSeconds: 365 * 24 * HOUR,
    deadLetter: lostQueue,
  };
}

/**
 * Puts jobs that have not ended back into the queue where they are not in it (a database that was restored or moved comes without it), and in an
 * embedded database also those that a dead process had begun.
 */
async function requeueLeft(database: Database, boss: PgBoss, sendOptions: SendOptions): Promise<void> {
  const isAlone = database.kind === 'embedded';
  const open = await database.query<{ id: string; kind: JobKind }>(
    `SELECT id, kind FROM job WHERE state IN ('queued', 'running')`,
  );
  for (const { id, kind } of open) {
    const [claim] = await boss.findJobs(kind, { id });
    if (!claim) await boss.send(kind, {}, { ...sendOptions, id });
    else if (isAlone && claim.state === 'active') await boss.fail(kind, id);
  }
  if (isAlone) await database.query(`UPDATE job SET state = 'queued' WHERE state = 'running'`);
}

export interface JobRequest {
  readonly kind: JobKind;
  /** Code of the plan it is about. */
  readonly plan?: string;
  readonly parameters: Json;
  /** Two requests with the same key ask for the same effect: while the first is not failed or cancelled, the second is it. */
  readonly effectKey?: string;
}

/**
 * Asks for a job: its row, its place in the queue and the word of it in the ledger are written in one transaction.
 *
 * @returns the job, or the one that was asked for before with the same effect key
 */
export async function enqueue(queue: JobQueue, actor: Actor, request: JobRequest): Promise<Job> {
  const { database, boss, sendOptions } = queue;
  return database.transaction(async (session) => {
    const id = randomUUID();
    const written = await session.query(
      `INSERT INTO job (id, kind, plan, parameters, requested_by, requested_from, effect_key) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (effect_key) WHERE state NOT IN ('failed', 'cancelled') DO NOTHING RETURNING id`,
      [
        id,
        request.kind,
        request.plan ?? null,
        JSON.stringify(request.parameters),
        actor.name,
        actor.origin,
        request.effectKey ?? null,
      ],
    );
    if (written.length > 0) {
      await boss.send(request.kind, {}, { ...sendOptions, id, db: bossSession(session) });
      await tellOfJob(session, actor, 'job.request', id, request);
      return findJob(session, id);
    }
    const [same] = await session.query<{ id: string }>(
      `SELECT id FROM job WHERE effect_key = $1 AND state NOT IN ('failed', 'cancelled')`,
      [request.effectKey],
    );
    return findJob(session, same!.id);
  });
}

/**
 * Cancels a job: a queued one at once; a running one ends at its next report of progress, or where it would commit its effect. An effect that is
 * committed stays, and the job is done. In an embedded database this waits for the transaction under way, which the cancellation undoes.
 *
 * @throws StoreError store.no-job, job-ended
 */
export async function cancelJob(database: Database, actor: Actor, id: string): Promise<Job> {
  const written = database.transaction(async (session) => {
    await session.query('SELECT FROM job WHERE id = $1 FOR UPDATE', [(await findJob(session, id)).id]);
    const { state } = await findJob(session, id);
    if (state !== 'queued' && state !== 'running') throw new StoreError('store.job-ended', id);
    await session.query('UPDATE job SET cancel_requested = true WHERE id = $1', [id]);
    // A queued job that has had its effect (its worker died after it) is left to report it.
    if (state === 'queued' && !(await effectOf(session, id))) {
      await session.query(`UPDATE job SET state = 'cancelled', ended_at = clock_timestamp() WHERE id = $1`, [
        id,
      ]);
    }
    await tellOfJob(session, actor, 'job.cancel', id);
  });
  tellOfCancel(database, id, written);
  await written;
  return findJob(database, id);
}

/** Tells in the ledger who asked for a job, or for its end. What the job does is told by what it does. */
async function tellOfJob(
  session: Session,
  actor: Actor,
  verb: 'job.request' | 'job.cancel',
  id: string,
  request?: JobRequest,
): Promise<void> {
  const after = request === undefined ? null : hash('sha256', JSON.stringify(request));
  await appendLedger(session, {
    scope: 'jobs',
    actor,
    verb,
    object: `job:${id}`,
    before: null,
    after,
    reason: request?.kind ?? '',
  });
}
