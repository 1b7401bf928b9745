import { Cover } from '../ground/ground.ts';
import type { Mesh } from '../mesh/mesh.ts';
import { chance } from '../random.ts';
import { codeOf } from '../survey/survey.ts';
import { isCultivatedIndex } from '../survey/survey-codes.ts';
import { inIndustryQuarter, townPlace } from '../survey/town-land.ts';
import { groupsOf } from './groups.ts';
import { atParcel, type County, type PlanState, setParcel } from './state.ts';

/** Towns whose main street the boundary leaves out at first, so that it lies in two patches there. */
const CUT_TOWNS = 4;
/** The filed boundary is trimmed to this, so that 4831.77 ha leaves room, m². */
const LARGEST = 4806e4;

/** 城镇开发边界: the towns, but for the openings and some main streets. Returns those streets' parcels, by town. */
export function drawBoundary(county: County, state: PlanState): number[][] {
  const { ground, survey, geography } = county;
  const { parcels, openings } = survey;
  const members: number[][] = geography.towns.map(() => []);
  for (let p = 0; p < parcels.count; p++) {
    const town = ground.town[parcels.mainFace[p]!]!;
    if (town < 0 || openings.farmland.includes(p) || openings.gap.includes(p)) continue;
    members[town]!.push(p);
    setParcel(county, state.boundary, p, boundaryZone(county, p, town));
  }
  const cut: number[][] = [];
  for (let town = 1; town < members.length && cut.length < CUT_TOWNS; town++) {
    const street = partingStreet(county, members[town]!);
    if (street < 0) continue;
    cut.push([street]);
    setParcel(county, state.boundary, street, 0);
  }
  trim(county, state);
  return cut;
}

function boundaryZone(county: County, p: number, town: number): number {
  const { survey, geography, seed } = county;
  const code = codeOf(survey, p);
  if (town === 0 && (code === '0810' || code === '1104')) return 430;
  const open = isCultivatedIndex(survey.code[p]!) || code === '0404';
  if (!open || survey.openings.fields.includes(p)) return 410;
  const { u } = townPlace(geography.towns[town]!, town === 0, survey.parcels.x[p]!, survey.parcels.y[p]!);
  return chance(seed + 101, p) < (town === 0 && u < 0 ? 0.5 : 0.15) ? 420 : 410;
}

/** The street without which a town falls into two parts of some size; −1 where there is none. */
function partingStreet(county: County, town: readonly number[]): number {
  const { ground, survey } = county;
  const { parcels } = survey;
  const streets = town
    .filter((p) => ground.cover[parcels.mainFace[p]!] === Cover.street)
    .sort((a, b) => parcels.area[b]! - parcels.area[a]! || a - b);
  const before = groupsOf(parcels, new Set(town)).length;
  for (const street of streets.slice(0, 3)) {
    const groups = groupsOf(parcels, new Set(town.filter((p) => p !== street)));
    const large = groups.filter((group) => group.reduce((sum, p) => sum + parcels.area[p]!, 0) > 2e5);
    if (groups.length === before + 1 && large.length === 2) return street;
  }
  return -1;
}

/** Leaves out fields at the county town's edge until the boundary is small enough. */
function trim(county: County, state: PlanState): void {
  const { parcels } = county.survey;
  let area = 0;
  for (let p = 0; p < parcels.count; p++)
    if (atParcel(county, state.boundary, p) > 0) area += parcels.area[p]!;
  for (const p of edgeFields(county, state)) {
    if (area <= LARGEST) return;
    if (!mayLeave(county, state, p)) continue;
    setParcel(county, state.boundary, p, 0);
    area -= parcels.area[p]!;
  }
}

/** How much longer the outline may get by leaving out one field, metres. */
const TOLERATED = 250;

/** Open land at the towns' edges, outside the development zones: what juts out furthest first. */
export function edgeFields(county: County, state: PlanState): number[] {
  const { survey, ground, geography } = county;
  const { parcels } = survey;
  const found: { p: number; gain: number }[] = [];
  for (let p = 0; p < parcels.count; p++) {
    const f = parcels.mainFace[p]!;
    if (ground.cover[f] !== Cover.urban || state.boundary[f]! === 0) continue;
    const open = isCultivatedIndex(survey.code[p]!) || codeOf(survey, p) === '0404';
    if (!open || survey.openings.fields.includes(p)) continue;
    const town = ground.town[f]!;
    const place = townPlace(geography.towns[town]!, town === 0, parcels.x[p]!, parcels.y[p]!);
    if (town === 8 || (town === 0 && inIndustryQuarter(place))) continue;
    const gain = outlineGain(county, state, p);
    if (gain > -TOLERATED && facesOutside(county, state, p)) found.push({ p, gain });
  }
  return found.sort((a, b) => b.gain - a.gain || a.p - b.p).map(({ p }) => p);
}

/** Whether a parcel has country beside it: what leaves the boundary must not leave a hole. */
export function facesOutside(county: County, state: PlanState, p: number): boolean {
  const { parcels } = county.survey;
  for (let k = parcels.first[p]!; k < parcels.first[p + 1]!; k++) {
    const q = parcels.neighbour[k]!;
    const away = county.ground.town[parcels.mainFace[q]!]! < 0 && atParcel(county, state.boundary, q) === 0;
    if (away && parcels.shared[k]! > 10) return true;
  }
  return false;
}

/** By how much the boundary's outline gets shorter when parcel `p` leaves it, metres. */
function outlineGain(county: County, state: PlanState, p: number): number {
  const { mesh } = county.ground;
  const { parcels } = county.survey;
  let gain = 0;
  for (let k = parcels.faceStart[p]!; k < parcels.faceStart[p + 1]!; k++) {
    for (const h of mesh.ring(parcels.faces[k]!)) {
      const g = mesh.face[h ^ 1]!;
      if (parcels.ofFace[g] === p) continue;
      gain += (state.boundary[g]! > 0 ? -1 : 1) * mesh.length(h);
    }
  }
  return gain;
}

/** Whether the boundary's neighbours of `p` still hang together without it, close by. */
export function mayLeave(county: County, state: PlanState, p: number): boolean {
  const { parcels } = county.survey;
  const inside = (q: number): boolean => atParcel(county, state.boundary, q) > 0;
  const ring: number[] = [];
  for (let k = parcels.first[p]!; k < parcels.first[p + 1]!; k++) {
    if (inside(parcels.neighbour[k]!)) ring.push(parcels.neighbour[k]!);
  }
  if (ring.length === 0) return false;
  const near = new Set(ring);
  for (let round = 0; round < 3; round++) {
    for (const q of [...near]) {
      for (let k = parcels.first[q]!; k < parcels.first[q + 1]!; k++) {
        const r = parcels.neighbour[k]!;
        if (r !== p && inside(r)) near.add(r);
      }
    }
  }
  const groups = groupsOf(parcels, near);
  return groups.filter((group) => group.some((q) => ring.includes(q))).length === 1;
}

/** Length of a line's outline, holes included, metres. */
export function outlineLength(mesh: Mesh, column: Uint16Array): number {
  let length = 0;
  for (let h = 0; h < mesh.halfCount; h += 2) {
    const inside = column[mesh.face[h]!]! > 0;
    if (inside !== column[mesh.face[h ^ 1]!]! > 0) length += mesh.length(h);
  }
  return length;
}
