import { hash } from 'node:crypto';
import type { Caller } from '../accounts/rights.ts';
import { takePart } from '../accounts/taking-part.ts';
import type { Actor } from '../actor.ts';
import type { Database, Row, Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import { appendLedger } from '../ledger/append.ts';
import { timestamp } from '../plans/version.ts';
import { listAssignees } from './assignees.ts';
import { type RemarkAction, stateAfter, stateOf } from './remark-state.ts';

/** What is talked about: a verdict, a piece of its evidence, or a finding of an inspection. */
export interface RemarkSubject {
  readonly kind: 'verdict' | 'piece' | 'finding';
  /** Id of the rule. */
  readonly rule: string;
  /** Number of the piece or the finding, from 0; absent for a verdict. */
  readonly piece?: number;
  /** Which database a finding of a review is about. */
  readonly side?: 'filed' | 'maintained';
}

export interface RemarkAttachment {
  readonly name: string;
  readonly bytes: number;
  /** SHA-256, hex. */
  readonly digest: string;
}

export interface NewRemark {
  /** Id of the job. */
  readonly job: string;
  readonly subject: RemarkSubject;
  readonly action: RemarkAction;
  /** Name of the account that a matter is given to; with `assign` only. */
  readonly to?: string;
  /** The reason; `contest` needs one. */
  readonly text: string;
  readonly attachments: readonly RemarkAttachment[];
}

/** What somebody said, once and for all. */
export interface Remark extends NewRemark {
  readonly id: number;
  /** Name of the account. */
  readonly by: string;
  /** UTC, microseconds. */
  readonly at: string;
}

/**
 * Says something of the result of a job; the ledger tells of it in the same transaction.
 *
 * @throws StoreError store.no-job (also where the caller takes no part in it), job-not-done, remark-refused, remark-reason, not-assignable
 */
export function addRemark(
  database: Database,
  caller: Caller,
  actor: Actor,
  { job: id, subject, action, to, text, attachments }: NewRemark,
): Promise<Remark> {
  return database.transaction(async (tx) => {
    const job = await takePart(tx, caller, id);
    if (job.state !== 'done') throw new StoreError('store.job-not-done', id);
    if (action === 'contest' && text.trim() === '') throw new StoreError('store.remark-reason', action);
    if ((action === 'assign') !== (to !== undefined)) throw new StoreError('store.not-assignable', to ?? '');
    if (to !== undefined && !(await listAssignees(tx, job)).some(({ name }) => name === to))
      throw new StoreError('store.not-assignable', to);
    // Of two who do something at once, the second one sees what the first one did.
    await tx.query('SELECT FROM job WHERE id = $1 FOR UPDATE', [job.id]);
    const before = (await listRemarks(tx, job.id)).filter((remark) => isSame(remark.subject, subject));
    const state = stateOf(before.map((remark) => remark.action));
    if (stateAfter(state, action) === undefined)
      throw new StoreError('store.remark-refused', subject.rule, { detail: `${state} → ${action}` });
    const [row] = await tx.query<RemarkRow>(
      `INSERT INTO job_remark (job, kind, rule, piece, side, action, assignee, words, attachments, made_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING ${columns}`,
      [
        job.id,
        subject.kind,
        subject.rule,
        subject.piece ?? null,
        subject.side ?? null,
        action,
        to ?? null,
        text,
        JSON.stringify(attachments),
        caller.name,
      ],
    );
    const remark = remarkOf(row!);
    await appendLedger(tx, {
      scope: 'jobs',
      actor,
      verb: `remark.${action}`,
      object: `remark:${remark.id}`,
      before: null,
      after: hash('sha256', JSON.stringify(remark)),
      reason: text,
    });
    return remark;
  });
}

/** All that was said of a job, the oldest first. */
export async function listRemarks(session: Session, job: string): Promise<Remark[]> {
  const rows = await session.query<RemarkRow>(
    `SELECT ${columns} FROM job_remark WHERE job = $1 ORDER BY id`,
    [job],
  );
  return rows.map(remarkOf);
}

/** Whether both are about the same. */
export function isSame(a: RemarkSubject, b: RemarkSubject): boolean {
  return a.kind === b.kind && a.rule === b.rule && a.piece === b.piece && a.side === b.side;
}

const columns = `id, job, kind, rule, piece, side, action, assignee, words, attachments, made_by, ${timestamp('made_at')} AS at`;

interface RemarkRow extends Row {
  readonly id: number;
  readonly job: string;
  readonly kind: RemarkSubject['kind'];
  readonly rule: string;
  readonly piece: number | null;
  readonly side: 'filed' | 'maintained' | null;
  readonly action: RemarkAction;
  readonly assignee: string | null;
  readonly words: string;
  readonly attachments: readonly RemarkAttachment[];
  readonly made_by: string;
  readonly at: string;
}

function remarkOf({ id, job, kind, rule, piece, side, action, assignee, ...row }: RemarkRow): Remark {
  return {
    id,
    job,
    subject: { kind, rule, ...(piece !== null && { piece }), ...(side !== null && { side }) },
    action,
    ...(assignee !== null && { to: assignee }),
    text: row.words,
    attachments: row.attachments,
    by: row.made_by,
    at: row.at,
  };
}
