import type { Caller } from '../accounts/rights.ts';
import { takePart } from '../accounts/taking-part.ts';
import type { Row, Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import { timestamp } from '../plans/version.ts';
import type { RemarkSubject } from './remark.ts';

/** Something that an account should hear of. */
export interface Notice {
  /** `remark:12`, `job:…`. */
  readonly id: string;
  readonly kind: 'assigned' | 'answered' | 'contested' | 'job-done' | 'job-failed';
  /** Id of the job. */
  readonly job: string;
  /** Code of the plan. */
  readonly plan: string | null;
  readonly subject?: RemarkSubject;
  /** Name of the account; of an ended job who asked for it. */
  readonly by: string;
  /** UTC, microseconds. */
  readonly at: string;
  readonly text: string;
  readonly isRead: boolean;
}

/** Notices that are told at a time. */
const MOST = 100;

/**
 * What an account should hear of, the latest first, 100 at most: what was given to it; answers and objections to what it gave to others, or of jobs
 * that it asked for; the ends of its jobs. Nothing of jobs that it may not read any more, and nothing that it did itself.
 */
export async function listNotices(
  session: Session,
  caller: Caller,
  { unread = false }: { readonly unread?: boolean } = {},
): Promise<Notice[]> {
  const rows = await session.query<NoticeRow>(
    `WITH mark AS (SELECT coalesce((SELECT read_until FROM notice_mark WHERE account = $1), '-infinity') AS read_until),
     heard AS (
       SELECT 'remark:' || r.id AS id, CASE r.action WHEN 'assign' THEN 'assigned' WHEN 'answer' THEN 'answered' ELSE 'contested' END AS notice,
         r.job, j.plan, r.kind, r.rule, r.piece, r.side, r.made_by AS by, r.made_at AS happened, r.words AS text
       FROM job_remark r JOIN job j ON j.id = r.job
       WHERE r.made_by <> $2 AND (
         (r.action = 'assign' AND r.assignee = $2)
         OR (r.action IN ('answer', 'contest') AND (j.requested_by = $2 OR EXISTS (
           SELECT FROM job_remark own WHERE own.job = r.job AND own.action = 'assign' AND own.made_by = $2 AND own.id < r.id
             AND own.kind = r.kind AND own.rule = r.rule
             AND own.piece IS NOT DISTINCT FROM r.piece AND own.side IS NOT DISTINCT FROM r.side))))
       UNION ALL
       SELECT 'job:' || j.id, CASE j.state WHEN 'done' THEN 'job-done' ELSE 'job-failed' END,
         j.id, j.plan, NULL, NULL, NULL, NULL, j.requested_by, j.ended_at, coalesce(j.error_code, j.kind)
       FROM job j WHERE j.requested_by = $2 AND j.state IN ('done', 'failed') AND j.kind <> 'tiles'
     )
     SELECT heard.id, notice, job, plan, kind, rule, piece, side, by, ${timestamp('happened')} AS at, text, happened <= read_until AS "isRead"
     FROM heard, mark WHERE NOT $3 OR happened > read_until ORDER BY happened DESC, heard.id DESC LIMIT ${MOST}`,
    [caller.account, caller.name, unread],
  );
  const seen = new Map<string, boolean>();
  for (const { job } of rows) if (!seen.has(job)) seen.set(job, await mayRead(session, caller, job));
  return rows.filter(({ job }) => seen.get(job)).map(noticeOf);
}

/** All up to a time is read. An earlier time than the last one changes nothing. @param until as PostgreSQL reads it, with its zone */
export async function markNoticesRead(session: Session, caller: Caller, until: string): Promise<void> {
  await session.query(
    `INSERT INTO notice_mark (account, read_until) VALUES ($1, $2::timestamptz)
     ON CONFLICT (account) DO UPDATE SET read_until = greatest(notice_mark.read_until, excluded.read_until)`,
    [caller.account, until],
  );
}

async function mayRead(session: Session, caller: Caller, job: string): Promise<boolean> {
  try {
    await takePart(session, caller, job);
    return true;
  } catch (error) {
    if (error instanceof StoreError && error.code === 'store.no-job') return false;
    throw error;
  }
}

interface NoticeRow extends Row {
  readonly id: string;
  readonly notice: Notice['kind'];
  readonly job: string;
  readonly plan: string | null;
  readonly kind: RemarkSubject['kind'] | null;
  readonly rule: string | null;
  readonly piece: number | null;
  readonly side: 'filed' | 'maintained' | null;
  readonly by: string;
  readonly at: string;
  readonly text: string;
  readonly isRead: boolean;
}

function noticeOf({
  id,
  notice,
  job,
  plan,
  kind,
  rule,
  piece,
  side,
  by,
  at,
  text,
  isRead,
}: NoticeRow): Notice {
  const subject = kind &&
    rule !== null && { kind, rule, ...(piece !== null && { piece }), ...(side !== null && { side }) };
  return { id, kind: notice, job, plan, ...(subject && { subject }), by, at, text, isRead };
}
