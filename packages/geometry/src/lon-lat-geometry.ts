import type { Polygons } from './polygons.ts';
import type { Transform } from './reproject.ts';

/** GeoJSON of something with an area. */
export type ArealGeometry =
  | { readonly type: 'Polygon'; readonly coordinates: number[][][] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: number[][][][] };

/** 0.1 mm on the ground. */
const DECIMALS = 9;

/** Feature `f` as GeoJSON in longitude and latitude, rounded to `decimals`; rings as they are (closed). */
export function lonLatGeometry(
  p: Polygons,
  f: number,
  toLonLat: Transform,
  decimals = DECIMALS,
): ArealGeometry {
  const scale = 10 ** decimals;
  const out: [number, number] = [0, 0];
  const polygons: number[][][][] = [];
  for (let g = p.featureStart[f]!; g < p.featureStart[f + 1]!; g++) {
    const rings: number[][][] = [];
    for (let r = p.polygonStart[g]!; r < p.polygonStart[g + 1]!; r++) {
      const ring: number[][] = [];
      for (let v = p.ringStart[r]!; v < p.ringStart[r + 1]!; v++) {
        toLonLat(p.xy[2 * v]!, p.xy[2 * v + 1]!, out);
        ring.push([Math.round(out[0] * scale) / scale, Math.round(out[1] * scale) / scale]);
      }
      rings.push(ring);
    }
    polygons.push(rings);
  }
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons };
}
