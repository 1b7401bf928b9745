import { signedRingArea } from '@tuheng/geometry';
import type { InspectedLayer } from './inspected-layer.ts';

/**
 * How the outer rings of a layer should run. Esri's formats want them clockwise (a ring the other way is a hole), GeoJSON counter-clockwise
 * (RFC 7946). A GeoPackage may hold either, but a layer's rings should run alike: the way most of them do.
 */
export function outerRingsOf({ database, polygons }: InspectedLayer): 'clockwise' | 'counter-clockwise' {
  if (database.format === 'FileGDB' || database.format === 'Shapefile') return 'clockwise';
  if (database.format === 'GeoJSON') return 'counter-clockwise';
  let counterClockwise = 0;
  const count = polygons.polygonStart.length - 1;
  for (let p = 0; p < count; p++) {
    const ring = polygons.polygonStart[p]!;
    counterClockwise += Number(
      signedRingArea(polygons.xy, polygons.ringStart[ring]!, polygons.ringStart[ring + 1]!) > 0,
    );
  }
  return 2 * counterClockwise > count ? 'counter-clockwise' : 'clockwise';
}
