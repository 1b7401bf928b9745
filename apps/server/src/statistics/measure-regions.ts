import {
  ellipsoidArea,
  ellipsoidAreaMeasure,
  mapCoordinates,
  type Overlay,
  type Polygons,
  planeArea,
  planeAreaMeasure,
  reprojectPolygons,
  selectFeatures,
  transformBetween,
} from '@tuheng/geometry';
import { type Crs, defaultTolerance, workingPlane } from '@tuheng/standard';
import type { RegionFigures, RegionQuestion } from './region-question.ts';

/**
 * Ground of each class in each region, by an exact overlay. Features that cross themselves are measured by the ground they cover (even-odd). Regions
 * are taken as not overlapping: ground in two of them counts in both.
 */
export function measureRegions({ layer, regions }: RegionQuestion, overlay: Overlay): RegionFigures {
  const plane = workingPlane(layer.polygons, layer.crs);
  const own = overlay.repair(reprojectPolygons(layer.polygons, layer.crs, plane)).polygons;
  const theirs = overlay.repair(reprojectPolygons(regions.polygons, regions.crs, plane)).polygons;
  const {
    left,
    right,
    values: [ground, flat],
  } = overlay.shares(own, theirs, [ellipsoidAreaMeasure(layer.crs, plane), planeAreaMeasure]);
  const areas = Array.from({ length: regions.groups }, () => new Float64Array(layer.groups));
  const features = Array.from({ length: regions.groups }, () => new Uint32Array(layer.groups));
  const within = new Float64Array(layer.groupOf.length);
  const flatWithin = new Float64Array(layer.groupOf.length);
  const counted = new Set<number>();
  for (let k = 0; k < left.length; k++) {
    const [f, region] = [left[k]!, regions.groupOf[right[k]!]!];
    areas[region]![layer.groupOf[f]!]! += ground![k]!;
    within[f]! += ground![k]!;
    flatWithin[f]! += flat![k]!;
    // A region may be several features.
    const pair = f * regions.groups + region;
    if (flat![k]! <= defaultTolerance.overlapArea || counted.has(pair)) continue;
    counted.add(pair);
    features[region]![layer.groupOf[f]!]!++;
  }
  const outside = new Float64Array(layer.groups);
  for (let f = 0; f < within.length; f++) {
    // In the plane sums are exact; on the ellipsoid each point is rounded, which would look like ground outside.
    if (planeArea(own, f) - flatWithin[f]! <= defaultTolerance.overlapArea) continue;
    outside[layer.groupOf[f]!]! += groundOf(own, f, plane, layer.crs) - within[f]!;
  }
  return { areas, features, outside };
}

/** m² of a feature in the working plane, on the path that its layer's coordinate system prescribes. */
function groundOf(polygons: Polygons, f: number, plane: Crs, declared: Crs): number {
  if (declared.kind === 'gauss-kruger') return ellipsoidArea(polygons, f, plane);
  const toDeclared = transformBetween(plane, declared);
  return ellipsoidArea(mapCoordinates(selectFeatures(polygons, [f]), toDeclared), 0, declared);
}
