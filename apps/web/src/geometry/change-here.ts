import {
  type ArealGeometry,
  featureCount,
  lonLatGeometry,
  type Overlay,
  type Pieces,
  transformBetween,
} from '@tuheng/geometry';
import { changeOfLayers, classOf } from '@tuheng/maintenance';
import { CGCS2000, defaultTolerance, type Layer, layerSpec } from '@tuheng/standard';

/** A piece of ground that changed. */
export interface ChangedPiece {
  readonly kind: 'in' | 'out' | 'reclassified';
  /** National ellipsoid area, m². */
  readonly area: number;
  readonly geometry: ArealGeometry;
  /** The compared field before and after; null where the layer compares none. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface ChangeHere {
  /** The largest first. */
  readonly pieces: readonly ChangedPiece[];
  /** Pieces below the tolerance, which count as noise (数据噪声). */
  readonly noise: number;
}

/** Whose change is told: what came to ground that is there now, or what went from ground that was there. */
export type Side = 'before' | 'after';

/**
 * What changed on the ground of a feature. Its own side holds this feature alone, the other all that it touches there: so what is told of its ground is
 * whole, and nothing is told of ground beyond it.
 */
export function changeHere(before: Layer, after: Layer, side: Side, overlay: Overlay): ChangeHere {
  const { change, plane, measure } = changeOfLayers(before, after, overlay, defaultTolerance);
  const toLonLat = transformBetween(plane, CGCS2000);
  const field = layerSpec(before.code)?.comparedField;
  const told = (kind: ChangedPiece['kind'], { polygons, left, right }: Pieces): ChangedPiece[] =>
    Array.from({ length: featureCount(polygons) }, (_, k) => ({
      kind,
      area: measure.ellipsoid(polygons, k),
      geometry: lonLatGeometry(polygons, k, toLonLat),
      from: field && kind !== 'in' ? classOf(before, field, left[k]!) : null,
      to: field && kind !== 'out' ? classOf(after, field, kind === 'in' ? left[k]! : right[k]!) : null,
    }));
  const pieces = [
    ...told('reclassified', change.reclassified),
    ...(side === 'after' ? told('in', change.transferIn) : told('out', change.transferOut)),
  ].sort((a, b) => b.area - a.area);
  const { reclassified, transferIn, transferOut } = change.noise;
  return {
    pieces,
    noise:
      featureCount(reclassified.polygons) +
      featureCount((side === 'after' ? transferIn : transferOut).polygons),
  };
}
