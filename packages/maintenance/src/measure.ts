import {
  ellipsoidArea,
  ellipsoidAreaMeasure,
  featureCount,
  keptEllipsoidArea,
  type MeasureSpec,
  mapCoordinates,
  type Polygons,
  planeArea,
  selectFeatures,
  transformBetween,
} from '@tuheng/geometry';
import type { Crs } from '@tuheng/standard';
import type { PieceFigures } from './review.ts';

/**
 * Areas of polygons given in the working plane. The ellipsoid area follows the one path that the declared CRS of the
 * filed database prescribes: plane coordinates are densified, geographic ones are not (standards.md §7.4).
 */
export interface Measure {
  /** The ellipsoid area as a sum over fragments, for tables of shared ground. */
  readonly ofFragments: MeasureSpec;
  /** National ellipsoid area of feature `f`, m². */
  ellipsoid(p: Polygons, f: number): number;
  /** Plane area of feature `f`, m². */
  plane(p: Polygons, f: number): number;
  /** Both, summed over `features` (all where not given). */
  total(p: Polygons, features?: Iterable<number>): PieceFigures;
}

export function createMeasure(declared: Crs, plane: Crs): Measure {
  const toDeclared = transformBetween(plane, declared);
  const onOtherPath = (p: Polygons, f: number): number =>
    ellipsoidArea(mapCoordinates(selectFeatures(p, [f]), toDeclared), 0, declared);
  // Several rules ask for the same areas, and polygons never change: each is measured once.
  const known = new WeakMap<Polygons, Float64Array>();
  const ellipsoid = (p: Polygons, f: number): number => {
    if (declared.kind === 'gauss-kruger') return keptEllipsoidArea(p, f, plane);
    const areas = known.get(p) ?? new Float64Array(featureCount(p)).fill(Number.NaN);
    known.set(p, areas);
    if (Number.isNaN(areas[f])) areas[f] = onOtherPath(p, f);
    return areas[f]!;
  };
  return {
    ofFragments: ellipsoidAreaMeasure(declared.kind === 'gauss-kruger' ? plane : declared, plane),
    ellipsoid,
    plane: planeArea,
    total(p, features = Array(featureCount(p)).keys()) {
      let pieces = 0;
      let area = 0;
      let flat = 0;
      for (const f of features) {
        pieces++;
        area += ellipsoid(p, f);
        flat += planeArea(p, f);
      }
      return { pieces, area, planeArea: flat };
    },
  };
}

export const noPieces: PieceFigures = { pieces: 0, area: 0, planeArea: 0 };
