import {
  featureCount,
  type Overlay,
  type Pieces,
  type Polygons,
  PolygonsBuilder,
  perimeter,
  planeArea,
  planeAreaMeasure,
} from '@tuheng/geometry';
import type { Tolerance } from '@tuheng/standard';

/**
 * What pieces of a site leave of it. Where their areas add up to the site's and no two share ground, nothing is left, and nothing has to be
 * built: that is what a coverage (survey, zones) does nearly always. Adding up alone would not do: a parcel out of place overlaps one
 * neighbour by as much as it leaves open at the other.
 */
export function groundLeft(
  site: Polygons,
  { polygons }: Pieces,
  overlay: Overlay,
  tolerance: Tolerance,
): Polygons {
  if (featureCount(polygons) === 0) return site;
  const open = sum(site, planeArea) - sum(polygons, planeArea);
  // Rounding to the grid moves a boundary by less than a cell, and the site's own as well as those of the pieces.
  const slack = tolerance.grid * (sum(site, perimeter) + sum(polygons, perimeter));
  if (Math.abs(open) <= slack && !overlapsItself(polygons, overlay, slack)) return nothing;
  return overlay.subtract(site, polygons).polygons;
}

function overlapsItself(polygons: Polygons, overlay: Overlay, slack: number): boolean {
  if (featureCount(polygons) === 1) return false;
  const { left, right, values } = overlay.shares(polygons, polygons, [planeAreaMeasure]);
  return left.some((f, k) => f < right[k]! && values[0]![k]! > slack);
}

const nothing = new PolygonsBuilder().build();

function sum(polygons: Polygons, of: (p: Polygons, f: number) => number): number {
  let total = 0;
  for (let f = 0; f < featureCount(polygons); f++) total += of(polygons, f);
  return total;
}
