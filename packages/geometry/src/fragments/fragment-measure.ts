import { ellipsoidStrips } from '../ellipsoid-area.ts';
import type { Projection } from '../gauss-kruger.ts';
import type { Origin } from './events.ts';

/** A measure as plain data, so that it can be sent to a worker. */
export type MeasureSpec =
  | { readonly kind: 'plane' }
  | { readonly kind: 'ellipsoid'; readonly projection: Projection }
  | { readonly kind: 'length' };

/** Plane area in the coordinates' unit squared: the trapezia between the fragments and a meridian amid the data. */
export const planeAreaMeasure: MeasureSpec = { kind: 'plane' };

/**
 * National ellipsoid area in m² of fragments in the plane or in degrees: rounding discipline and densification as in
 * `ellipsoidArea`, fragment by fragment.
 */
export function ellipsoidAreaMeasure(projection: Projection): MeasureSpec {
  return { kind: 'ellipsoid', projection };
}

/** Length of boundaries in the coordinates' unit. */
export const lengthMeasure: MeasureSpec = { kind: 'length' };

/**
 * A number for a directed straight fragment of a boundary, its ends relative to an origin. Summed over the boundary of a region,
 * interior to the left, it gives the region's area (or the boundary's length).
 */
export interface FragmentMeasure {
  /** True where the value turns its sign with the direction, to the bit, as areas do. */
  readonly oriented: boolean;
  between(x1: number, y1: number, x2: number, y2: number): number;
}

export function fragmentMeasure(spec: MeasureSpec, origin: Origin): FragmentMeasure {
  switch (spec.kind) {
    case 'plane':
      return { oriented: true, between: (x1, y1, x2, y2) => ((x1 + x2) / 2) * (y2 - y1) };
    case 'ellipsoid': {
      const strip = ellipsoidStrips(spec.projection);
      const { x, y } = origin;
      return { oriented: true, between: (x1, y1, x2, y2) => strip(x1 + x, y1 + y, x2 + x, y2 + y) };
    }
    case 'length':
      return { oriented: false, between: (x1, y1, x2, y2) => Math.hypot(x2 - x1, y2 - y1) };
  }
}
