import type { Confidence, RuleBookId, SetThreshold } from '@tuheng/standard';
import type { Row, Session } from '../database/database.ts';
import { chainOf } from '../plans/regions.ts';
import { timestamp } from '../plans/version.ts';

/** One setting of a parameter in a region, or its end. */
export interface ThresholdRecord {
  readonly id: number;
  readonly region: { readonly adcode: string; readonly name: string };
  readonly book: RuleBookId;
  readonly rule: string;
  readonly parameter: string;
  /** Null: back to what held without it. */
  readonly value: number | string | null;
  /** Empty where it is not told. */
  readonly source: string;
  /** Null where the value is. */
  readonly confidence: Extract<Confidence, 'found' | 'suggestion'> | null;
  readonly reason: string;
  readonly by: string;
  /** UTC, microseconds. */
  readonly at: string;
}

/** The thresholds of a region. */
export interface RegionThresholds {
  /** At most one for each parameter: that of the nearest region upward which has set it. */
  readonly inForce: readonly SetThreshold[];
  /** What these override of regions further around, the nearest first. */
  readonly overridden: readonly SetThreshold[];
}

const selected = `SELECT t.id, json_build_object('adcode', t.region, 'name', r.name) AS region, t.book, t.rule, t.parameter, t.value, t.source,
    t.confidence, t.reason, t.actor AS by, ${timestamp('t.at')} AS at
  FROM threshold t JOIN region r ON r.adcode = t.region`;

/**
 * What was ever set in a region and in those around it, the newest first.
 *
 * @param before number of a record: only older ones
 */
export function listThresholds(
  session: Session,
  adcode: string,
  { before, limit }: { readonly before?: number; readonly limit: number },
): Promise<ThresholdRecord[]> {
  return session.query<ThresholdRecord & Row>(
    `${selected} WHERE t.region = ANY ($1::text[]) AND ($2::integer IS NULL OR t.id < $2) ORDER BY t.id DESC LIMIT $3`,
    [chainOf(adcode), before ?? null, limit],
  );
}

/** What holds in a region now. One that is not in the tree has what the regions around it have. */
export async function thresholdsOf(session: Session, adcode: string): Promise<RegionThresholds> {
  const rows = await session.query<ThresholdRecord & Row>(
    `SELECT * FROM (
       SELECT DISTINCT ON (s.region->>'adcode', s.book, s.rule, s.parameter) s.* FROM (${selected} WHERE t.region = ANY ($1::text[])) AS s
       ORDER BY s.region->>'adcode', s.book, s.rule, s.parameter, s.id DESC
     ) AS last
     WHERE value IS NOT NULL
     ORDER BY book COLLATE "C", rule COLLATE "C", parameter COLLATE "C", array_position($1::text[], region->>'adcode') DESC`,
    [chainOf(adcode)],
  );
  const inForce: SetThreshold[] = [];
  const overridden: SetThreshold[] = [];
  for (const { id: _, value, confidence, ...rest } of rows) {
    const last = inForce.at(-1);
    const isSame = last?.book === rest.book && last.rule === rest.rule && last.parameter === rest.parameter;
    (isSame ? overridden : inForce).push({ ...rest, value: value!, confidence: confidence! });
  }
  return { inForce, overridden };
}

/** The last record about one parameter in exactly this region; undefined where there is none, or it went back. */
export async function lastThreshold(
  session: Session,
  {
    region,
    book,
    rule,
    parameter,
  }: {
    readonly region: string;
    readonly book: RuleBookId;
    readonly rule: string;
    readonly parameter: string;
  },
): Promise<ThresholdRecord | undefined> {
  const [last] = await session.query<ThresholdRecord & Row>(
    `${selected} WHERE t.region = $1 AND t.book = $2 AND t.rule = $3 AND t.parameter = $4 ORDER BY t.id DESC LIMIT 1`,
    [region, book, rule, parameter],
  );
  return last?.value == null ? undefined : last;
}
