import { COUNTY_AREA } from '../ground/county-figures.ts';
import { Cover } from '../ground/ground.ts';
import { noiseField } from '../noise.ts';
import { chance } from '../random.ts';
import { isCultivatedIndex } from '../survey/survey-codes.ts';
import { nearerThan } from './distance.ts';
import { groupsOf } from './groups.ts';
import { atParcel, type County, type PlanState, setParcel } from './state.ts';

/** Parcels that lie ready for changes of 永久基本农田. All of them cultivated. */
export interface FarmlandReserves {
  /** Protected parcels apart from all other protected land. */
  readonly isolated: readonly number[];
  /** Of these, those that lie in another planning zone than 农田保护区. */
  readonly outsideZone: readonly number[];
  /** Parcels as far apart that are not protected. */
  readonly spare: readonly number[];
  /** Unprotected parcels in notches of protected patches: taking them in makes the patches larger and no new ones. */
  readonly notches: readonly number[];
}

/** Share of the cultivated land that is protected. */
const SHARE = 0.85;
/** Farther apart than the gap over which patches count as one, metres. */
const APART = 32;
const ISOLATED = 30;
const NOTCHES = 14;

/** Protects the better part of the farmland, in large areas, and leaves the county town and the flood plain free. */
export function protectFarmland(county: County, state: PlanState): FarmlandReserves {
  const { survey, plots } = county;
  const { parcels } = survey;
  let wanted = 0;
  for (let p = 0; p < parcels.count; p++)
    if (isCultivatedIndex(survey.code[p]!)) wanted += SHARE * parcels.area[p]!;
  for (const p of survey.openings.farmland) wanted -= protect(p);
  const specks = plots.filter(({ kind }) => kind === 'farmland-speck');
  const hosts = new Set(specks.map(({ host }) => parcels.ofFace[host]!));
  for (const p of ranked(county)) {
    if (hosts.has(p)) continue;
    if (wanted <= 0) break;
    wanted -= protect(p);
  }
  const notches = openNotches(county, state);
  const apart = findIsolated(county, state, hosts, new Set(notches));
  const isolated = apart.filter((_, k) => k % 5 !== 1 && k % 5 !== 3);
  const spare = apart.filter((_, k) => k % 5 === 1 || k % 5 === 3);
  for (const p of isolated) protect(p);
  return { isolated, spare, notches, outsideZone: isolated.filter((_, k) => k % 3 === 1) };

  function protect(p: number): number {
    setParcel(county, state.farmland, p, 1);
    return parcels.area[p]!;
  }
}

/** Fields by worth, whole blocks together; steep land, the flood plain and the surroundings of the county town are left out. */
function ranked(county: County): number[] {
  const { survey, ground, geography, seed } = county;
  const { parcels } = survey;
  const broad = noiseField(seed + 111, 7000, 3);
  const city = geography.towns[0]!.centre;
  const around = 5000 + 1.2 * Math.sqrt(COUNTY_AREA / parcels.count);
  const score = new Float64Array(parcels.count);
  const blocks = new Map<number, number>();
  const fields: number[] = [];
  for (let p = 0; p < parcels.count; p++) {
    const f = parcels.mainFace[p]!;
    if (!isCultivatedIndex(survey.code[p]!) || ground.cover[f] !== Cover.field || survey.slope[p]! > 2)
      continue;
    const [x, y] = [parcels.x[p]!, parcels.y[p]!];
    if (Math.hypot(x - city[0], y - city[1]) < around) continue;
    const block = ground.block[f]!;
    const base = blocks.get(block) ?? broad(x, y) + 0.5 * chance(seed + 112, block) - 0.06 * survey.grade[p]!;
    if (block >= 0) blocks.set(block, base);
    score[p] = base + 0.04 * chance(seed + 113, p);
    fields.push(p);
  }
  return fields.sort((a, b) => score[b]! - score[a]! || a - b);
}

