import type { InspectedLayer } from '../inspected-layer.ts';

/** Radius of the earth, m, near enough. */
const RADIUS = 6_371_000;
/** More than the tangent of any latitude of China (53.6°), and a fifth for good measure. */
const TANGENT = 1.36 * 1.2;

/**
 * More than the area, m², that may lie between the edges of feature `f` as straight lines in longitude and latitude and as geodesics: an
 * edge of length L and the geodesic between its ends enclose up to L³ · tan φ / 12R. In a Gauss–Krüger plane geodesics are all but
 * straight (a hundredth of that), and this bound still holds.
 */
export function chordSlack(layer: InspectedLayer, f: number): number {
  const { xy, ringStart, polygonStart, featureStart } = layer.polygons;
  let cubes = 0;
  for (let r = polygonStart[featureStart[f]!]!; r < polygonStart[featureStart[f + 1]!]!; r++) {
    for (let v = ringStart[r]! + 1; v < ringStart[r + 1]!; v++) {
      const dx = xy[2 * v]! - xy[2 * v - 2]!;
      const dy = xy[2 * v + 1]! - xy[2 * v - 1]!;
      const squared = dx * dx + dy * dy;
      cubes += squared * Math.sqrt(squared);
    }
  }
  return (cubes * TANGENT) / (12 * RADIUS);
}
