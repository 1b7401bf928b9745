import type { Polygons } from '@tuheng/geometry';
import { extentOf } from './coordinates/extent.ts';
import { type Crs, crsOf, zoneOf } from './crs.ts';

/** Longitude in whose zone a layer without shapes is thought to lie: any will do. */
const MIDDLE = 105;

/**
 * The Gauss–Krüger plane to work in: the declared one, or for a geographic CRS the 3° zone of the middle longitude.
 *
 * @throws RangeError where the longitudes are in none of the zones 25–45
 */
export function workingPlane(polygons: Polygons, declared: Crs): Crs {
  if (declared.kind === 'gauss-kruger') return declared;
  const { extent } = extentOf(polygons);
  const crs = crsOf(4488 + zoneOf(extent ? (extent.minX + extent.maxX) / 2 : MIDDLE));
  if (!crs) throw new RangeError('经度不在 2000 国家大地坐标系 3° 带（25–45 带）范围内');
  return crs;
}
