import type { InspectedLayer } from '../inspected-layer.ts';
import type { RepairedFeature } from './repair-log.ts';

/** A feature by name, as the log tells of it: with the BSM it was delivered with. */
export function repairedFeature(layer: InspectedLayer, feature: number): RepairedFeature {
  return {
    database: layer.database.name,
    layer: layer.code,
    bsm: layer.bsm(feature),
    row: layer.row(feature),
  };
}
