import { listVersions, type PlanVersion } from '@tuheng/store';
import type { HeldLayer } from '../../held-versions/held-layer.ts';
import type { Services } from '../../services.ts';
import type { Collection } from '../collection.ts';
import { versionIn } from './datetime.ts';
import type { Asked } from './items-query.ts';

/**
 * The version that is asked for; undefined where there was none yet.
 *
 * @throws StoreError store.no-version
 */
export async function findVersionOf(
  { database, versions }: Pick<Services, 'database' | 'versions'>,
  { plan: { code }, head }: Collection,
  asked: Asked,
): Promise<PlanVersion | undefined> {
  if (asked === 'head') return head;
  if ('number' in asked) return versions.find(code, asked.number);
  return versionIn(await listVersions(database, code), asked.interval);
}

/** The layer of a collection in a version; undefined where that version had none of its code. */
export async function heldLayerOf(
  { versions }: Pick<Services, 'versions'>,
  version: PlanVersion,
  { layer }: Collection,
): Promise<HeldLayer | undefined> {
  const layers = await versions.layers(version);
  return layers.some(({ code }) => code === layer.code) ? versions.layer(version, layer.code) : undefined;
}
