import { type DeliveredDatabase, type LayerPart, type LayerSpec, parseDeliveryName } from '@tuheng/standard';
import type { InspectedLayer } from './inspected-layer.ts';
import type { InspectionContext } from './inspection-context.ts';
import type { Subject } from './rule.ts';

/** Codes of base data that lies beside a plan and is none. */
const BASE = new Set(['DLTB', 'XZQ', 'KFQ']);

/** The databases that claim to be a plan: not those of a maintenance, of base data or of boundary management, nor what cannot be read. */
export function planDatabases(context: InspectionContext): Subject[] {
  return context.delivery.databases
    .filter((database) => isPlan(database))
    .map((database) => ({
      name: database.name,
      database,
      layers: context.layersOf('plan').filter((layer) => layer.database === database),
    }));
}

function isPlan({ name, failure, layers, lines = [] }: DeliveredDatabase): boolean {
  const kind = parseDeliveryName(name)?.kind;
  if (failure || kind === 'maintenance' || kind === 'boundary-management') return false;
  return (
    (layers.length === 0 && lines.length === 0) ||
    layers.some(({ code, part }) => part === 'plan' && !BASE.has(code))
  );
}

/** WHQ, WHC and WHH of one layer, those that there are. */
export interface MaintenanceSet {
  readonly database: DeliveredDatabase;
  readonly spec: LayerSpec;
  readonly before?: InspectedLayer;
  readonly change?: InspectedLayer;
  readonly after?: InspectedLayer;
}

/** The layers of all maintenance databases, in threes as far as they go, in the order of the files. */
export function maintenanceSets(context: InspectionContext): MaintenanceSet[] {
  const sets = new Map<
    DeliveredDatabase,
    Map<LayerSpec, Partial<Record<Exclude<LayerPart, 'plan'>, InspectedLayer>>>
  >();
  for (const layer of context.layers) {
    const { part, spec } = layer.delivered;
    if (part === 'plan') continue;
    const ofDatabase = sets.get(layer.database) ?? new Map();
    sets.set(layer.database, ofDatabase);
    ofDatabase.set(spec, { ...ofDatabase.get(spec), [part]: layer });
  }
  return [...sets].flatMap(([database, specs]) =>
    [...specs].map(([spec, parts]) => ({ database, spec, ...parts })),
  );
}
