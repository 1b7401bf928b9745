import { transformBetween } from '@tuheng/geometry';
import { CGCS2000, crsOf, type FieldSpec, type Layer, type Plan } from '@tuheng/standard';
import { attributeFaults } from './attribute-faults.ts';
import type { DataFault, StoredFault } from './data-fault.ts';
import { Draft, type MaintenanceLayer } from './draft.ts';
import { geometryFaults } from './geometry-faults.ts';
import { maintenanceFaults } from './maintenance-faults.ts';
import { topologyFaults } from './topology-faults.ts';

/** A planted fault as `faults.json` lists it: which rule has to find it, and where. */
export interface PlantedDataFault {
  readonly rule: string;
  /** What was done, in Chinese. */
  readonly description: string;
  /** The layer, file or database the finding has to name. */
  readonly object: string;
  readonly bsm?: string | null;
  /** From 1, in the order of the file. */
  readonly row?: number;
  readonly attribute?: string;
  /** Longitude and latitude, degrees, CGCS2000. */
  readonly place?: readonly [number, number];
}

/** A fault that is put into the stored bytes of the plan database, after an honest writer has written it. */
export interface StoredDataFault {
  readonly kind: StoredFault['kind'];
  readonly layer: string;
  /** From 1. */
  readonly row: number;
}

export interface FaultyDelivery {
  readonly plan: readonly (Layer & { readonly fields: readonly FieldSpec[] })[];
  readonly maintenance: readonly (Layer & { readonly fields: readonly FieldSpec[] })[];
  readonly faults: readonly PlantedDataFault[];
  readonly stored: readonly StoredDataFault[];
}

/**
 * Puts one fault of the data for every rule on layers into a sound delivery, each in a place of its own. Pure: the same delivery gives
 * the same faults.
 *
 * @param plan the maintained plan
 * @param maintenance its WHQ, WHC and WHH layers
 * @param county a layer that covers the county
 */
export function plantDataFaults(
  plan: Plan,
  maintenance: readonly MaintenanceLayer[],
  county: Layer,
): FaultyDelivery {
  const draft = new Draft(plan, maintenance, county);
  const planted = [...geometryFaults, ...topologyFaults, ...attributeFaults, ...maintenanceFaults].map(
    (plant) => plant(draft),
  );
  return {
    plan: [...draft.plan.values()].map((layer) => layer.build()),
    maintenance: [...draft.maintenance.values()].map((layer) => layer.build()),
    faults: planted.map(listed),
    stored: draft.stored.map(({ kind, layer, feature }) => ({
      kind,
      layer: layer.name,
      row: layer.rowOf(feature),
    })),
  };
}

const toLonLat = transformBetween(crsOf(4532)!, CGCS2000);

function listed({
  rule,
  description,
  object,
  layer,
  feature,
  attribute,
  place,
}: DataFault): PlantedDataFault {
  const out: [number, number] = [0, 0];
  if (place) toLonLat(place[0], place[1], out);
  return {
    rule,
    description,
    object,
    ...(layer &&
      feature && { bsm: (feature.values.get('BSM') as string | null) ?? null, row: layer.rowOf(feature) }),
    ...(attribute !== undefined && { attribute }),
    ...(place && { place: out }),
  };
}
