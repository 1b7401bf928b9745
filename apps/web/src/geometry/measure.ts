import { ellipsoidArea } from '@tuheng/geometry';
import geographiclib from 'geographiclib-geodesic';
import { planCrs, polygonsOf } from './placed-feature.ts';

/** CGCS2000 (GB 22021): semi-major axis in metres and flattening. */
const ellipsoid = new geographiclib.Geodesic.Geodesic(6378137, 1 / 298.257222101);

/** Longitude and latitude in degrees. */
export type LonLat = readonly [lon: number, lat: number];

export interface Measured {
  /** Geodesic length of each segment, metres; of an area also the one that closes it. */
  readonly segments: readonly number[];
  /** Their sum, metres. */
  readonly length: number;
  /** m²; undefined for a line. */
  readonly area: number | undefined;
}

/** Shortest way on the ellipsoid between two points, metres. */
export function geodesicDistance([lon, lat]: LonLat, [toLon, toLat]: LonLat): number {
  return ellipsoid.Inverse(lat, lon, toLat, toLon).s12 ?? 0;
}

/**
 * Measures a line or an area.
 *
 * @param epsg the coordinate system of the plan: areas follow the national formula on its path, as those of the database do
 */
export function measureShape(points: readonly LonLat[], isArea: boolean, epsg: number): Measured {
  const ends = isArea && points.length > 2 ? [...points, points[0]!] : points;
  const segments = ends.slice(1).map((to, i) => geodesicDistance(ends[i]!, to));
  return {
    segments,
    length: segments.reduce((sum, one) => sum + one, 0),
    area: isArea ? areaOf(points, epsg) : undefined,
  };
}

function areaOf(points: readonly LonLat[], epsg: number): number {
  if (points.length < 3) return 0;
  const crs = planCrs(epsg);
  const ring = [...points, points[0]!].map(([lon, lat]) => [lon, lat]);
  return ellipsoidArea(polygonsOf([{ geometry: { type: 'Polygon', coordinates: [ring] } }], crs), 0, crs);
}
