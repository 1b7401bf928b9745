/** What the area formula has to know of a coordinate system; the CRS records of packages/standard satisfy it. */
export interface Projection {
  readonly kind: 'geographic' | 'gauss-kruger';
  /** Degrees. */
  readonly centralMeridian: number;
  /** Metres, zone prefix included. */
  readonly falseEasting: number;
}

/** Square of the second eccentricity and polar radius of curvature (m) of CGCS2000. */
const E2_SECOND = 0.00673949677548;
const C_POLAR = 6399593.62586;
const K0 = 1.57048761144159e-7;
const K1 = 0.00505250178820567;
const K2 = 2.98472900956587e-5;
const K3 = 2.41626669230084e-7;
const K4 = 2.22241238938534e-9;

/**
 * Gauss–Krüger plane to geographic coordinates by the series that the national area rule prescribes (国土调查办发
 * 〔2008〕32号, standards.md §7.2). It agrees with PROJ's tmerc to 0.13 mm, so it is for areas; to exchange coordinates
 * use `reprojectPolygons`.
 *
 * @param northing X in metres
 * @param easting Y in metres, false easting included
 * @param out receives latitude and longitude in radians
 */
export function inverseGaussKruger(
  projection: Projection,
  northing: number,
  easting: number,
  out: Float64Array,
): void {
  const e = K0 * northing;
  const sinE = Math.sin(e);
  const s2 = sinE * sinE;
  const bf = e + Math.cos(e) * sinE * (K1 - s2 * (K2 - s2 * (K3 - s2 * K4)));
  const cosB = Math.cos(bf);
  const t = Math.tan(bf);
  const t2 = t * t;
  const eta2 = E2_SECOND * cosB * cosB;
  const v2 = 1 + eta2;
  const q = ((easting - projection.falseEasting) * Math.sqrt(v2)) / C_POLAR;
  const q2 = q * q;
  out[0] =
    bf -
    v2 *
      t *
      q2 *
      (1 / 2 - q2 * ((5 + 3 * t2 + eta2 - 9 * eta2 * t2) / 24 - (q2 * (61 + 90 * t2 + 45 * t2 * t2)) / 720));
  out[1] =
    (projection.centralMeridian * Math.PI) / 180 +
    (q / cosB) *
      (1 -
        q2 *
          ((1 + 2 * t2 + eta2) / 6 - (q2 * (5 + 28 * t2 + 24 * t2 * t2 + 6 * eta2 + 8 * eta2 * t2)) / 120));
}
