import { edgeFields, mayLeave } from '../plan/boundary.ts';
import { setCountyUse } from '../plan/county-use.ts';
import type { Filed } from '../plan/filed.ts';
import { nearParcels } from '../plan/near-parcels.ts';
import { useIndex, useOf } from '../plan/planned-use.ts';
import { ADDITION, atParcel, type County, type PlanState, setParcel } from '../plan/state.ts';
import { lineZone, useZone } from '../plan/zones.ts';
import { chance } from '../random.ts';
import { touching } from '../survey/parcels.ts';
import { codeOf } from '../survey/survey.ts';
import { isCultivatedIndex } from '../survey/survey-codes.ts';
import { maintainProjects } from './maintain-projects.ts';
import { giveUse, tidyLines } from './tidy-lines.ts';

/** The plan after a lawful maintenance, and what it used, so that faults keep away from it. */
export interface Maintained {
  readonly state: PlanState;
  /** Parcels that changed or lie beside a change. */
  readonly touched: Set<number>;
  /** Parcels that left the boundary. */
  readonly givenUp: readonly number[];
  /** Protected parcels that were released. */
  readonly released: readonly number[];
}

/** The boundary gives up at least this much more than it takes in, m². */
const BOUNDARY_ROOM = 9e4;
/** The protected farmland grows by at least this, as a share of what is taken out. */
const FARMLAND_GAIN = 1.15;
const RELEASED_FARMLAND = 6;
/** Size of a mine, m². */
const MINE = 30e4;

/**
 * Carries out the scheme's maintenance on a copy of the filed plan: streets and a gap join the boundary, fields at its edge leave
 * it; stray protected parcels are exchanged for notches in large patches; the red line is extended with a document; zones
 * and land use follow, a mine gets its zone, reserved land gets its use, green and yellow lines take in small plots, seven historic buildings are added.
 */
export function maintain(county: County, filed: Filed): Maintained {
  const state = filed.state.copy();
  const touched = new Set<number>();
  const mark = (p: number): void => {
    touched.add(p);
    for (const q of touching(county.ground, county.survey.parcels, p)) touched.add(q);
  };
  const givenUp = tidyBoundary(county, filed, state, mark);
  const released = exchangeFarmland(county, filed, state, mark);
  for (const p of filed.missingCultivated.slice(0, 3)) {
    setParcel(county, state.cultivated, p, 1);
    mark(p);
  }
  extendRedLine(county, state, mark);
  followLines(county, filed.state, state);
  developMinerals(county, state, mark);
  useReservedLand(county, state, mark);
  tidyLines(county, filed.state, state, mark);
  setCountyUse(county, state);
  maintainProjects(county, state, filed.projectPlaces);
  // Faults are to leave the projects' ground as it is.
  for (const { parcel } of state.projects) touched.add(parcel);
  return { state, touched, givenUp, released };
}

function tidyBoundary(county: County, filed: Filed, state: PlanState, mark: (p: number) => void): number[] {
  const { parcels, openings } = county.survey;
  let taken = 0;
  // One street stays out: nobody closes everything at once.
  const streets = filed.cutStreets.slice(0, Math.max(1, filed.cutStreets.length - 1)).flat();
  for (const p of [...streets, ...openings.gap]) {
    setParcel(county, state.boundary, p, 410);
    taken += parcels.area[p]!;
    mark(p);
  }
  let given = 0;
  const givenUp: number[] = [];
  for (const p of edgeFields(county, state)) {
    if (given > taken + BOUNDARY_ROOM) break;
    if (!mayLeave(county, state, p)) continue;
    given += parcels.area[p]!;
    givenUp.push(p);
    setParcel(county, state.boundary, p, 0);
    if (isCultivatedIndex(county.survey.code[p]!)) setParcel(county, state.cultivated, p, 1);
    mark(p);
  }
  return givenUp;
}

function exchangeFarmland(
  county: County,
  filed: Filed,
  state: PlanState,
  mark: (p: number) => void,
): number[] {
  const { survey } = county;
  const { parcels } = survey;
  const { isolated, outsideZone, notches } = filed.farmland;
  const room = notches.reduce((sum, p) => sum + parcels.area[p]!, 0) / FARMLAND_GAIN;
  // Of those that can be spared, the poorest soils.
  const candidates = isolated
    .filter((p) => !outsideZone.includes(p))
    .sort((a, b) => survey.grade[b]! - survey.grade[a]! || parcels.area[a]! - parcels.area[b]! || a - b);
  let area = 0;
  const released: number[] = [];
  for (const p of candidates) {
    if (released.length === RELEASED_FARMLAND) break;
    if (area + parcels.area[p]! > room) continue;
    area += parcels.area[p]!;
    released.push(p);
    setParcel(county, state.farmland, p, 0);
    mark(p);
  }
  for (const p of notches) {
    setParcel(county, state.farmland, p, 1);
    mark(p);
  }
  return released;
}

