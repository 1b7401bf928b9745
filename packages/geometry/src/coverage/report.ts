/**
 * What a coverage check found: flat, serialisable, in the order of features, then place. Coordinates and lengths are in the
 * coordinates' unit (metres), areas in its square. Features, and rings where they are named, are counted from 0 in the layer given.
 */
export interface CoverageReport {
  /** Ground that two features both claim, one entry a connected piece and pair. Of more than nine of the same shape only the first is paired. */
  readonly overlaps: readonly CoveragePiece[];
  /** Ground inside the layer (or the given boundary) that no feature claims, one entry a connected piece. */
  readonly gaps: readonly CoveragePiece[];
  /** Where a boundary was given: connected parts of the layer beyond it. Their features are those with an edge on its border. */
  readonly beyondBoundary: readonly CoveragePiece[];
  readonly tJunctions: readonly TJunction[];
  readonly nearVertices: readonly NearVertices[];
  /** Features of the same shape, each group ascending. */
  readonly duplicates: readonly (readonly number[])[];
  readonly selfIntersections: readonly SelfContact[];
  /** Features whose boundary crosses itself in more places than could be told: one of them is listed, and they take no part in the rest. */
  readonly tangled: readonly number[];
  readonly selfTouches: readonly SelfContact[];
  readonly repeatedPoints: readonly RingSegment[];
  readonly spikes: readonly RingCorner[];
  readonly sharpAngles: readonly RingCorner[];
  readonly tiny: readonly SmallPolygon[];
  readonly narrow: readonly SmallPolygon[];
  readonly wrongOrientation: readonly RingPlace[];
  readonly openRings: readonly RingPlace[];
  /** Pieces that are no larger than the tolerance: noise, but counted. */
  readonly belowTolerance: { readonly overlaps: Noise; readonly gaps: Noise; readonly beyondBoundary: Noise };
  readonly edges: {
    readonly total: number;
    /** Edges that stand exactly once in each direction. */
    readonly matched: number;
  };
}

export interface Noise {
  readonly pieces: number;
  readonly area: number;
}

/** A connected faulty piece of ground. */
export interface CoveragePiece {
  /** The pair that overlaps, or the features around a gap; ascending. */
  readonly features: readonly number[];
  /** Closed rings `x, y, x, y, …`: the outer one counter-clockwise, then holes clockwise. */
  readonly rings: readonly (readonly number[])[];
  readonly area: number;
  /** Diameter of the largest circle inside; precision as told by `greatestWidth`. */
  readonly width: number;
}

/** A vertex of one feature on the edge of another that has no vertex there. */
export interface TJunction {
  readonly x: number;
  readonly y: number;
  /** Features whose vertex it is, ascending. */
  readonly features: readonly number[];
  /** The feature that lacks the vertex, with the edge: x, y of its ends. */
  readonly edgeFeature: number;
  readonly ring: number;
  readonly edge: readonly [number, number, number, number];
  /** 0 where the vertex lies exactly on the edge. */
  readonly distance: number;
}

/** Two vertices of different features that are nearly one: `segment` runs from one to the other. */
export interface NearVertices {
  readonly features: readonly number[];
  readonly others: readonly number[];
  readonly segment: readonly [number, number, number, number];
  readonly distance: number;
}

export interface RingPlace {
  readonly feature: number;
  readonly ring: number;
  /** First vertex of the ring. */
  readonly x: number;
  readonly y: number;
}

/** A vertex of a ring with the angle between its two edges, in degrees. */
export interface RingCorner extends RingPlace {
  readonly angle: number;
}

export interface RingSegment {
  readonly feature: number;
  readonly ring: number;
  readonly segment: readonly [number, number, number, number];
}

/** Where a feature's boundary meets itself; `segment` is a point twice where it does so at a point. */
export interface SelfContact {
  readonly feature: number;
  /** The two rings that meet, possibly the same. */
  readonly rings: readonly [number, number];
  readonly segment: readonly [number, number, number, number];
}

/** One polygon (part) of a feature: number `polygon` of the layer, `ring` is its outer ring. */
export interface SmallPolygon extends RingPlace {
  readonly polygon: number;
  readonly area: number;
  /** Mean width 2A/P. */
  readonly meanWidth: number;
}
