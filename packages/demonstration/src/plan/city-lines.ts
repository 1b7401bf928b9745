import type { Plot } from '../ground/plots.ts';
import { codeOf } from '../survey/survey.ts';
import { type PlannedUse, plannedUses, useIndex, useOf } from './planned-use.ts';
import { atParcel, type County, type PlanState, setParcel } from './state.ts';

/** Small works of the city that stand on plots of their own: 点状设施. */
export const pointTypes = ['泵站', '公共厕所', '环网箱'] as const;

/** 黄线 holds the planned class of a whole parcel by its number, or behind those the type of a point facility and its own number. */
const POINTS = 100;
/** Added where a point facility does not bear its name. */
const NAMELESS = 10_000;

/** 绿线 holds 1 for a park, and this for a pocket park on a plot of its own. */
export const POCKET_PARK = 2;

/** Kept small, so that most plots stay for the maintenance. */
export const FILED_POINTS = 8;
const LISTED_POINTS = 3;
/** At least so many parcels of water and of public works. */
const LEAST_WATER = 4;
const LEAST_WORKS = 2;

export const pointFacility = (number: number): number => POINTS + number;
export const withoutName = (value: number): number => value + NAMELESS;

/** 设施类型 of a value of the yellow line. */
export function facilityType(value: number, classTitle: (use: PlannedUse) => string): string {
  const plain = value % NAMELESS;
  return plain < POINTS ? classTitle(useOf(plain)) : pointTypes[(plain - POINTS) % pointTypes.length]!;
}

/** Name of a point facility; null for a whole parcel, and where the name was left out. */
export function facilityName(value: number): string | null {
  if (value < POINTS || value >= NAMELESS) return null;
  const number = value - POINTS;
  return `演示${number + 1}号${pointTypes[number % pointTypes.length]!}`;
}

/** The list of point facilities that the plan keeps beside its database. */
export const listedFacilities = Array.from({ length: LISTED_POINTS }, (_, number) => ({
  name: facilityName(pointFacility(number))!,
  kind: pointTypes[number % pointTypes.length]!,
}));

/** Whether the plan gives a parcel of the central city something to stand on: no reserved, open or farmed land, no street. */
function isSettled(county: County, state: PlanState, p: number): boolean {
  const use = atParcel(county, state.cityUse, p);
  return use > 0 && !['16', '0103', '0403', '1207', '1704'].includes(useOf(use));
}

/** Plots for small works and greens, on settled ground that is the same on both sides. */
export function pockets(county: County, filed: PlanState): Plot[] {
  const { parcels } = county.survey;
  return county.plots.filter(
    ({ kind, face }) => kind === 'pocket' && isSettled(county, filed, parcels.ofFace[face]!),
  );
}

/** The four lines on file: ponds, parks and works with some ground beside them, point facilities, historic sites and a quarter. */
export function drawCityLines(county: County, state: PlanState): void {
  const water = withMore(county, state, '1704', LEAST_WATER);
  const works = parcelsWhere(county, (p) => usedAs(county, state, p, '13') && isBuilt(county, p));
  // One of them at least with ground beside it.
  const more = works.some((p) => fringeOf(county, state, p) !== undefined) ? 0 : 1;
  works.push(...newWorks(county, state, Math.max(more, LEAST_WORKS - works.length)));
  for (const p of water) setParcel(county, state.blue, p, 1);
  for (const p of water) fringe(county, state, p, state.blue, 1);
  for (const p of parcelsWhere(county, (q) => codeOf(county.survey, q) === '0810')) {
    if (usedAs(county, state, p, '14') && !usedAs(county, state, p, '1403')) {
      setParcel(county, state.green, p, 1);
    }
  }
  for (const p of works) setParcel(county, state.yellow, p, atParcel(county, state.cityUse, p));
  for (const p of works) fringe(county, state, p, state.yellow, atParcel(county, state.yellow, p));
  for (const [number, { face }] of pockets(county, state).slice(0, FILED_POINTS).entries()) {
    state.yellow[face] = pointFacility(number);
  }
  drawQuarter(county, state);
  const historic = county.plots.filter(({ kind }) => kind === 'historic');
  for (const [k, { face }] of historic.slice(0, Math.max(0, historic.length - 7)).entries()) {
    state.purple[face] = k + 1;
  }
}

/** The historic quarter and the ground beside it, by the numbers they have in the purple line. */
export const QUARTER = 51;
export const QUARTER_FRINGE = 52;

