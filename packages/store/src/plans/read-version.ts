import type { Plan } from '@tuheng/standard';
import type { Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import { LayerDecoders, type NumberedLayer } from './layer-decoder.ts';
import { lastFeatureOf } from './new-version.ts';
import { featureBlocks, layersOf, notEnded, type StoredLayer } from './stored-layers.ts';
import { findVersion, type PlanVersion } from './version.ts';
import { versionBlocks } from './version-blocks.ts';

/**
 * A version of a plan as it was published, features in the order in which they were numbered: the same version always reads the same.
 *
 * @param which a number or a day, as `findVersion` takes it
 * @throws StoreError store.no-plan, no-version
 */
export async function readVersion(session: Session, code: string, which?: number | string): Promise<Plan> {
  const version = await findVersion(session, code, which);
  const layers = await readLayers(session, version, await layersOf(session, version.plan, version.number));
  return {
    name: `${code}@${version.number}`,
    digest: version.content,
    format: 'memory',
    layers: new Map(layers.map(({ layer }) => [layer.code, layer])),
    notes: [],
  };
}

/**
 * One layer of a version, with the numbers of its features.
 *
 * @throws StoreError store.no-layer
 */
export async function readLayer(
  session: Session,
  version: Pick<PlanVersion, 'code' | 'plan' | 'number'>,
  layerCode: string,
): Promise<NumberedLayer> {
  const { code, plan, number } = version;
  const layer = (await layersOf(session, plan, number)).find((one) => one.code === layerCode);
  if (!layer) throw new StoreError('store.no-layer', `${code}@${number}`, { detail: layerCode });
  return (await readLayers(session, version, [layer]))[0]!;
}

async function readLayers(
  session: Session,
  version: Pick<PlanVersion, 'plan' | 'number'>,
  layers: readonly StoredLayer[],
): Promise<NumberedLayer[]> {
  const lastFeature = await lastFeatureOf(session, version);
  const decoders = new LayerDecoders(layers);
  const blocks = versionBlocks(session, layers, { number: version.number, lastFeature }, featureBlocks);
  for await (const bytes of blocks) decoders.add(bytes);
  return decoders.build();
}

/**
 * The features of a version that meet a window, layer by layer; none of those that have no place.
 *
 * @param window in the coordinates of the layers
 * @param codes layers asked for; all where not given
 */
export async function readWindow(
  session: Session,
  code: string,
  window: readonly [minX: number, minY: number, maxX: number, maxY: number],
  which?: number | string,
  codes?: readonly string[],
): Promise<NumberedLayer[]> {
  const version = await findVersion(session, code, which);
  const layers = (await layersOf(session, version.plan, version.number)).filter(
    (layer) => codes === undefined || codes.includes(layer.code),
  );
  if (layers.length === 0) return [];
  const [minX, minY, maxX, maxY] = window.map(Number);
  // OFFSET: the place is looked up alone. A planner that does not know how many rows there are joins it with all features of the layers.
  const bytes = await session.copyOut(
    featureBlocks(
      `FROM (SELECT * FROM feature WHERE box && '((${minX},${minY}),(${maxX},${maxY}))'::box OFFSET 0) f
       WHERE f.layer IN (${layers.map(({ id }) => id)}) AND f.opened <= ${version.number} AND ${notEnded(version.number)}`,
    ),
  );
  const decoders = new LayerDecoders(layers);
  decoders.add(bytes);
  return decoders.build();
}
