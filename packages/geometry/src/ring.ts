import type { Polygons } from './polygons.ts';

/**
 * Signed plane area of the closed ring `xy[2·from .. 2·to)` in the coordinates' unit squared; positive when the ring
 * runs counter-clockwise. Coordinates are taken relative to the first vertex, so eastings of 44,500,000 m cost no digits.
 */
export function signedRingArea(xy: Float64Array, from: number, to: number): number {
  const x0 = xy[2 * from]!;
  const y0 = xy[2 * from + 1]!;
  let sum = 0;
  let px = 0;
  let py = 0;
  for (let v = from + 1; v < to; v++) {
    const x = xy[2 * v]! - x0;
    const y = xy[2 * v + 1]! - y0;
    sum += px * y - x * py;
    px = x;
    py = y;
  }
  return sum / 2;
}

/** Length of the closed ring in the coordinates' unit. */
export function ringLength(xy: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let v = from + 1; v < to; v++) {
    sum += Math.hypot(xy[2 * v]! - xy[2 * v - 2]!, xy[2 * v + 1]! - xy[2 * v - 1]!);
  }
  return sum;
}

/** Plane area of feature `f`: over its polygons |outer ring| − Σ |holes|. */
export function planeArea(p: Polygons, f: number): number {
  let area = 0;
  for (let g = p.featureStart[f]!; g < p.featureStart[f + 1]!; g++) {
    for (let r = p.polygonStart[g]!; r < p.polygonStart[g + 1]!; r++) {
      const ring = Math.abs(signedRingArea(p.xy, p.ringStart[r]!, p.ringStart[r + 1]!));
      area += r === p.polygonStart[g] ? ring : -ring;
    }
  }
  return area;
}

/** Length of all rings of feature `f`, holes included. */
export function perimeter(p: Polygons, f: number): number {
  let length = 0;
  const firstRing = p.polygonStart[p.featureStart[f]!]!;
  const lastRing = p.polygonStart[p.featureStart[f + 1]!]!;
  for (let r = firstRing; r < lastRing; r++) length += ringLength(p.xy, p.ringStart[r]!, p.ringStart[r + 1]!);
  return length;
}

/**
 * Mean width 2A/P of feature `f` in the coordinates' unit: the sliver measure of QGIS-style geometry checks. 0 for a
 * feature without boundary.
 */
export function meanWidth(p: Polygons, f: number): number {
  const length = perimeter(p, f);
  return length === 0 ? 0 : (2 * planeArea(p, f)) / length;
}