/** The smallest plot of culture that is larger than all the buildings together. */
function drawQuarter(county: County, state: PlanState): void {
  const { area } = county.survey.parcels;
  const [quarter] = parcelsWhere(
    county,
    (p) =>
      usedAs(county, state, p, '08') &&
      isBuilt(county, p) &&
      isOutsideLines(county, state, p) &&
      area[p]! > 8000,
  ).sort(
    (a, b) =>
      Number(fringeOf(county, state, b) !== undefined) - Number(fringeOf(county, state, a) !== undefined) ||
      Number(usedAs(county, state, b, '0803')) - Number(usedAs(county, state, a, '0803')) ||
      area[a]! - area[b]! ||
      a - b,
  );
  if (quarter === undefined) return;
  setParcel(county, state.cityUse, quarter, useIndex('0803'));
  setParcel(county, state.purple, quarter, QUARTER);
  fringe(county, state, quarter, state.purple, QUARTER_FRINGE);
}

export function parcelsWhere(county: County, condition: (p: number) => boolean): number[] {
  const { parcels } = county.survey;
  const found: number[] = [];
  for (let p = 0; p < parcels.count; p++) {
    if (county.ground.town[parcels.mainFace[p]!] === 0 && condition(p)) found.push(p);
  }
  return found;
}

export function usedAs(county: County, state: PlanState, p: number, kind: string): boolean {
  const use = atParcel(county, state.cityUse, p);
  return use > 0 && use <= plannedUses.length && useOf(use).startsWith(kind);
}

/** Whether the parcel is built on today, so that the plan says of it what is there. */
function isBuilt({ survey }: County, p: number): boolean {
  return /^(05|06|07|08|1104)/.test(codeOf(survey, p));
}

export function isOutsideLines(county: County, state: PlanState, p: number): boolean {
  return [state.blue, state.green, state.yellow, state.purple, state.heritage, state.boundary].every(
    (column, k) => (k === 5 ? atParcel(county, column, p) === 410 : atParcel(county, column, p) === 0),
  );
}

/** The parcels of a class, and where they are few some homes besides, which get it. */
function withMore(county: County, state: PlanState, use: PlannedUse, least: number): number[] {
  const have = parcelsWhere(county, (p) => usedAs(county, state, p, use));
  const more = smallestHomes(county, state).slice(0, Math.max(0, least - have.length));
  for (const p of more) setParcel(county, state.cityUse, p, useIndex(use));
  return [...have, ...more];
}

function newWorks(county: County, state: PlanState, count: number): number[] {
  const works = smallestHomes(county, state).slice(0, count);
  for (const [k, p] of works.entries()) {
    setParcel(county, state.cityUse, p, useIndex(k % 2 === 0 ? '1301' : '1305'));
  }
  return works;
}

/** Homes outside all lines, those with settled ground beside them first, then the smallest. */
function smallestHomes(county: County, state: PlanState): number[] {
  const { parcels, openings } = county.survey;
  const { area } = parcels;
  return parcelsWhere(
    county,
    (p) =>
      usedAs(county, state, p, '0701') &&
      isBuilt(county, p) &&
      isOutsideLines(county, state, p) &&
      ![...openings.gap, ...openings.fields, ...openings.farmland].includes(p) &&
      area[p]! > 2000,
  ).sort((a, b) => {
    const lonely = (p: number): number => Number(fringeOf(county, state, p) === undefined);
    return lonely(a) - lonely(b) || area[a]! - area[b]! || a - b;
  });
}

/** The smallest settled neighbour of a member joins the line: banks, protective strips. */
function fringe(county: County, state: PlanState, p: number, column: Uint16Array, value: number): boolean {
  const joined = fringeOf(county, state, p);
  if (joined === undefined) return false;
  setParcel(county, column, joined, value);
  return true;
}

function fringeOf(county: County, state: PlanState, p: number): number | undefined {
  const { area, first, neighbour, mainFace } = county.survey.parcels;
  return [...neighbour.subarray(first[p], first[p + 1])]
    .filter(
      (q) =>
        county.ground.town[mainFace[q]!] === 0 &&
        isSettled(county, state, q) &&
        !usedAs(county, state, q, '13') &&
        isOutsideLines(county, state, q),
    )
    .sort((a, b) => area[a]! - area[b]! || a - b)[0];
}