/** Takes parcels at the rim of protected patches out again, first of all from the largest patch. */
function openNotches(county: County, state: PlanState): number[] {
  const { survey, ground, seed } = county;
  const { parcels } = survey;
  const isProtected = new Set<number>();
  for (let p = 0; p < parcels.count; p++) if (atParcel(county, state.farmland, p) > 0) isProtected.add(p);
  const patches = groupsOf(parcels, isProtected)
    .map((members) => ({ members, area: members.reduce((sum, p) => sum + parcels.area[p]!, 0) }))
    .sort((a, b) => b.area - a.area || a.members[0]! - b.members[0]!);
  const notches: number[] = [];
  const used = new Set<number>();
  // Not only the largest: the maintenance should be seen all over the county.
  const hosts = [
    ...patches.slice(0, 3),
    ...patches
      .slice(3, Math.ceil(patches.length / 2))
      .filter(({ members }) => members.length >= 4)
      .sort((a, b) => chance(seed + 114, a.members[0]!) - chance(seed + 114, b.members[0]!)),
  ];
  for (const { members } of hosts) {
    if (notches.length >= NOTCHES) break;
    const rim = members
      .filter(
        (p) => survey.slope[p] === 1 && ground.cover[parcels.mainFace[p]!] === Cover.field && !used.has(p),
      )
      .sort((a, b) => survey.grade[a]! - survey.grade[b]! || parcels.area[a]! - parcels.area[b]! || a - b);
    const notch = rim
      .slice(0, 60)
      .find((p) => parcels.area[p]! > 3000 && staysWhole(county, new Set(members), p));
    if (notch === undefined) continue;
    notches.push(notch);
    used.add(notch);
    setParcel(county, state.farmland, notch, 0);
  }
  return notches;
}

/** Whether a patch without one of its parcels is still one patch. */
function staysWhole(county: County, patch: Set<number>, p: number): boolean {
  patch.delete(p);
  return patch.size > 0 && groupsOf(county.survey.parcels, patch).length === 1;
}

/** Cultivated parcels with no protected land within `APART`, and none of each other's. */
function findIsolated(
  county: County,
  state: PlanState,
  hosts: ReadonlySet<number>,
  notches: ReadonlySet<number>,
): number[] {
  const { survey, ground, seed } = county;
  const { parcels } = survey;
  const candidates: number[] = [];
  for (let p = 0; p < parcels.count; p++) {
    const cover = ground.cover[parcels.mainFace[p]!];
    const free = atParcel(county, state.farmland, p) === 0 && !hosts.has(p) && !notches.has(p);
    const farm = cover === Cover.field || cover === Cover.meadow;
    if (free && farm && isCultivatedIndex(survey.code[p]!) && parcels.area[p]! > 3000) candidates.push(p);
  }
  // Small ones first, but from all over the county.
  const rank = (p: number): number => parcels.area[p]! * (0.5 + chance(seed + 115, p));
  candidates.sort((a, b) => rank(a) - rank(b) || a - b);
  const found: number[] = [];
  const taken = new Set<number>();
  for (const p of candidates) {
    if (found.length === ISOLATED) break;
    const near = surroundings(county, p);
    if (
      near === null ||
      near.some((q) => atParcel(county, state.farmland, q) > 0 || taken.has(q) || notches.has(q))
    )
      continue;
    found.push(p);
    taken.add(p);
    for (const q of near) taken.add(q);
  }
  return found.sort((a, b) => a - b);
}

/** Parcels within `APART` of a parcel; null where the parcel is too winding to look at. */
function surroundings(county: County, p: number): number[] | null {
  const { survey, ground } = county;
  const { parcels } = survey;
  const face = parcels.mainFace[p]!;
  if (ground.mesh.ring(face).length > 200) return null;
  const seen = new Set([p]);
  const near: number[] = [];
  const queue = [p];
  for (let i = 0; i < queue.length; i++) {
    const q = queue[i]!;
    for (let k = parcels.first[q]!; k < parcels.first[q + 1]!; k++) {
      const r = parcels.neighbour[k]!;
      if (seen.has(r)) continue;
      seen.add(r);
      if (q !== p && !nearerThan(ground.mesh, face, parcels.mainFace[r]!, APART)) continue;
      near.push(r);
      queue.push(r);
    }
  }
  return near;
}
