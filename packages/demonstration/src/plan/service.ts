import { featureCount, interiorPoint, planeArea, RoadNetwork } from '@tuheng/geometry';
import { dissolve } from '../mesh/dissolve.ts';
import { plannedUses, useIndex } from './planned-use.ts';
import { linesOf, roadsOf } from './roads.ts';
import { atParcel, type County, type PlanState, setParcel } from './state.ts';

/** A line whose service range is kept, and the service distance of the county's targets, metres. */
export const serviceDistances = { green: 500, yellow: 1000, purple: 1000 } as const;
export type ServingLine = keyof typeof serviceDistances;

/** Boundaries are entered at places this far apart, metres; ends of roads within 1 m are joined. */
const SPACING = 20;
const SNAP = 1;

const networks = new WeakMap<County, RoadNetwork>();

function networkOf(county: County): RoadNetwork {
  const known = networks.get(county) ?? RoadNetwork.of(linesOf(roadsOf(county)), SNAP);
  networks.set(county, known);
  return known;
}

/** Length of the way from places of the county to a line, along its roads, metres. */
export function wayTo(county: County, state: PlanState, line: ServingLine): (x: number, y: number) => number {
  const column = state[line];
  const { polygons } = dissolve(
    county.ground.mesh,
    Int32Array.from(column, (value) => (value > 0 ? 0 : -1)),
  );
  const reach = networkOf(county).reachOfPolygons(polygons, SPACING);
  return (x, y) => reach.lengthFrom(x, y);
}

/** Share of the planned homes of the central city within the service distance of a line, by ground, as the rules measure it. */
export function servedShare(county: County, state: PlanState, line: ServingLine): number {
  const { parcels } = county.survey;
  const homes = parcels.ofFace.map((p) =>
    p >= 0 && atParcel(county, state.cityUse, p) === useIndex('0701') ? p : -1,
  );
  const { polygons } = dissolve(county.ground.mesh, homes);
  const way = wayTo(county, state, line);
  let served = 0;
  let total = 0;
  for (let f = 0; f < featureCount(polygons); f++) {
    const area = planeArea(polygons, f);
    total += area;
    const [x, y] = interiorPoint(polygons, f)!;
    if (way(x, y) <= serviceDistances[line]) served += area;
  }
  return total > 0 ? served / total : 0;
}

/** Uses that may become homes: what is no street and serves no line. */
const convertible: ReadonlySet<number> = new Set(
  plannedUses.filter((use) => /^(08|09|10|11|16)/.test(use)).map((use) => useIndex(use)),
);

/**
 * In a county of few, large plots no home may lie within the service distance of a line: then the plot nearest to it is planned for homes, where
 * one lies near enough.
 */
export function settleNear(county: County, state: PlanState, line: ServingLine): void {
  if (servedShare(county, state, line) > 0) return;
  const { parcels } = county.survey;
  const plots = parcels.ofFace.map((p) =>
    p >= 0 && convertible.has(atParcel(county, state.cityUse, p)) ? p : -1,
  );
  const { polygons, start, faces } = dissolve(county.ground.mesh, plots);
  const way = wayTo(county, state, line);
  let nearest = serviceDistances[line] as number;
  let best = -1;
  for (let f = 0; f < featureCount(polygons); f++) {
    const p = parcels.ofFace[faces[start[f]!]!]!;
    const [x, y] = interiorPoint(polygons, f)!;
    const length = state[line][parcels.mainFace[p]!] === 0 ? way(x, y) : Infinity;
    if (length > nearest) continue;
    nearest = length;
    best = p;
  }
  if (best >= 0) setParcel(county, state.cityUse, best, useIndex('0701'));
}
