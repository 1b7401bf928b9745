import type { Overlay, Pieces } from '@tuheng/geometry';
import type { WorkingLayer } from '../working-layer.ts';
import type { Rest } from './match.ts';

/**
 * What the changed features of a layer leave outside all of another: single-part pieces whose `left` counts features of the
 * layer. The changed features of the other side take nearly everything, so they are taken off first; only what then remains
 * is held against the whole layer.
 */
export function outside(rest: Rest, other: WorkingLayer, otherRest: Rest, overlay: Overlay): Pieces {
  const first = overlay.subtract(rest.polygons, otherRest.polygons);
  const pieces = overlay.subtract(first.polygons, other.polygons);
  return { ...pieces, left: pieces.left.map((piece) => rest.features[first.left[piece]!]!) };
}
