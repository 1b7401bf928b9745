import type { Row, Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';

export type VersionKind = 'import' | 'publish' | 'rollback';

/** A published version of a plan. It never changes. */
export interface PlanVersion {
  readonly plan: number;
  /** Code of the plan. */
  readonly code: string;
  readonly number: number;
  readonly kind: VersionKind;
  /** publish: the version that was reviewed; rollback: the version that stands again. */
  readonly origin: number | null;
  /** Id of the review it was published by. */
  readonly review: string | null;
  /** Digest of what it holds, hex. Two versions with the same features have the same. */
  readonly content: string;
  readonly features: number;
  /** Features that it opened and ended. */
  readonly opened: number;
  readonly ended: number;
  /** UTC, microseconds. */
  readonly publishedAt: string;
  readonly actor: string;
  readonly reason: string;
}

export interface StoredPlan {
  readonly id: number;
  readonly code: string;
  readonly region: string;
  readonly name: string;
}

export interface PlanSummary extends StoredPlan {
  /** The version in force. */
  readonly head: PlanVersion;
}

/** UTC with microseconds: drivers cut `timestamptz` to milliseconds. */
export function timestamp(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

const columns = `v.plan, p.code, v.number, v.kind, v.origin, v.review, encode(v.content, 'hex') AS content, v.features, v.opened, v.ended,
  ${timestamp('v.published_at')} AS "publishedAt", v.actor, v.reason`;

/** The plan of a code. @throws StoreError store.no-plan */
export async function findPlan(session: Session, code: string): Promise<StoredPlan> {
  const [plan] = await session.query<StoredPlan & Row>(
    'SELECT id, code, region, name FROM plan WHERE code = $1',
    [code],
  );
  if (!plan) throw new StoreError('store.no-plan', code);
  return plan;
}

/** All plans with the version in force, by code. */
export function listPlans(session: Session): Promise<PlanSummary[]> {
  return plansWhere(session, 'true', []);
}

/**
 * Plans that a condition holds for, by code.
 *
 * @param condition SQL on `plan p`
 */
export async function plansWhere(
  session: Session,
  condition: string,
  parameters: readonly unknown[],
): Promise<PlanSummary[]> {
  const rows = await session.query<StoredPlan & PlanVersion & Row>(
    `SELECT p.id, p.region, p.name, ${columns} FROM plan p
     JOIN LATERAL (SELECT * FROM plan_version WHERE plan = p.id ORDER BY number DESC LIMIT 1) v ON true
     WHERE ${condition} ORDER BY p.code`,
    parameters,
  );
  return rows.map(({ id, region, name, ...head }) => ({ id, code: head.code, region, name, head }));
}

/** All versions of a plan, the first first. @throws StoreError store.no-plan */
export async function listVersions(session: Session, code: string): Promise<PlanVersion[]> {
  const { id } = await findPlan(session, code);
  return session.query<PlanVersion & Row>(
    `SELECT ${columns} FROM plan_version v JOIN plan p ON p.id = v.plan WHERE v.plan = $1 ORDER BY v.number`,
    [id],
  );
}

/**
 * Which version is meant: a number; a day (`2026-11-25`: the version in force at its end, China time); by default the one in force.
 *
 * @throws StoreError store.no-plan, no-version
 */
export async function findVersion(
  session: Session,
  code: string,
  which?: number | string,
): Promise<PlanVersion> {
  const { id } = await findPlan(session, code);
  const [condition, ...parameters] =
    which === undefined
      ? ['']
      : typeof which === 'number'
        ? ['AND v.number = $2', which]
        : [`AND v.published_at < (($2::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`, which];
  const [version] = await session.query<PlanVersion & Row>(
    `SELECT ${columns} FROM plan_version v JOIN plan p ON p.id = v.plan WHERE v.plan = $1 ${condition} ORDER BY v.number DESC LIMIT 1`,
    [id, ...parameters],
  );
  if (!version) throw new StoreError('store.no-version', code, { detail: String(which) });
  return version;
}
