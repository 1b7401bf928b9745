import { inverseGaussKruger, type Projection } from '@tuheng/geometry';

/** Beyond, Mercator's ordinate runs away; tiles end at 85.06° anyway. Degrees. */
const LAST_LATITUDE = 89.9;

const DEGREE = Math.PI / 180;

/**
 * From a coordinate system of CGCS2000 to the square that tile 0/0/0 covers: x and y from 0 to 1, y downwards.
 *
 * Web Mercator takes latitudes of WGS 84 as they are. Those of CGCS2000 are taken for them: the ellipsoids differ by 0.1 mm and the frames
 * by less than a decimetre or two of plate motion, which no map of the web corrects. Gauss–Krüger coordinates go through the series of the
 * area rule, 0.13 mm from PROJ and a tenth of its time.
 */
export function toMercator(from: Projection): (x: number, y: number, out: [number, number]) => void {
  if (from.kind === 'geographic') {
    return (longitude, latitude, out) => project(longitude * DEGREE, latitude * DEGREE, out);
  }
  const radians = new Float64Array(2);
  return (easting, northing, out) => {
    inverseGaussKruger(from, northing, easting, radians);
    project(radians[1]!, radians[0]!, out);
  };
}

function project(longitude: number, latitude: number, out: [number, number]): void {
  const last = LAST_LATITUDE * DEGREE;
  const sine = Math.sin(Math.max(-last, Math.min(last, latitude)));
  out[0] = longitude / (2 * Math.PI) + 0.5;
  out[1] = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}
