import type { Row, Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import { computedDigest, storedContent } from './stored-content.ts';

/**
 * Computes anew what the database says of itself: the digest of every feature from its bytes, the digests of every version from its features,
 * and that no row belongs to a version that was not published.
 *
 * @returns the number of versions
 * @throws StoreError store.damaged
 */
export async function checkVersions(session: Session): Promise<number> {
  const [features] = await session.query<{ stray: number }>(
    `SELECT count(*)::int AS stray FROM feature f WHERE f.digest <> ${computedDigest}`,
  );
  if (features!.stray > 0) throw damaged(`${features!.stray} 个图斑`);
  const half = await session.query<{ code: string }>(`SELECT DISTINCT p.code FROM plan p ${unpublishedRows}`);
  if (half.length > 0) throw damaged(`${half.map(({ code }) => code).join('、')} 有不属于任何版本的内容`);
  const versions = await session.query<Version & Row>(
    `SELECT p.code, v.plan, v.number, v.features, v.last_feature AS "lastFeature", encode(v.content, 'hex') AS content, encode(v.unnumbered, 'hex') AS unnumbered
     FROM plan_version v JOIN plan p ON p.id = v.plan ORDER BY p.code, v.number`,
  );
  for (const version of versions) await checkVersion(session, version);
  return versions.length;
}

interface Version {
  readonly code: string;
  readonly plan: number;
  readonly number: number;
  readonly features: number;
  readonly lastFeature: number;
  readonly content: string;
  readonly unnumbered: string;
}

/** Plans without a version, and those with rows of a version after the last. */
const unpublishedRows = `
  LEFT JOIN LATERAL (SELECT max(number) AS number FROM plan_version WHERE plan = p.id) head ON true
  WHERE head.number IS NULL
    OR EXISTS (SELECT FROM lineage WHERE plan = p.id AND version > head.number)
    OR EXISTS (SELECT FROM layer l WHERE l.plan = p.id AND (
      l.opened > head.number
      OR EXISTS (SELECT FROM layer_end e WHERE e.layer = l.id AND e.version > head.number)
      OR EXISTS (SELECT FROM feature f WHERE f.layer = l.id AND f.opened > head.number)
      OR EXISTS (SELECT FROM feature_end e WHERE e.layer = l.id AND e.version > head.number)))`;

async function checkVersion(session: Session, said: Version): Promise<void> {
  const { features, content, unnumbered } = await storedContent(session, said);
  const same =
    features === said.features &&
    content.toString('hex') === said.content &&
    unnumbered.toString('hex') === said.unnumbered;
  if (!same) throw damaged(`${said.code} 第 ${said.number} 版`);
}

function damaged(detail: string): StoreError {
  return new StoreError('store.damaged', '数据库', { detail });
}
