import type { InspectionContext } from './inspection-context.ts';
import type { Subject } from './rule.ts';
import { eachLayer } from './subjects.ts';

/** Plan layers of the given codes that have features: one subject each. */
export function coveringLayers(context: InspectionContext, codes: readonly string[]): Subject[] {
  return eachLayer(
    context,
    ({ code, delivered, count }) => delivered.part === 'plan' && codes.includes(code) && count > 0,
  );
}
