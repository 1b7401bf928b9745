import { featureCount } from '@tuheng/geometry';
import { dissolve } from '../mesh/dissolve.ts';
import {
  FILED_POINTS,
  POCKET_PARK,
  parcelsWhere,
  pockets,
  pointFacility,
  usedAs,
} from '../plan/city-lines.ts';
import { type PlannedUse, useIndex } from '../plan/planned-use.ts';
import { type ServingLine, servedShare, serviceDistances, wayTo } from '../plan/service.ts';
import { atParcel, type County, type PlanState, setParcel } from '../plan/state.ts';
import { useZone } from '../plan/zones.ts';

/** How much better served homes are to be than before, as a share of them: new homes come before new works and greens. */
const BETTER = 0.004;
/** Most plots that a line takes in, and as a share of its patches on file: its layout stays. */
const MOST = 6;
const MOST_SHARE = 0.4;

/** Gives a parcel of the central city a planned use, and the zone that goes with it. */
export function giveUse(county: County, state: PlanState, p: number, use: PlannedUse): void {
  setParcel(county, state.cityUse, p, useIndex(use));
  if (atParcel(county, state.boundary, p) !== 410) return;
  const zone = useZone(county, state, p) || 417;
  setParcel(county, state.landZone, p, zone);
  setParcel(county, state.cityZone, p, zone);
}

/**
 * 绿线 takes in pocket parks and 黄线 small works as long as they bring homes within reach, both at least one; new homes that stay out of
 * reach become shops where homes would be served worse than on file. 紫线 gains the historic buildings; 蓝线 stays.
 */
export function tidyLines(
  county: County,
  filed: PlanState,
  state: PlanState,
  mark: (p: number) => void,
): void {
  const { ofFace } = county.survey.parcels;
  const free = pockets(county, filed)
    .slice(FILED_POINTS)
    .map(({ face }) => face);
  const add = (line: 'green' | 'yellow', value: (k: number) => number): void => {
    const wanted = servedShare(county, filed, line) + BETTER;
    const outside = free.filter((face) => state[line][face] === 0);
    const most = Math.min(MOST, Math.max(1, Math.floor(MOST_SHARE * patchesOf(county, filed[line]))));
    for (let k = 0; k < most && outside.length > 0; k++) {
      const before = servedShare(county, state, line);
      const { face, share } = bestOf(county, state, line, outside, wanted);
      if (k > 0 && share <= before) break;
      outside.splice(outside.indexOf(face), 1);
      free.splice(free.indexOf(face), 1);
      state[line][face] = value(k);
      mark(ofFace[face]!);
      if (share >= wanted) break;
    }
  };
  add('green', () => POCKET_PARK);
  add('yellow', (k) => pointFacility(FILED_POINTS + k));
  const historic = county.plots.filter(({ kind }) => kind === 'historic');
  for (const [k, { face }] of historic.entries()) {
    state.purple[face] = k + 1;
    mark(ofFace[face]!);
  }
  for (const line of ['green', 'yellow', 'purple'] as const) moveHomes(county, filed, state, line);
}

function patchesOf(county: County, column: Uint16Array): number {
  const key = Int32Array.from(column, (value) => (value > 0 ? 0 : -1));
  return featureCount(dissolve(county.ground.mesh, key).polygons);
}

/** The first plot with which a line serves enough homes, or else the one with which it serves most. */
function bestOf(
  county: County,
  state: PlanState,
  line: ServingLine,
  faces: readonly number[],
  wanted: number,
): { readonly face: number; readonly share: number } {
  let best = { face: faces[0]!, share: -1 };
  for (const face of faces) {
    state[line][face] = 1;
    const share = servedShare(county, state, line);
    state[line][face] = 0;
    if (share > best.share) best = { face, share };
    if (share >= wanted) break;
  }
  return best;
}

/** New homes beyond the service distance of a line become shops until its share of homes is what it was on file, and a little more. */
function moveHomes(county: County, filed: PlanState, state: PlanState, line: ServingLine): void {
  const { x, y } = county.survey.parcels;
  const wanted = servedShare(county, filed, line) + BETTER / 2;
  const way = wayTo(county, state, line);
  const far = parcelsWhere(
    county,
    (p) =>
      usedAs(county, state, p, '0701') &&
      usedAs(county, filed, p, '16') &&
      way(x[p]!, y[p]!) > serviceDistances[line],
  );
  for (const p of far) {
    if (servedShare(county, state, line) >= wanted) break;
    giveUse(county, state, p, '0901');
  }
}
