import { featureCount } from '@tuheng/geometry';
import type { Layer, Plan } from '@tuheng/standard';
import type { Actor } from '../actor.ts';
import type { Database } from '../database/database.ts';
import { isUniqueViolation } from '../database/errors-of-postgres.ts';
import { StoreError } from '../errors.ts';
import { type ContentDigests, fieldsOf, type LayerHead, layerDigests, planDigests } from './layer-content.ts';
import { lockPlan, sealVersion, type WithinVersion } from './new-version.ts';
import { putRegion, regionOfPlan, townshipsOf } from './regions.ts';
import type { PlanVersion } from './version.ts';
import { openLayer, writeFeatures } from './write-layer.ts';

export interface ImportRequest {
  readonly plan: Plan;
  /** The plan's code from now on; by default that of its region. */
  readonly code?: string;
  /** Adcode; by default what the delivery name or most of the features say. */
  readonly region?: string;
  /** By default 国土空间总体规划 behind the name of the region. */
  readonly name?: string;
  /** Layer of regions (行政区 XZQ), whose townships go below the county's region; by default the plan's own. It is not kept with the plan. */
  readonly regions?: Layer;
  readonly reason: string;
  /** Features written, of all. */
  readonly progress?: (done: number, of: number) => void;
  /** Runs in the same transaction, last. */
  readonly within?: WithinVersion;
}

/** Version 1 of a plan that was taken in. */
export interface ImportedPlan extends PlanVersion {
  /** Townships that the delivery names. */
  readonly townships: number;
}

/**
 * Takes a plan database in as version 1 of a new plan, whole or not at all. Values are kept as the standard wants them (codes and dates in
 * their normal form); columns that a geodatabase keeps of every shape are left out.
 *
 * @throws StoreError store.plan-exists, no-region, disk-full
 */
export async function importPlan(
  database: Database,
  actor: Actor,
  { plan, reason, progress, within, regions = plan.layers.get('XZQ'), ...given }: ImportRequest,
): Promise<ImportedPlan> {
  const known = regionOfPlan(plan);
  const adcode = given.region ?? known?.adcode;
  if (adcode === undefined) throw new StoreError('store.no-region', plan.name);
  const code = given.code ?? adcode;
  const region = { adcode, name: known?.adcode === adcode ? known.name : adcode };
  const townships = regions ? townshipsOf(regions, adcode) : [];
  const total = [...plan.layers.values()].reduce((sum, layer) => sum + featureCount(layer.polygons), 0);
  try {
    return await database.transaction(async (tx) => {
      for (const { adcode, name } of [region, ...townships]) await putRegion(tx, adcode, name);
      const [row] = await tx.query<{ id: number }>(
        'INSERT INTO plan (code, region, name) VALUES ($1, $2, $3) RETURNING id',
        [code, region.adcode, given.name ?? `${region.name}国土空间总体规划`],
      );
      const id = row!.id;
      await lockPlan(tx, id);
      const contents: { head: LayerHead; digests: ContentDigests }[] = [];
      let last = 0;
      for (const [position, layer] of [...plan.layers.values()].entries()) {
        const head = { code: layer.code, epsg: layer.crs.epsg, fields: fieldsOf(layer) };
        const place = { plan: id, version: 1, position, sourceName: layer.sourceName };
        const layerId = await openLayer(tx, head, place);
        const marks = await writeFeatures(tx, layer, head.fields, {
          layer: layerId,
          version: 1,
          firstId: last + 1,
        });
        last += featureCount(layer.polygons);
        contents.push({ head, digests: layerDigests(marks) });
        progress?.(last, total);
      }
      const sealed = await sealVersion(tx, actor, {
        plan: { id, code },
        number: 1,
        kind: 'import',
        origin: null,
        review: null,
        digests: planDigests(contents),
        previous: null,
        features: last,
        opened: last,
        ended: 0,
        lastFeature: last,
        reason,
      });
      await within?.(tx, sealed);
      return { ...sealed, townships: townships.length };
    });
  } catch (cause) {
    if (isUniqueViolation(cause)) throw new StoreError('store.plan-exists', code, { cause });
    throw cause;
  }
}
