import { ellipsoidStrips } from '../ellipsoid-area.ts';
import type { Projection } from '../gauss-kruger.ts';
import { sameProjection, transformBetween } from '../reproject.ts';
import type { Origin } from './events.ts';

/** A measure as plain data, so that it can be sent to a worker. */
export type MeasureSpec =
  | { readonly kind: 'plane' }
  | { readonly kind: 'ellipsoid'; readonly projection: Projection; readonly coordinates: Projection }
  | { readonly kind: 'length' };

/** Plane area in the coordinates' unit squared: the trapezia between the fragments and a meridian amid the data. */
export const planeAreaMeasure: MeasureSpec = { kind: 'plane' };

/**
 * National ellipsoid area in m²: rounding discipline and densification as in `ellipsoidArea`, fragment by fragment.
 *
 * @param projection path of the rule: a plane, or longitude and latitude, which are not densified
 * @param coordinates what the fragments' coordinates are; they are brought into `projection` point by point where it is another
 */
export function ellipsoidAreaMeasure(projection: Projection, coordinates = projection): MeasureSpec {
  return { kind: 'ellipsoid', projection, coordinates };
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
    case 'ellipsoid':
      return { oriented: true, between: movedStrips(spec.projection, spec.coordinates, origin) };
    case 'length':
      return { oriented: false, between: (x1, y1, x2, y2) => Math.hypot(x2 - x1, y2 - y1) };
  }
}

function movedStrips(
  projection: Projection,
  coordinates: Projection,
  { x, y }: Origin,
): FragmentMeasure['between'] {
  const strip = ellipsoidStrips(projection);
  if (sameProjection(projection, coordinates)) {
    return (x1, y1, x2, y2) => strip(x1 + x, y1 + y, x2 + x, y2 + y);
  }
  const transform = transformBetween(coordinates, projection);
  const from: [number, number] = [0, 0];
  const to: [number, number] = [0, 0];
  return (x1, y1, x2, y2) => {
    transform(x1 + x, y1 + y, from);
    transform(x2 + x, y2 + y, to);
    return strip(from[0], from[1], to[0], to[1]);
  };
}
