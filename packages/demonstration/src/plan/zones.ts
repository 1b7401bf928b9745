import { isConstruction } from '@tuheng/standard';
import { Cover } from '../ground/ground.ts';
import { codeOf } from '../survey/survey.ts';
import { isCultivatedIndex } from '../survey/survey-codes.ts';
import { plannedUse, useOf, zoneOfPlannedUse } from './planned-use.ts';
import { atParcel, type County, type PlanState, setParcel } from './state.ts';

/** GHFQ and YDYHGHFQ of the filed plan. Protected farmland in `outside` lies in 一般农业区. */
export function setZones(county: County, state: PlanState, outside: ReadonlySet<number>): void {
  const rural = ruralZones(county, state);
  const { parcels } = county.survey;
  for (let f = 1; f < county.ground.mesh.faceCount; f++) {
    const p = parcels.ofFace[f]!;
    state.zone[f] = outside.has(p) ? 520 : lineZone(state, f) || rural[p]!;
    state.landZone[f] = state.zone[f]!;
  }
  for (let p = 0; p < parcels.count; p++) {
    if (atParcel(county, state.boundary, p) === 410)
      setParcel(county, state.landZone, p, useZone(county, state, p));
  }
  fillStreets(county, state.landZone, (p) => atParcel(county, state.boundary, p) === 410);
}

/** ZXCQGHFQ: the central city is the county town with its openings. */
export function setCityZones(county: County, state: PlanState): void {
  const { ground, survey } = county;
  const { parcels } = survey;
  const inCity = (p: number): boolean => ground.town[parcels.mainFace[p]!] === 0;
  for (let p = 0; p < parcels.count; p++) {
    if (!inCity(p)) continue;
    const f = parcels.mainFace[p]!;
    if (state.boundary[f] === 410) setParcel(county, state.cityZone, p, useZone(county, state, p));
    else setParcel(county, state.cityZone, p, state.boundary[f] || state.zone[f]!);
  }
  fillStreets(county, state.cityZone, (p) => inCity(p) && atParcel(county, state.boundary, p) === 410);
}

/** The zone the three lines give a face; 0 where it lies in none of them. */
export function lineZone(state: PlanState, face: number): number {
  if (state.redLine[face]! > 0) return 100;
  if (state.boundary[face]! > 0) return state.boundary[face]!;
  return state.farmland[face]! > 0 ? 300 : 0;
}

/** Third-level zone of a parcel in 城镇集中建设区; 0 for a street. */
export function useZone(county: County, state: PlanState, p: number): number {
  const planned = atParcel(county, state.cityUse, p);
  return zoneOfPlannedUse(planned > 0 ? useOf(planned) : plannedUse(county, p));
}

/** What each parcel is where no line runs: 农田保护区 in blocks with much protected land, else by what grows there. */
export function ruralZones(county: County, state: PlanState): Uint16Array {
  const { ground, survey } = county;
  const { parcels } = survey;
  const all = new Float64Array(ground.blockCount);
  const protectedArea = new Float64Array(ground.blockCount);
  for (let p = 0; p < parcels.count; p++) {
    const block = ground.block[parcels.mainFace[p]!]!;
    if (block < 0) continue;
    all[block] = all[block]! + parcels.area[p]!;
    if (atParcel(county, state.farmland, p) > 0)
      protectedArea[block] = protectedArea[block]! + parcels.area[p]!;
  }
  const zone = new Uint16Array(parcels.count);
  for (let p = 0; p < parcels.count; p++) {
    const f = parcels.mainFace[p]!;
    const cover = ground.cover[f]!;
    const block = ground.block[f]!;
    const farm = block >= 0 && protectedArea[block]! > 0.5 * all[block]!;
    if (cover === Cover.village) zone[p] = 510;
    else if (cover === Cover.wood) zone[p] = 530;
    else if (cover === Cover.river || cover === Cover.lake || cover === Cover.wetland) zone[p] = 200;
    else if (cover === Cover.meadow && !isCultivatedIndex(survey.code[p]!)) zone[p] = 200;
    else if (cover === Cover.urban || cover === Cover.street) zone[p] = 520;
    else zone[p] = farm ? 300 : 520;
  }
  // Roads and canals between blocks go with the land beside them.
  for (let p = 0; p < parcels.count; p++) {
    const f = parcels.mainFace[p]!;
    if (ground.block[f]! >= 0 || zone[p] !== 520 || isConstruction(codeOf(survey, p))) continue;
    let farmland = 0;
    let other = 0;
    for (let k = parcels.first[p]!; k < parcels.first[p + 1]!; k++) {
      const q = parcels.neighbour[k]!;
      if (ground.block[parcels.mainFace[q]!]! < 0) continue;
      if (zone[q] === 300) farmland += parcels.shared[k]!;
      else other += parcels.shared[k]!;
    }
    if (farmland > other) zone[p] = 300;
  }
  return zone;
}

/** Streets take the zone they have most of beside them; those among streets take it from them. */
function fillStreets(county: County, column: Uint16Array, concerns: (p: number) => boolean): void {
  const { parcels } = county.survey;
  const open: number[] = [];
  for (let p = 0; p < parcels.count; p++) if (concerns(p) && atParcel(county, column, p) === 0) open.push(p);
  for (let round = 0; round < 4; round++) {
    const found: [number, number][] = [];
    for (const p of open) {
      if (atParcel(county, column, p) !== 0) continue;
      const lengths = new Map<number, number>();
      for (let k = parcels.first[p]!; k < parcels.first[p + 1]!; k++) {
        const q = parcels.neighbour[k]!;
        const zone = atParcel(county, column, q);
        if (zone > 410 && zone < 420) lengths.set(zone, (lengths.get(zone) ?? 0) + parcels.shared[k]!);
      }
      if (lengths.size > 0) found.push([p, [...lengths].reduce((a, b) => (b[1] > a[1] ? b : a))[0]]);
    }
    for (const [p, zone] of found) setParcel(county, column, p, zone);
  }
  for (const p of open) if (atParcel(county, column, p) === 0) setParcel(county, column, p, 411);
}
