import { featureCount, interiorPoint, type Polygons, type Polylines, RoadNetwork } from '@tuheng/geometry';
import type { RuleContext } from '../../rule-context.ts';

/** 道路中心线. */
export const ROADS = 'DLZXX';
/** Ends of roads within this are joined, metres. */
const SNAP = 1;
/** Facilities are entered at places of their boundary this far apart, metres. */
const SPACING = 20;

/** Residential ground within the service distance of a line, and beyond it. Working plane. */
export interface Served {
  readonly served: Polygons;
  readonly unserved: Polygons;
  /** m², ellipsoid. */
  readonly area: number;
  readonly total: number;
}

const networks = new WeakMap<Polylines, RoadNetwork>();

/** The roads of both sides as a network; undefined where no layer of roads is given, or an empty one. */
export function roadsOf(context: RuleContext): RoadNetwork | undefined {
  const lines = context.sharedLines(ROADS);
  if (!lines || lines.xy.length === 0) return undefined;
  const known = networks.get(lines) ?? RoadNetwork.of(lines, SNAP);
  networks.set(lines, known);
  return known;
}

/** Residential ground by straight distance: exactly the ground within `distance` of the line. */
export function servedStraight(
  context: RuleContext,
  residential: Polygons,
  facilities: Polygons,
  distance: number,
): Served {
  const reach = context.overlay.buffer(facilities, distance);
  const served = context.overlay.intersect(residential, reach).polygons;
  const unserved = context.overlay.subtract(residential, reach).polygons;
  const { values } = context.overlay.shares(residential, reach, [context.measure.ofFragments]);
  return {
    ...{ served, unserved },
    area: values[0]!.reduce((sum, area) => sum + area, 0),
    total: context.measure.total(residential).area,
  };
}

/** Residential parcels by the way along roads from their interior point to the nearest place of the line. */
export function servedByRoads(
  context: RuleContext,
  residential: Polygons,
  facilities: Polygons,
  distance: number,
  roads: RoadNetwork,
): Served {
  const reach = roads.reachOfPolygons(facilities, SPACING);
  const near: number[] = [];
  const far: number[] = [];
  for (let f = 0; f < featureCount(residential); f++) {
    const point = interiorPoint(residential, f);
    (point && reach.lengthFrom(...point) <= distance ? near : far).push(f);
  }
  return {
    served: context.overlay.select(residential, near),
    unserved: context.overlay.select(residential, far),
    area: context.measure.total(residential, near).area,
    total: context.measure.total(residential).area,
  };
}