/** The smallest piece of wood or marsh next to a reserve becomes part of it. */
function extendRedLine(county: County, state: PlanState, mark: (p: number) => void): void {
  const { ground, survey } = county;
  const { parcels } = survey;
  let best = -1;
  let reserve = 0;
  for (let p = 0; p < parcels.count; p++) {
    const code = codeOf(survey, p);
    if (!['0301', '0305', '0402', '1106', '1108', '0404'].includes(code)) continue;
    if (ground.block[parcels.mainFace[p]!]! >= 0 && code === '0301' && parcels.area[p]! < 1e5) continue;
    if (
      parcels.area[p]! < 2e4 ||
      atParcel(county, state.redLine, p) > 0 ||
      atParcel(county, state.boundary, p) > 0
    )
      continue;
    if (best >= 0 && parcels.area[p]! >= parcels.area[best]!) continue;
    for (let k = parcels.first[p]!; k < parcels.first[p + 1]!; k++) {
      const beside = atParcel(county, state.redLine, parcels.neighbour[k]!);
      if (beside === 0 || parcels.shared[k]! < 60) continue;
      best = p;
      reserve = beside;
    }
  }
  if (best < 0) return;
  setParcel(county, state.redLine, best, reserve + ADDITION);
  mark(best);
}

/** Zones follow the lines: where a line came, its zone; where one went, 一般农业区 or what the land is used for. */
export function followLines(county: County, before: PlanState, state: PlanState): void {
  const { ofFace } = county.survey.parcels;
  for (let f = 1; f < state.zone.length; f++) {
    const now = lineZone(state, f);
    const then = lineZone(before, f);
    if (now === then && (now === 0 || now === state.zone[f])) continue;
    const zone = now || (then === 300 ? 520 : county.ground.town[f]! >= 0 ? 520 : 200);
    if (state.zone[f] === zone) continue;
    state.zone[f] = zone;
    const detail = zone === 410 ? useZone(county, state, ofFace[f]!) || 411 : zone;
    state.landZone[f] = detail;
    if (county.ground.town[f] === 0) state.cityZone[f] = detail;
  }
}

/** The scheme's new 矿产能源发展区: the piece of wood outside all lines that is nearest to a mine in size. */
function developMinerals(county: County, state: PlanState, mark: (p: number) => void): void {
  const { parcels } = county.survey;
  const misfit = (p: number): number => Math.abs(Math.log(parcels.area[p]! / MINE));
  let best = -1;
  for (let p = 0; p < parcels.count; p++) {
    if (atParcel(county, state.zone, p) !== 530) continue;
    if (best < 0 || misfit(p) < misfit(best)) best = p;
  }
  if (best < 0) return;
  setParcel(county, state.zone, best, 700);
  setParcel(county, state.landZone, best, 700);
  mark(best);
}

const conversions = ['0701', '0804', '0901', '1207', '1303', '0806', '0701', '1208'] as const;

/** New homes keep farther from industry and warehouses than the rules ask for, metres. */
const HOMES_FROM_INDUSTRY = 150;

/** 留白用地 becomes 居住, 公共管理与公共服务, 商业, 交通运输 and 公用设施用地 (scheme 三（三）), homes away from industry. */
function useReservedLand(county: County, state: PlanState, mark: (p: number) => void): void {
  const { parcels } = county.survey;
  const industry: number[] = [];
  for (let p = 0; p < parcels.count; p++) {
    const use = atParcel(county, state.cityUse, p);
    if (use > 0 && /^1[01]/.test(useOf(use))) industry.push(p);
  }
  const besideIndustry = nearParcels(county, industry, HOMES_FROM_INDUSTRY);
  let k = 0;
  for (let p = 0; p < parcels.count; p++) {
    if (atParcel(county, state.cityUse, p) !== useIndex('16')) continue;
    if (chance(county.seed + 121, p) < 0.35 && k > 4) continue;
    let use = conversions[k++ % conversions.length]!;
    while (use === '0701' && besideIndustry(p)) use = conversions[k++ % conversions.length]!;
    giveUse(county, state, p, use);
    mark(p);
  }
}
