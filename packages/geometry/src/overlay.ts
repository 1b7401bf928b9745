import type { MeasureSpec } from './fragments/fragment-measure.ts';
import type { PairRows } from './fragments/merge-sums.ts';
import type { Polygons } from './polygons.ts';

/** `Pieces.right` where a piece has no partner (the result of a subtraction). */
export const NO_PARTNER = -1;

/**
 * Single-part polygons cut out of one or two layers. Piece `k` is feature `k` of `polygons`; it was cut from feature
 * `left[k]` of the first layer and feature `right[k]` of the second (`NO_PARTNER` where there is none). Ordered by left,
 * then right, then position.
 */
export interface Pieces {
  readonly polygons: Polygons;
  readonly left: Uint32Array;
  readonly right: Int32Array;
}

/** What `repair` did: `polygons` is the input itself when nothing was repaired. */
export interface Repair {
  readonly polygons: Polygons;
  /** Features that were invalid, ascending, with the plane area before and after. */
  readonly repaired: readonly { readonly feature: number; readonly before: number; readonly after: number }[];
}

/**
 * Overlay of polygon layers in one plane. All functions take and give flat arrays, never change their input, and need
 * valid polygons except `repair`, which makes them so. Results are rounded to the grid (coordinate unit; metres here).
 *
 * Errors: `OverlayError` with the features concerned; nothing is ever silently empty.
 */
export interface Overlay {
  /**
   * Makes every feature valid by the even-odd rule: a point is inside where a ray from it crosses the linework an odd
   * number of times (a bow-tie becomes two triangles, a ring drawn twice vanishes). Valid features stay as they are.
   */
  repair(layer: Polygons): Repair;
  /**
   * The features at `features` as a layer of their own, in that order. As `selectFeatures`, but what the overlay knows of the layer (that
   * `repair` made it sound) it knows of these: few features of a large layer are overlaid without being looked at again.
   */
  select(layer: Polygons, features: ArrayLike<number>): Polygons;
  /**
   * Every area that a feature of `a` shares with a feature of `b`, as single-part pieces.
   *
   * @param wanted which pairs are asked for, where not all are: the others are not built
   */
  intersect(a: Polygons, b: Polygons, wanted?: (left: number, right: number) => boolean): Pieces;
  /**
   * What the features of `a` and `b` share, in numbers: one row a pair with ground in common, ordered by left, then right, without
   * building a polygon.
   */
  shares(a: Polygons, b: Polygons, measures: readonly MeasureSpec[]): PairRows;
  /** What remains of each feature of `a` outside all features of `b`, as single-part pieces. */
  subtract(a: Polygons, b: Polygons): Pieces;
  /** The covered area as patches: one feature per connected single-part polygon, no two overlapping or sharing an edge. */
  dissolve(layer: Polygons): Polygons;
  /**
   * Groups of features that can be reached from each other over gaps of at most `distance`. Returns a group number per
   * feature, numbered from 0 in order of first appearance.
   */
  clusters(layer: Polygons, distance: number): Uint32Array;
  /**
   * The ground within `distance` of the layer as dissolved patches, the layer itself included: one feature per connected single-part
   * polygon. Arcs are drawn with 16 segments a quarter circle: the outline lies inside the true one by at most 0.12% of the distance
   * (1 − cos(90°/32)), and outside it by at most 1% where it bridges a shallow dent of the layer.
   *
   * @param distance coordinate unit, ≥ 0; 0 gives the layer dissolved
   * @throws RangeError for a distance that is negative or no number
   */
  buffer(layer: Polygons, distance: number): Polygons;
}

/** An overlay that could not be carried out. */
export class OverlayError extends Error {
  readonly code = 'geometry.overlay-failed';

  constructor(operation: string, features: readonly number[], cause?: unknown) {
    super(
      `图形叠加（${operation}）失败，涉及第 ${features
        .slice(0, 5)
        .map((f) => f + 1)
        .join('、')} 个要素。请先检查并修复这些图形后再试。`,
      { cause },
    );
    this.name = 'OverlayError';
  }
}
