import type { Actor } from '../actor.ts';
import type { Database, Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import { lastFeatureOf, lockPlan, sealVersion, type WithinVersion } from './new-version.ts';
import { storedContent } from './stored-content.ts';
import { layersOf, notEnded, type StoredLayer, standing } from './stored-layers.ts';
import { findPlan, findVersion, type PlanVersion } from './version.ts';

export interface RollBackRequest {
  readonly code: string;
  /** Number of the version that is to stand again. */
  readonly to: number;
  readonly reason: string;
  /** Runs in the same transaction, last. */
  readonly within?: WithinVersion;
}

/**
 * Makes an older version stand again, as a new version: what was opened since ends, what was ended since opens again under new numbers, with
 * its lineage. Nothing is taken away: the versions in between stay readable.
 *
 * @throws StoreError store.no-plan, no-version, nothing-changed
 */
export async function rollBack(
  database: Database,
  actor: Actor,
  { code, to, reason, within }: RollBackRequest,
): Promise<PlanVersion> {
  const plan = await findPlan(database, code);
  return database.transaction(async (tx) => {
    await lockPlan(tx, plan.id);
    const [head, wanted] = [await findVersion(tx, code), await findVersion(tx, code, to)];
    if (head.content === wanted.content) throw new StoreError('store.nothing-changed', code);
    const version = head.number + 1;
    const now = await layersOf(tx, plan.id, head.number);
    const then = await layersOf(tx, plan.id, wanted.number);
    const last = await lastFeatureOf(tx, head);
    const span = { plan: plan.id, head: head.number, wanted: wanted.number, version };
    let lastFeature = last;
    let ended = 0;
    for (const layer of now) {
      ended += await endNewer(tx, layer, then, span);
    }
    for (const layer of then) {
      lastFeature += await openOlder(tx, layer, now, span, lastFeature);
    }
    const { features, ...digests } = await storedContent(tx, { plan: plan.id, number: version, lastFeature });
    if (digests.content.toString('hex') !== wanted.content)
      throw new StoreError('store.damaged', code, { detail: `第 ${wanted.number} 版` });
    const sealed = await sealVersion(tx, actor, {
      plan,
      number: version,
      kind: 'rollback',
      origin: wanted.number,
      review: wanted.review,
      digests,
      previous: head.content,
      features,
      opened: lastFeature - last,
      ended,
      lastFeature,
      reason,
    });
    await within?.(tx, sealed);
    return sealed;
  });
}

interface Span {
  readonly plan: number;
  readonly head: number;
  readonly wanted: number;
  readonly version: number;
}

/** Ends the features of a standing layer that did not stand in the wanted version, and the layer itself where it did not. */
async function endNewer(
  session: Session,
  layer: StoredLayer,
  then: readonly StoredLayer[],
  { head, wanted, version }: Span,
): Promise<number> {
  const stays = then.some(({ id }) => id === layer.id);
  const newer = stays ? `AND f.opened > ${wanted}` : '';
  const rows = await session.query(
    `INSERT INTO feature_end (layer, feature, version)
     SELECT f.layer, f.id, ${version} ${standing([layer.id], head)} ${newer} RETURNING feature`,
  );
  if (!stays)
    await session.query('INSERT INTO layer_end (layer, version) VALUES ($1, $2)', [layer.id, version]);
  return rows.length;
}

/** Opens the features of a layer that stood in the wanted version and do no more, under numbers after `last`. */
async function openOlder(
  session: Session,
  layer: StoredLayer,
  now: readonly StoredLayer[],
  { plan, head, wanted, version }: Span,
  last: number,
): Promise<number> {
  const stays = now.some(({ id }) => id === layer.id);
  let target = layer.id;
  if (!stays) {
    const [row] = await session.query<{ id: number }>(
      `INSERT INTO layer (plan, code, position, source_name, epsg, fields, opened)
       SELECT plan, code, position, source_name, epsg, fields, $2 FROM layer WHERE id = $1 RETURNING id`,
      [layer.id, version],
    );
    target = row!.id;
  }
  // Of a layer that stays, what stood then and ended since; of one that was replaced, all that stood then.
  const gone = stays ? `AND NOT (${notEnded(head)})` : '';
  const rows = await session.query(
    `WITH old AS (
       SELECT f.id, row_number() OVER (ORDER BY f.id)::int + ${last} AS new_id, f.box, f.bsm, f.digest, f.attributes, f.geometry
       ${standing([layer.id], wanted)} ${gone}
     ), opened AS (
       INSERT INTO feature (layer, id, opened, box, bsm, digest, attributes, geometry)
       SELECT ${target}, new_id, ${version}, box, bsm, digest, attributes, geometry FROM old
     )
     INSERT INTO lineage (plan, version, from_layer, from_feature, to_layer, to_feature)
     SELECT ${plan}, ${version}, ${layer.id}, id, ${target}, new_id FROM old RETURNING to_feature`,
  );
  return rows.length;
}
