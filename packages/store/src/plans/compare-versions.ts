import { ellipsoidArea, featureCount } from '@tuheng/geometry';
import { crsOf, type Layer } from '@tuheng/standard';
import type { Session } from '../database/database.ts';
import { decodeLayer, type NumberedLayer } from './layer-decoder.ts';
import { featureBlocks, layersOf, notEnded, type StoredLayer, standing } from './stored-layers.ts';
import { findVersion, type PlanVersion } from './version.ts';

/** What differs in one layer between two versions. */
export interface LayerDifference {
  readonly code: string;
  /** Features that only the older version has, and that only the newer one has. */
  readonly ended: NumberedLayer;
  readonly opened: NumberedLayer;
  /** Their ground, m² by the national ellipsoid formula. */
  readonly endedArea: number;
  readonly openedArea: number;
}

export interface VersionDifference {
  readonly from: PlanVersion;
  readonly to: PlanVersion;
  readonly layers: readonly LayerDifference[];
}

/**
 * What changed from one version to another, whichever is the newer. A feature that was ended and came back by a rollback differs in its
 * number only and is not told.
 *
 * @param only code of the one layer that is compared; absent: all
 * @throws StoreError store.no-plan, no-version
 */
export async function compareVersions(
  session: Session,
  code: string,
  from: number | string,
  to?: number | string,
  only?: string,
): Promise<VersionDifference> {
  const [older, newer] = [await findVersion(session, code, from), await findVersion(session, code, to)];
  const before = new Map(
    (await layersOf(session, older.plan, older.number)).map((layer) => [layer.code, layer]),
  );
  const after = new Map(
    (await layersOf(session, newer.plan, newer.number)).map((layer) => [layer.code, layer]),
  );
  const layers: LayerDifference[] = [];
  for (const layerCode of new Set([...before.keys(), ...after.keys()])) {
    if (only !== undefined && layerCode !== only) continue;
    const [a, b] = [before.get(layerCode), after.get(layerCode)];
    const ended = await onlyIn(session, a, older.number, b, newer.number);
    const opened = await onlyIn(session, b, newer.number, a, older.number);
    if (!ended && !opened) continue;
    const nothing = (): NumberedLayer => ({
      layer: emptyOf((ended ?? opened)!.layer),
      ids: new Uint32Array(),
    });
    layers.push({
      code: layerCode,
      ended: ended ?? nothing(),
      opened: opened ?? nothing(),
      endedArea: ended ? areaOf(ended) : 0,
      openedArea: opened ? areaOf(opened) : 0,
    });
  }
  return { from: older, to: newer, layers };
}

/** Features of a layer in one version whose like the other version does not have; undefined where there are none. */
async function onlyIn(
  session: Session,
  layer: StoredLayer | undefined,
  version: number,
  other: StoredLayer | undefined,
  otherVersion: number,
): Promise<NumberedLayer | undefined> {
  if (!layer) return undefined;
  // Of one stored layer only what is not standing in both can differ; their digests tell what came back.
  const alone =
    other?.id === layer.id ? `AND NOT (f.opened <= ${otherVersion} AND ${notEnded(otherVersion)})` : '';
  const sameFields = other !== undefined && JSON.stringify(other.fields) === JSON.stringify(layer.fields);
  const unlike = sameFields
    ? `AND NOT EXISTS (SELECT FROM (SELECT f.digest AS twin ${standing([other.id], otherVersion)}
         ${other.id === layer.id ? `AND NOT (f.opened <= ${version} AND ${notEnded(version)})` : ''}) t WHERE t.twin = f.digest)`
    : '';
  const bytes = await session.copyOut(featureBlocks(`${standing([layer.id], version)} ${alone} ${unlike}`));
  const found = decodeLayer(layer, bytes);
  return found.ids.length > 0 ? found : undefined;
}

function emptyOf(layer: Layer): Layer {
  const columns = new Map(
    [...layer.columns].map(([name, { kind }]) => [
      name,
      kind === 'text' ? { kind, values: [] } : { kind, values: new Float64Array() },
    ]),
  );
  const nothing = { xy: new Float64Array(), ringStart: Uint32Array.of(0), polygonStart: Uint32Array.of(0) };
  return { ...layer, columns, polygons: { ...nothing, featureStart: Uint32Array.of(0) } };
}

function areaOf({ layer }: NumberedLayer): number {
  const crs = crsOf(layer.crs.epsg)!;
  let sum = 0;
  for (let f = 0; f < featureCount(layer.polygons); f++) sum += ellipsoidArea(layer.polygons, f, crs);
  return sum;
}
