import type { Actor } from '../actor.ts';
import type { Session } from '../database/database.ts';
import { appendLedger } from '../ledger/append.ts';
import type { ContentDigests } from './layer-content.ts';
import type { PlanVersion, VersionKind } from './version.ts';
import { timestamp } from './version.ts';

/** Namespace of the advisory locks on plans. */
const PLANS = 4490;

/** One at a time writes to a plan, until the transaction ends. */
export async function lockPlan(session: Session, plan: number): Promise<void> {
  await session.query('SELECT pg_advisory_xact_lock($1, $2)', [PLANS, plan]);
}

/** The largest number that a feature of the plan had by a version: those after it are free. */
export async function lastFeatureOf(
  session: Session,
  { plan, number }: Pick<PlanVersion, 'plan' | 'number'>,
): Promise<number> {
  const [row] = await session.query<{ last: number }>(
    'SELECT last_feature AS last FROM plan_version WHERE plan = $1 AND number = $2',
    [plan, number],
  );
  return row!.last;
}

export interface VersionDraft {
  readonly plan: { readonly id: number; readonly code: string };
  readonly number: number;
  readonly kind: VersionKind;
  readonly origin: number | null;
  readonly review: string | null;
  readonly digests: ContentDigests;
  readonly previous: string | null;
  readonly features: number;
  readonly opened: number;
  readonly ended: number;
  readonly lastFeature: number;
  readonly reason: string;
}

/** What else is to be written in the transaction that makes a version; a rejection undoes the version too. */
export type WithinVersion<V extends PlanVersion = PlanVersion> = (
  session: Session,
  version: V,
) => Promise<void>;

/** Closes the version in the making: from here on it cannot change. Told in the ledger of the plan. */
export async function sealVersion(session: Session, actor: Actor, draft: VersionDraft): Promise<PlanVersion> {
  const { plan, digests, previous, lastFeature, ...rest } = draft;
  const content = digests.content.toString('hex');
  const [row] = await session.query<{ at: string }>(
    `INSERT INTO plan_version (plan, number, kind, origin, review, content, unnumbered, previous, features, opened, ended, last_feature, actor, reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, decode($8, 'hex'), $9, $10, $11, $12, $13, $14) RETURNING ${timestamp('published_at')} AS at`,
    [
      plan.id,
      draft.number,
      draft.kind,
      draft.origin,
      draft.review,
      digests.content,
      digests.unnumbered,
      previous,
      draft.features,
      draft.opened,
      draft.ended,
      lastFeature,
      actor.name,
      draft.reason,
    ],
  );
  await appendLedger(session, {
    scope: `plan:${plan.code}`,
    actor,
    verb: `plan.${draft.kind}`,
    object: `${plan.code}@${draft.number}`,
    before: previous,
    after: content,
    reason: draft.reason,
  });
  return {
    ...rest,
    plan: plan.id,
    code: plan.code,
    content,
    publishedAt: row!.at,
    actor: actor.name,
  };
}
