import { gzipSync } from 'node:zlib';
import { type Overlay, selectFeatures } from '@tuheng/geometry';
import { crsOf, type Tolerance, textAt } from '@tuheng/standard';
import type { Actor } from '../actor.ts';
import type { Database, Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import { type Conflict, StaleBaseError } from './conflicts.ts';
import { decodeLayer, type NumberedLayer } from './layer-decoder.ts';
import { type LineageRow, sharedGround, writeLineage } from './lineage.ts';
import { lastFeatureOf, lockPlan, sealVersion, type WithinVersion } from './new-version.ts';
import type { LayerEdit, PlanChange } from './plan-change.ts';
import { numbersOfOpened } from './renumber.ts';
import { storedContent } from './stored-content.ts';
import { featureBlocks, layersOf, type StoredLayer, standing } from './stored-layers.ts';
import { findPlan, findVersion, type PlanVersion } from './version.ts';
import { openLayer, writeFeatures } from './write-layer.ts';

export interface Publication {
  readonly code: string;
  readonly change: PlanChange;
  /** The review that judged it: its id and its document, which is stored with the version. */
  readonly review: { readonly id: string };
  readonly reason: string;
  readonly overlay: Overlay;
  readonly tolerance: Tolerance;
  /** Runs in the same transaction, last. */
  readonly within?: WithinVersion<Published>;
}

export interface Published extends PlanVersion {
  /** The version that was reviewed, where another one was in force by then and the change was carried over to it. */
  readonly rebasedFrom: number | null;
}

/**
 * Publishes a reviewed change as the next version: ends and opens exactly its features, in one transaction, or does nothing. The database it was
 * made from must be a version of the plan. Where others have published since, the change is carried over if it touches nothing of theirs;
 * verdicts about sums then speak of the version that was reviewed.
 *
 * @throws StoreError store.no-plan, unknown-base, nothing-changed; StaleBaseError store.stale-base
 */
export async function publish(
  database: Database,
  actor: Actor,
  publication: Publication,
): Promise<Published> {
  const { code, change, review, reason } = publication;
  const plan = await findPlan(database, code);
  if (change.edits.length === 0) throw new StoreError('store.nothing-changed', code);
  return database.transaction(async (tx) => {
    await lockPlan(tx, plan.id);
    const head = await findVersion(tx, code);
    const base = await baseOf(tx, plan.id, code, change);
    const version = head.number + 1;
    const standingLayers = new Map(
      (await layersOf(tx, plan.id, head.number)).map((layer) => [layer.code, layer]),
    );
    const baseLayers = new Map((await layersOf(tx, plan.id, base)).map((layer) => [layer.code, layer]));
    const endings: Ending[] = [];
    for (const edit of change.edits) {
      endings.push(await endingOf(tx, edit, baseLayers.get(edit.code)!, base));
    }
    if (base !== head.number) {
      const conflicts: Conflict[] = [];
      for (const ending of endings) {
        const current = standingLayers.get(ending.edit.code);
        conflicts.push(...(await conflictsOf(tx, ending, current, base, head.number, publication)));
      }
      if (conflicts.length > 0) throw new StaleBaseError(code, base, head.number, conflicts);
    }
    await tx.query('INSERT INTO review (id, document) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING', [
      review.id,
      gzipSync(JSON.stringify(review)),
    ]);
    const last = await lastFeatureOf(tx, head);
    let lastFeature = last;
    let ended = 0;
    for (const { layer, features } of endings) {
      await endFeatures(tx, layer.id, features.ids, version);
      ended += features.ids.length;
    }
    const numbers = await numbersOfOpened(tx, plan, version, change.edits);
    for (const [e, { edit, layer, features }] of endings.entries()) {
      const target = edit.isReplaced ? await replaceLayer(tx, edit, layer, plan.id, version) : layer.id;
      const place = { layer: target, version, firstId: lastFeature + 1 };
      await writeFeatures(tx, edit.maintained, edit.head.fields, place, edit.opened, numbers[e]);
      const lineage = lineageOf(edit, layer, features, target, lastFeature + 1, publication);
      await writeLineage(tx, plan.id, version, lineage);
      lastFeature += edit.opened.length;
    }
    const { features, ...digests } = await storedContent(tx, { plan: plan.id, number: version, lastFeature });
    const sealed = await sealVersion(tx, actor, {
      plan,
      number: version,
      kind: 'publish',
      origin: base,
      review: review.id,
      digests,
      previous: head.content,
      features,
      opened: lastFeature - last,
      ended,
      lastFeature,
      reason,
    });
    const published = { ...sealed, rebasedFrom: base === head.number ? null : base };
    await publication.within?.(tx, published);
    return published;
  });
}

/** The latest version that holds what the change was made from. */
async function baseOf(session: Session, plan: number, code: string, { base }: PlanChange): Promise<number> {
  const [row] = await session.query<{ number: number }>(
    'SELECT number FROM plan_version WHERE plan = $1 AND unnumbered = $2 ORDER BY number DESC LIMIT 1',
    [plan, base],
  );
  if (!row) throw new StoreError('store.unknown-base', code);
  return row.number;
}

/** The stored features that an edit ends. */
interface Ending {
  readonly edit: LayerEdit;
  readonly layer: StoredLayer;
  readonly features: NumberedLayer;
}

async function endingOf(
  session: Session,
  edit: LayerEdit,
  layer: StoredLayer,
  base: number,
): Promise<Ending> {
  if (edit.isReplaced) return { edit, layer, features: await readFeatures(session, layer, base) };
  const wanted = new Map<string, number>();
  for (const digest of edit.ended) {
    const key = digest.toString('hex');
    wanted.set(key, (wanted.get(key) ?? 0) + 1);
  }
  const rows = await session.query<{ id: number; digest: string }>(
    `SELECT f.id, encode(f.digest, 'hex') AS digest ${standing([layer.id], base)} AND f.digest = ANY($1::bytea[]) ORDER BY f.id`,
    [[...wanted.keys()].map((key) => Buffer.from(key, 'hex'))],
  );
  const ids: number[] = [];
  for (const { id, digest } of rows) {
    const left = wanted.get(digest)!;
    if (left > 0) ids.push(id);
    wanted.set(digest, left - 1);
  }
  return { edit, layer, features: await readFeatures(session, layer, base, ids) };
}

async function readFeatures(
  session: Session,
  layer: StoredLayer,
  version: number,
  ids?: readonly number[],
): Promise<NumberedLayer> {
  const some = ids === undefined ? '' : `AND f.id = ANY('{${ids.join(',')}}'::int[])`;
  const bytes = await session.copyOut(featureBlocks(`${standing([layer.id], version)} ${some}`));
  return decodeLayer(layer, bytes);
}

/** What others did since the base that an edit touches. */
async function conflictsOf(
  session: Session,
  { edit, layer, features }: Ending,
  current: StoredLayer | undefined,
  base: number,
  head: number,
  { overlay, tolerance }: Publication,
): Promise<Conflict[]> {
  if (current?.id !== layer.id) return [{ kind: 'layer-replaced', layer: edit.code }];
  const since = await session.query<{ id: number; version: number }>(
    'SELECT feature AS id, version FROM feature_end WHERE layer = $1 AND version > $2 AND version <= $3',
    [layer.id, base, head],
  );
  const endedIn = new Map(since.map(({ id, version }) => [id, version]));
  const conflicts: Conflict[] = [];
  for (const [i, id] of features.ids.entries()) {
    const version = endedIn.get(id);
    if (version === undefined) continue;
    conflicts.push({ kind: 'ended', layer: edit.code, feature: id, bsm: bsmOf(features, i), version });
  }
  if (edit.isReplaced && (since.length > 0 || conflicts.length > 0)) {
    conflicts.push({ kind: 'layer-replaced', layer: edit.code });
  }
  const bytes = await session.copyOut(featureBlocks(`${standing([layer.id], head)} AND f.opened > ${base}`));
  const newer = decodeLayer(layer, bytes);
  const opened = selectFeatures(edit.maintained.polygons, edit.opened);
  const crs = crsOf(layer.epsg)!;
  for (const { from, area } of sharedGround(
    newer.layer.polygons,
    opened,
    crs,
    overlay,
    tolerance.overlapArea,
  )) {
    conflicts.push({
      kind: 'overlap',
      layer: edit.code,
      feature: newer.ids[from]!,
      bsm: bsmOf(newer, from),
      area,
    });
  }
  return conflicts;
}

function bsmOf({ layer }: NumberedLayer, f: number): string | null {
  return textAt(layer, 'BSM', f);
}

async function replaceLayer(
  session: Session,
  { head, maintained }: LayerEdit,
  { id, position }: StoredLayer,
  plan: number,
  version: number,
): Promise<number> {
  await session.query('INSERT INTO layer_end (layer, version) VALUES ($1, $2)', [id, version]);
  return openLayer(session, head, { plan, version, position, sourceName: maintained.sourceName });
}

async function endFeatures(
  session: Session,
  layer: number,
  ids: Uint32Array,
  version: number,
): Promise<void> {
  if (ids.length === 0) return;
  await session.query(
    'INSERT INTO feature_end (layer, feature, version) SELECT $1, id, $2 FROM unnest($3::int[]) AS id',
    [layer, version, [...ids]],
  );
}

function lineageOf(
  edit: LayerEdit,
  layer: StoredLayer,
  features: NumberedLayer,
  target: number,
  firstId: number,
  { overlay, tolerance }: Publication,
): LineageRow[] {
  const crs = crsOf(layer.epsg)!;
  const opened = selectFeatures(edit.maintained.polygons, edit.opened);
  return sharedGround(features.layer.polygons, opened, crs, overlay, tolerance.overlapArea).map(
    ({ from, to, area }) => ({
      fromLayer: layer.id,
      from: features.ids[from]!,
      toLayer: target,
      to: firstId + to,
      area,
    }),
  );
}
