import type { GeoJSONStoreFeatures } from 'terra-draw';

export type DrawnPoint = readonly [lon: number, lat: number];

/** The points of a shape being drawn (none, when there is none yet), the one that follows the pointer with them. */
export const pointsOf = (shape: GeoJSONStoreFeatures | undefined): DrawnPoint[] => distinct(cornersOf(shape));

/**
 * The points that were set, without the one that follows the pointer. A line carries that one from its first click on, always as its last
 * (until the pointer moves, and after a point was taken back, it repeats the one before); a polygon says how many were set.
 */
export function setPoints(shape: GeoJSONStoreFeatures | undefined): DrawnPoint[] {
  const corners = cornersOf(shape);
  const { committedCoordinateCount: count } = shape?.properties ?? {};
  return distinct(corners.slice(0, typeof count === 'number' ? count : -1));
}

function cornersOf(shape: GeoJSONStoreFeatures | undefined): readonly (readonly number[])[] {
  const geometry = shape?.geometry;
  if (geometry?.type === 'LineString') return geometry.coordinates;
  if (geometry?.type === 'Polygon') return geometry.coordinates[0]!.slice(0, -1);
  return [];
}

/** Points without those that repeat the one before: a double click sets two. */
function distinct(points: readonly (readonly number[])[]): DrawnPoint[] {
  return points
    .filter((point, i) => i === 0 || point[0] !== points[i - 1]![0] || point[1] !== points[i - 1]![1])
    .map(([lon, lat]) => [lon!, lat!]);
}
