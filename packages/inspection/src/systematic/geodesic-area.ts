import type { Polygons, Transform } from '@tuheng/geometry';
import geographiclib from 'geographiclib-geodesic';

/** CGCS2000 (GB 22021): semi-major axis in metres and flattening. */
const ellipsoid = new geographiclib.Geodesic.Geodesic(6378137, 1 / 298.257222101);

/**
 * Area of feature `f` on the ellipsoid of CGCS2000, m², its edges geodesics: what GIS programs call the geodesic area. Exact, some 2 µs
 * a vertex: for samples and for what is in doubt.
 *
 * @param toLonLat from the coordinates to longitude and latitude in degrees; none where they are
 */
export function geodesicArea(
  { xy, ringStart, polygonStart, featureStart }: Polygons,
  f: number,
  toLonLat?: Transform,
): number {
  const point: [number, number] = [0, 0];
  let area = 0;
  for (let p = featureStart[f]!; p < featureStart[f + 1]!; p++) {
    for (let r = polygonStart[p]!; r < polygonStart[p + 1]!; r++) {
      const ring = new geographiclib.PolygonArea.PolygonArea(ellipsoid, false);
      // The last vertex repeats the first.
      for (let v = ringStart[r]!; v < ringStart[r + 1]! - 1; v++) {
        point[0] = xy[2 * v]!;
        point[1] = xy[2 * v + 1]!;
        toLonLat?.(point[0], point[1], point);
        ring.AddPoint(point[1], point[0]);
      }
      const size = Math.abs(ring.Compute(false, true).area ?? 0);
      area += r === polygonStart[p] ? size : -size;
    }
  }
  return area;
}
