import type { InspectedLayer } from './inspected-layer.ts';
import type { InspectionContext } from './inspection-context.ts';
import type { Subject } from './rule.ts';

/** One subject a layer of the delivery, those a rule is about. */
export function eachLayer(
  context: InspectionContext,
  isWanted: (layer: InspectedLayer) => boolean = () => true,
): Subject[] {
  return context.layers
    .filter(isWanted)
    .map((layer) => ({ name: layer.code, database: layer.database, layers: [layer] }));
}
