import type { Polygons } from '../polygons.ts';

/**
 * Thresholds of a coverage check; lengths in the coordinates' unit (metres), areas in its square. Defaults after the thresholds that
 * software for these databases uses (topological tolerance and vertex spacing 0.001 m, 碎面 400 m² at 1:10,000, 尖锐角 10°, 狭长面
 * 0.5 m) and rule T-01 (overlap larger than 0.01 m²).
 */
export interface CoverageOptions {
  /** Vertices and edges nearer than this should be one. Default 0.001. */
  readonly snap?: number;
  /** Overlaps and gaps up to this area are counted, not listed. Default 0.01. */
  readonly overlapArea?: number;
  readonly gapArea?: number;
  /** Interior angles below this are sharp, degrees. Default 10. */
  readonly sharpAngle?: number;
  /** Polygons smaller than this are tiny. Default 400. */
  readonly tinyArea?: number;
  /** Polygons of a mean width 2A/P below this are narrow. Default 0.5. */
  readonly narrowWidth?: number;
  /** How outer rings should run; holes run the other way. Default 'any'. */
  readonly outerRings?: 'clockwise' | 'counter-clockwise' | 'any';
  /** What the layer should cover exactly. Without it gaps are what the layer encloses. */
  readonly boundary?: Polygons;
  /**
   * Rings that their source did not close, by number. `PolygonsBuilder` closes every ring it takes, so only a reader can tell.
   */
  readonly openRings?: readonly number[];
}

export type Thresholds = Required<Omit<CoverageOptions, 'boundary' | 'openRings'>>;

export function thresholdsOf(options: CoverageOptions): Thresholds {
  return {
    snap: options.snap ?? 0.001,
    overlapArea: options.overlapArea ?? 0.01,
    gapArea: options.gapArea ?? 0.01,
    sharpAngle: options.sharpAngle ?? 10,
    tinyArea: options.tinyArea ?? 400,
    narrowWidth: options.narrowWidth ?? 0.5,
    outerRings: options.outerRings ?? 'any',
  };
}
