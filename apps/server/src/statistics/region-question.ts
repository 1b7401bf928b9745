import type { Polygons } from '@tuheng/geometry';
import type { Crs } from '@tuheng/standard';

/** Shapes in groups: which one each feature belongs to, and how many there are. */
export interface GroupedShapes {
  readonly polygons: Polygons;
  readonly crs: Crs;
  /** By feature. */
  readonly groupOf: Uint32Array;
  readonly groups: number;
}

/** How much ground of each class lies in each region. Plain data: it goes to a thread. */
export interface RegionQuestion {
  readonly layer: GroupedShapes;
  readonly regions: GroupedShapes;
}

/** m² by the national ellipsoid formula, not rounded. */
export interface RegionFigures {
  /** By region, then by class. */
  readonly areas: readonly Float64Array[];
  /** Features that have ground there; one on a border counts on both sides. */
  readonly features: readonly Uint32Array[];
  /** Ground in no region, by class. */
  readonly outside: Float64Array;
}
