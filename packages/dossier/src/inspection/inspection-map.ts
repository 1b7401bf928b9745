import type { Polygons } from '@tuheng/geometry';
import type { Crs } from '@tuheng/standard';

/** What the report of an inspection draws under the findings, in the plane (Gauss–Krüger metres). */
export interface InspectionMap {
  readonly crs: Crs;
  readonly layers: readonly GroundLayer[];
  /** Other layers with findings: not drawn, but for their borders beside a fault. */
  readonly details?: readonly GroundLayer[];
}

/** A delivered layer. Feature `f` is row `f + 1` of the findings. */
export interface GroundLayer {
  readonly code: string;
  readonly title: string;
  readonly polygons: Polygons;
  /** Land-use class of 2023 by which each feature is coloured; a layer without classes is drawn as lines. */
  readonly classes?: readonly (string | null)[];
}
