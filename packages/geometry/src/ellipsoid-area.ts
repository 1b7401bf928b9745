import { inverseGaussKruger, type Projection } from './gauss-kruger.ts';
import type { Polygons } from './polygons.ts';

/*
 * 图斑椭球面积: the area of the ellipsoidal trapezium between an edge and a fixed meridian, summed over a ring
 * (国土调查办发〔2008〕32号; formula, constants and rounding discipline in standards.md §7.1–7.3). Two ways to call it:
 * plane coordinates are rounded to 0.1 mm, edges longer than 70 m are densified, and latitude and longitude are rounded to
 * 1e-6″; geographic coordinates are taken as they are, undensified. The two differ by some 30 ppm on kilometre-long
 * edges, lawfully, which is why a database has one declared CRS and one path.
 */

const B_SEMI_MINOR = 6356752.31414036;
const TWO_B2 = 2 * B_SEMI_MINOR * B_SEMI_MINOR;
const E2 = 0.0066943800229;
const E4 = E2 * E2;
const E6 = E4 * E2;
const E8 = E4 * E4;
const A = 1 + (3 / 6) * E2 + (30 / 80) * E4 + (35 / 112) * E6 + (630 / 2304) * E8;
const B = (1 / 6) * E2 + (15 / 80) * E4 + (21 / 112) * E6 + (420 / 2304) * E8;
const C = (3 / 80) * E4 + (7 / 112) * E6 + (180 / 2304) * E8;
const D = (1 / 112) * E6 + (45 / 2304) * E8;
const E = (5 / 2304) * E8;

/** Seconds in a radian, exact: the printed 206264.8062471 is off by 8e-9″ at 132°, enough to turn a rounding. */
const RHO = (180 * 3600) / Math.PI;
const LONG_EDGE = 70;
const DEGREE = Math.PI / 180;

/** Signed trapezium of one edge; latitudes and longitudes in radians, longitudes relative to the ring's meridian. */
function trapezium(b1: number, l1: number, b2: number, l2: number): number {
  const half = (b2 - b1) / 2;
  const mean = (b1 + b2) / 2;
  // sin((2k+1)·half) and cos((2k+1)·mean) by the recurrence f(n+2) = 2cos(2x)·f(n) − f(n−2): two pairs of trigonometric
  // calls instead of ten, and the error stays at the last bit because the coefficients fall by 1e-3 a step.
  const s1 = Math.sin(half);
  const c1 = Math.cos(mean);
  const s2 = 2 - 4 * s1 * s1;
  const c2 = 4 * c1 * c1 - 2;
  const s3 = s2 * s1 + s1;
  const c3 = c2 * c1 - c1;
  const s5 = s2 * s3 - s1;
  const c5 = c2 * c3 - c1;
  const s7 = s2 * s5 - s3;
  const c7 = c2 * c5 - c3;
  const s9 = s2 * s7 - s5;
  const c9 = c2 * c7 - c5;
  return TWO_B2 * ((l1 + l2) / 2) * (A * s1 * c1 - B * s3 * c3 + C * s5 * c5 - D * s7 * c7 + E * s9 * c9);
}

function geographicRing(xy: Float64Array, from: number, to: number): number {
  const meridian = xy[2 * from]!;
  let sum = 0;
  let l1 = 0;
  let b1 = xy[2 * from + 1]! * DEGREE;
  for (let v = from + 1; v < to; v++) {
    const l2 = (xy[2 * v]! - meridian) * DEGREE;
    const b2 = xy[2 * v + 1]! * DEGREE;
    sum += trapezium(b1, l1, b2, l2);
    l1 = l2;
    b1 = b2;
  }
  return sum;
}

const round4 = (value: number): number => Math.round(value * 1e4) / 1e4;
const round6 = (value: number): number => Math.round(value * 1e6) / 1e6;
const roundSeconds = (radians: number): number => round6(radians * RHO) / RHO;

const point = new Float64Array(2);

function planeRing(xy: Float64Array, from: number, to: number, projection: Projection): number {
  let y1 = round4(xy[2 * from]!);
  let x1 = round4(xy[2 * from + 1]!);
  inverseGaussKruger(projection, x1, y1, point);
  const meridian = roundSeconds(point[1]!);
  let b1 = roundSeconds(point[0]!);
  let l1 = 0;
  let sum = 0;
  const edgeTo = (northing: number, easting: number): void => {
    inverseGaussKruger(projection, northing, easting, point);
    const b2 = roundSeconds(point[0]!);
    const l2 = roundSeconds(point[1]!) - meridian;
    sum += trapezium(b1, l1, b2, l2);
    b1 = b2;
    l1 = l2;
  };
  for (let v = from + 1; v < to; v++) {
    const y2 = round4(xy[2 * v]!);
    const x2 = round4(xy[2 * v + 1]!);
    const dx = x2 - x1;
    const dy = y2 - y1;
    const length = Math.sqrt(dx * dx + dy * dy);
    if (length > LONG_EDGE) {
      const inserted = Math.trunc(length / LONG_EDGE);
      for (let k = 1; k <= inserted; k++) {
        edgeTo(round6(x1 + (dx * k) / (inserted + 1)), round6(y1 + (dy * k) / (inserted + 1)));
      }
    }
    edgeTo(x2, y2);
    x1 = x2;
    y1 = y2;
  }
  return sum;
}

/** Ellipsoid area of the closed ring `[from, to)` in m², unsigned. */
export function ellipsoidRingArea(
  xy: Float64Array,
  from: number,
  to: number,
  projection: Projection,
): number {
  if (to - from < 4) return 0;
  return Math.abs(
    projection.kind === 'geographic' ? geographicRing(xy, from, to) : planeRing(xy, from, to, projection),
  );
}

/**
 * National ellipsoid area of feature `f` in m² (not rounded): over its polygons |outer ring| − Σ |holes|.
 *
 * @param projection how `p.xy` is to be read: degrees (longitude, latitude) or metres (easting, northing)
 */
export function ellipsoidArea(p: Polygons, f: number, projection: Projection): number {
  let area = 0;
  for (let g = p.featureStart[f]!; g < p.featureStart[f + 1]!; g++) {
    for (let r = p.polygonStart[g]!; r < p.polygonStart[g + 1]!; r++) {
      const ring = ellipsoidRingArea(p.xy, p.ringStart[r]!, p.ringStart[r + 1]!, projection);
      area += r === p.polygonStart[g] ? ring : -ring;
    }
  }
  return area;
}
