import { type Overlay, type Pieces, selectFeatures } from '@tuheng/geometry';
import type { WorkingLayer } from '../working-layer.ts';

/**
 * What the changed features of a layer leave outside all of another: single-part pieces whose `left` counts features of
 * `layer`. The changed features of the other side take nearly everything, so they are taken off first; only what then remains
 * is held against the whole layer.
 */
export function outside(
  layer: WorkingLayer,
  changed: readonly number[],
  other: WorkingLayer,
  changedOther: readonly number[],
  overlay: Overlay,
): Pieces {
  const first = overlay.subtract(
    selectFeatures(layer.polygons, changed),
    selectFeatures(other.polygons, changedOther),
  );
  const rest = overlay.subtract(first.polygons, other.polygons);
  return { ...rest, left: rest.left.map((piece) => changed[first.left[piece]!]!) };
}
