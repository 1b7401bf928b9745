import { ellipsoidArea } from '@tuheng/geometry';
import type { NumberedLayer } from '@tuheng/store';
import { Turns } from '../features/turns.ts';
import { type LayerClasses, layerClasses } from '../styles/layer-classes.ts';

/** What only the older of two states of a layer has, and what only the newer one has. */
export interface LayerChange {
  readonly ended: NumberedLayer;
  readonly opened: NumberedLayer;
}

export type Side = keyof LayerChange;
export const sides: readonly Side[] = ['ended', 'opened'];

/** All features of a change, largest first; of the same size those that ended first. */
export interface RankedChange {
  readonly change: LayerChange;
  readonly classes: Readonly<Record<Side, LayerClasses>>;
  /** Place in `sides`, and row there, by rank. */
  readonly side: Uint8Array;
  readonly row: Uint32Array;
  /** m² by the national ellipsoid formula, not rounded. */
  readonly area: Float64Array;
}

/** Features between two looks at the clock. */
const STRIDE = 32;

export async function rankChange(change: LayerChange): Promise<RankedChange> {
  const total = sides.reduce((count, side) => count + change[side].ids.length, 0);
  const area = new Float64Array(total);
  const turns = new Turns();
  let k = 0;
  for (const side of sides) {
    const { layer, ids } = change[side];
    for (let row = 0; row < ids.length; row++) {
      area[k++] = ellipsoidArea(layer.polygons, row, layer.crs);
      if (k % STRIDE === 0 && turns.isOver) await turns.next();
    }
  }
  const ended = change.ended.ids.length;
  const order = Uint32Array.from({ length: total }, (_, i) => i).sort((a, b) => area[b]! - area[a]! || a - b);
  return {
    change,
    classes: { ended: layerClasses(change.ended.layer), opened: layerClasses(change.opened.layer) },
    side: Uint8Array.from(order, (i) => (i < ended ? 0 : 1)),
    row: order.map((i) => (i < ended ? i : i - ended)),
    area: Float64Array.from(order, (i) => area[i]!),
  };
}
