import type { DeliveredLayer } from '@tuheng/standard';
import { deliveredLayer, type TestFeature } from './delivery.ts';

/** WHQ, WHC and WHH of a layer, each of the features given. */
export function threeLayers(
  code: string,
  parts: {
    readonly before: readonly TestFeature[];
    readonly change: readonly TestFeature[];
    readonly after: readonly TestFeature[];
  },
): DeliveredLayer[] {
  return (['before', 'change', 'after'] as const).map((part) => deliveredLayer(code, parts[part], {}, part));
}
