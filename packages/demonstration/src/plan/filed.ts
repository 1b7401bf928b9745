import { Cover } from '../ground/ground.ts';
import { chance } from '../random.ts';
import { codeOf } from '../survey/survey.ts';
import { isCultivatedIndex } from '../survey/survey-codes.ts';
import { inIndustryQuarter, townPlace } from '../survey/town-land.ts';
import { drawBoundary } from './boundary.ts';
import { drawCityLines } from './city-lines.ts';
import { setCountyUse } from './county-use.ts';
import { type FarmlandReserves, protectFarmland } from './farmland.ts';
import { plannedUse, useIndex } from './planned-use.ts';
import { drawProjects } from './projects.ts';
import { settleNear } from './service.ts';
import { atParcel, type County, PlanState, setParcel } from './state.ts';
import { setCityZones, setZones } from './zones.ts';

/** The plan on file, and the places the maintenance and the faults may use. */
export interface Filed {
  readonly state: PlanState;
  readonly farmland: FarmlandReserves;
  /** Main streets that cut a town's boundary in two, by town. */
  readonly cutStreets: readonly (readonly number[])[];
  /** Cultivated parcels that 耕地保护目标 does not have yet. */
  readonly missingCultivated: readonly number[];
  /** Parcels for the key projects that the maintenance adds. */
  readonly projectPlaces: readonly number[];
}

/** Draws up the plan as it lies on file. */
export function drawPlan(county: County): Filed {
  const { ground, survey } = county;
  const { parcels } = survey;
  const state = new PlanState(ground.mesh.faceCount);
  for (let f = 1; f < ground.mesh.faceCount; f++) {
    const reserve = ground.reserve[parcels.mainFace[parcels.ofFace[f]!]!]!;
    if (reserve >= 0) state.redLine[f] = reserve + 1;
  }
  const cutStreets = drawBoundary(county, state);
  const farmland = protectFarmland(county, state);
  const missingCultivated = keepCultivated(county, state);
  setFlood(county, state);
  drawCity(county, state);
  for (const line of ['green', 'yellow'] as const) settleNear(county, state, line);
  setZones(county, state, new Set(farmland.outsideZone));
  setCityZones(county, state);
  setCountyUse(county, state);
  const projectPlaces = drawProjects(county, state, farmland, missingCultivated);
  return { state, farmland, cutStreets, missingCultivated, projectPlaces };
}

/** 耕地保护目标: all cultivated land outside the boundary and the red line, but for a few parcels taken in later. */
function keepCultivated(county: County, state: PlanState): number[] {
  const { survey } = county;
  const { parcels } = survey;
  const missing: number[] = [];
  for (let p = 0; p < parcels.count; p++) {
    if (!isCultivatedIndex(survey.code[p]!)) continue;
    if (atParcel(county, state.boundary, p) > 0 || atParcel(county, state.redLine, p) > 0) continue;
    const free = atParcel(county, state.farmland, p) === 0;
    if (free && missing.length < 4 && chance(county.seed + 91, p) < 0.02 && parcels.area[p]! > 2e4)
      missing.push(p);
    else setParcel(county, state.cultivated, p, 1);
  }
  return missing;
}

/** 洪涝风险控制线: the flood plain between the dikes, outside the reserves. */
function setFlood(county: County, state: PlanState): void {
  const { ground, survey } = county;
  for (let p = 0; p < survey.parcels.count; p++) {
    const f = survey.parcels.mainFace[p]!;
    if (ground.cover[f] === Cover.meadow) setParcel(county, state.flood, p, 1);
  }
}

/** Land use and the four lines of the central city. */
function drawCity(county: County, state: PlanState): void {
  const { ground, survey, plots } = county;
  const { parcels } = survey;
  for (let p = 0; p < parcels.count; p++) {
    if (ground.town[parcels.mainFace[p]!] !== 0) continue;
    const use = plannedUse(county, p);
    setParcel(county, state.cityUse, p, useIndex(use));
  }
  planSubstations(county, state);
  drawCityLines(county, state);
  for (const [k, { face }] of plots.filter(({ kind }) => kind === 'monument').entries())
    state.heritage[face] = k + 1;
}

/** Planned substations on land not built on yet; 城市黄线 has only the works that stand. */
const SUBSTATIONS = 3;

function planSubstations(county: County, state: PlanState): void {
  const { parcels, openings } = county.survey;
  const sites: number[] = [];
  for (let p = 0; p < parcels.count; p++) {
    const grows =
      atParcel(county, state.cityUse, p) === useIndex('0701') && codeOf(county.survey, p) !== '0701';
    if (grows && !openings.fields.includes(p) && parcels.area[p]! > 2000) sites.push(p);
  }
  sites.sort((a, b) => parcels.area[a]! - parcels.area[b]! || a - b);
  for (const p of sites.slice(0, SUBSTATIONS)) setParcel(county, state.cityUse, p, useIndex('1303'));
}

/** Development zones: the industrial east of the county town with some land before it, and one in another town. */
export function drawDevelopmentZones(county: Omit<County, 'developmentZone'>): Int8Array {
  const { ground, survey, geography } = county;
  const zone = new Int8Array(ground.mesh.faceCount).fill(-1);
  for (let p = 0; p < survey.parcels.count; p++) {
    const f = survey.parcels.mainFace[p]!;
    const town = ground.town[f]!;
    const [x, y] = [survey.parcels.x[p]!, survey.parcels.y[p]!];
    const cover = ground.cover[f]!;
    if (town === 0 && inIndustryQuarter(townPlace(geography.towns[0]!, true, x, y))) mark(p, 0);
    else if (town === 8 && townPlace(geography.towns[8]!, false, x, y).u > 0.2) mark(p, 1);
    else if (town < 0 && cover === Cover.field && survey.parcels.area[p]! < 1.2e6) {
      const place = townPlace(geography.towns[0]!, true, x, y);
      if (place.u > 0.9 && place.u < 1.25 && Math.abs(place.v) < 0.35) mark(p, 0);
    }
  }
  return zone;

  function mark(parcel: number, value: number): void {
    const { faceStart, faces } = survey.parcels;
    for (let k = faceStart[parcel]!; k < faceStart[parcel + 1]!; k++) zone[faces[k]!] = value;
  }
}
