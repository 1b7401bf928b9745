import type { RuleBookId } from '@tuheng/standard';
import { findRegion } from '../accounts/list-regions.ts';
import { digestOf } from '../accounts/secret.ts';
import type { Actor } from '../actor.ts';
import type { Database, Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import { appendLedger } from '../ledger/append.ts';
import { lastThreshold, type ThresholdRecord } from './read-thresholds.ts';

/** Which parameter of which rule, and where. */
export interface ThresholdAddress {
  /** Adcode of a county, city or province. */
  readonly region: string;
  readonly book: RuleBookId;
  readonly rule: string;
  readonly parameter: string;
}

export interface NewThreshold extends ThresholdAddress {
  readonly value: number | string;
  /** Where the value stands written, which verifies it (docs/decisions/0005); empty: it is not verified. */
  readonly source: string;
  readonly reason: string;
}

/** Namespace of the advisory locks on a region's thresholds; the number stands for nothing else. */
const THRESHOLDS = 4_490_0009;

/**
 * Sets a threshold for a region and all below it that set none of their own, and tells so in the ledger. Whether the rule has such a parameter, and
 * whether the value makes sense, is for the caller to know: the store knows no rules.
 *
 * @throws StoreError store.unknown-region
 */
export function setThreshold(database: Database, actor: Actor, asked: NewThreshold): Promise<void> {
  const { value, source, reason } = asked;
  const confidence = source.trim() === '' ? 'suggestion' : 'found';
  return write(database, actor, 'rule.set', asked, reason, { value, source: source.trim(), confidence });
}

/** Goes back to what holds without a region's threshold. @throws StoreError store.unknown-region, no-threshold */
export function resetThreshold(
  database: Database,
  actor: Actor,
  asked: ThresholdAddress & { readonly reason: string },
): Promise<void> {
  return write(database, actor, 'rule.reset', asked, asked.reason, undefined);
}

type State = Pick<ThresholdRecord, 'value' | 'source' | 'confidence'>;

function write(
  database: Database,
  actor: Actor,
  verb: 'rule.set' | 'rule.reset',
  asked: ThresholdAddress,
  reason: string,
  state: State | undefined,
): Promise<void> {
  const { region, book, rule, parameter } = asked;
  const address = `${book}/${rule}.${parameter}`;
  return database.transaction(async (tx) => {
    await findRegion(tx, region);
    await lockThresholds(tx, region);
    const last = await lastThreshold(tx, asked);
    if (!state && !last) throw new StoreError('store.no-threshold', `${region} ${address}`);
    await tx.query(
      `INSERT INTO threshold (region, book, rule, parameter, value, source, confidence, reason, actor)
       VALUES ($1, $2, $3, $4, $5::text::json, $6, $7, $8, $9)`,
      [
        ...[region, book, rule, parameter],
        state ? JSON.stringify(state.value) : null,
        state?.source ?? '',
        state?.confidence ?? null,
        ...[reason, actor.name],
      ],
    );
    await appendLedger(tx, {
      scope: `region:${region}`,
      ...{ actor, verb, reason },
      object: `threshold:${address}`,
      before: digestOfState(last),
      after: digestOfState(state),
    });
  });
}

/** Writers of one region follow one another, so that each tells of the state that it found. */
async function lockThresholds(session: Session, region: string): Promise<void> {
  await session.query('SELECT pg_advisory_xact_lock($1, $2)', [THRESHOLDS, Number(region)]);
}

function digestOfState(state: State | undefined): string | null {
  if (!state) return null;
  const { value, source, confidence } = state;
  return digestOf(JSON.stringify({ value, source, confidence })).toString('hex');
}
