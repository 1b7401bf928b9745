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

const round4 = (value: number): number => Math.round(value * 1e4) / 1e4;
const round6 = (value: number): number => Math.round(value * 1e6) / 1e6;
const roundSeconds = (radians: number): number => round6(radians * RHO) / RHO;

type Strip = (x1: number, y1: number, x2: number, y2: number) => number;

/**
 * The signed trapezium between a directed fragment and a fixed meridian, m², by the rule for its coordinate system. Turning the
 * fragment turns the sign, to the bit: points inserted into a long edge are those of its canonical direction. The function
 * remembers where the last fragment ended, since the next one mostly starts there.
 */
export function ellipsoidStrips(projection: Projection): Strip {
  return projection.kind === 'geographic' ? geographicStrips(projection) : planeStrips(projection);
}

function geographicStrips(projection: Projection): Strip {
  const meridian = projection.centralMeridian;
  return (x1, y1, x2, y2) =>
    trapezium(y1 * DEGREE, (x1 - meridian) * DEGREE, y2 * DEGREE, (x2 - meridian) * DEGREE);
}

function planeStrips(projection: Projection): Strip {
  const meridian = roundSeconds(projection.centralMeridian * DEGREE);
  const point = new Float64Array(2);
  let lastEasting = Number.NaN;
  let lastNorthing = Number.NaN;
  let b = 0;
  let l = 0;
  const goTo = (easting: number, northing: number): void => {
    inverseGaussKruger(projection, northing, easting, point);
    b = roundSeconds(point[0]!);
    l = roundSeconds(point[1]!) - meridian;
    lastEasting = easting;
    lastNorthing = northing;
  };
  const stripTo = (easting: number, northing: number): number => {
    const b1 = b;
    const l1 = l;
    goTo(easting, northing);
    return trapezium(b1, l1, b, l);
  };
  const strip: Strip = (x1, y1, x2, y2) => {
    const fromE = round4(x1);
    const fromN = round4(y1);
    const toE = round4(x2);
    const toN = round4(y2);
    const de = toE - fromE;
    const dn = toN - fromN;
    const length = Math.sqrt(de * de + dn * dn);
    if (length > LONG_EDGE && (de < 0 || (de === 0 && dn < 0))) return -strip(x2, y2, x1, y1);
    if (fromE !== lastEasting || fromN !== lastNorthing) goTo(fromE, fromN);
    let sum = 0;
    if (length > LONG_EDGE) {
      const pieces = Math.trunc(length / LONG_EDGE) + 1;
      for (let k = 1; k < pieces; k++) {
        sum += stripTo(round6(fromE + (de * k) / pieces), round6(fromN + (dn * k) / pieces));
      }
    }
    return sum + stripTo(toE, toN);
  };
  return strip;
}

/** Ellipsoid area of the closed ring `[from, to)` in m², unsigned. */
export function ellipsoidRingArea(
  xy: Float64Array,
  from: number,
  to: number,
  projection: Projection,
): number {
  if (to - from < 4) return 0;
  const strip = stripsOf(projection);
  let sum = 0;
  for (let v = from + 1; v < to; v++) {
    sum += strip(xy[2 * v - 2]!, xy[2 * v - 1]!, xy[2 * v]!, xy[2 * v + 1]!);
  }
  return Math.abs(sum);
}

let lastProjection: Projection | undefined;
let lastStrips: Strip | undefined;

/** The strips of a projection, made once for the many rings of a layer. */
function stripsOf(projection: Projection): Strip {
  if (projection !== lastProjection || !lastStrips) {
    lastProjection = projection;
    lastStrips = ellipsoidStrips(projection);
  }
  return lastStrips;
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
