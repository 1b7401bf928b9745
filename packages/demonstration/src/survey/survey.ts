import { CULTIVATED_AREA } from '../ground/county-figures.ts';
import { DistanceGrid } from '../ground/distance-grid.ts';
import type { Geography } from '../ground/geography.ts';
import { Cover, type Ground } from '../ground/ground.ts';
import { noiseField } from '../noise.ts';
import { chance } from '../random.ts';
import { type CityOpenings, openCity } from './city-openings.ts';
import type { Parcels } from './parcels.ts';
import { codeIndex, type SurveyCode, surveyCodes } from './survey-codes.ts';
import { createTownLand } from './town-land.ts';

/** What the survey says of each parcel. Columns by parcel. */
export interface Survey {
  readonly parcels: Parcels;
  /** Index into `surveyCodes`. */
  readonly code: Uint8Array;
  /** 耕地等别 1–15, 1 the best; 0 where the land is not cultivated. */
  readonly grade: Uint8Array;
  /** 坡度级别 1–5; 0 where the land is not cultivated. */
  readonly slope: Uint8Array;
  /** Township, an index into the towns of the geography. */
  readonly township: Uint8Array;
  readonly openings: CityOpenings;
}

const PADDY_SHARE = 277601.44 / 655612.9;
const IRRIGATED_AREA = 289.15e4;

export const isCultivatedIndex = (code: number): boolean => code <= 2;

/** Gives every parcel its survey class, and cultivated land its grade and slope. */
export function surveyCounty(ground: Ground, geography: Geography, parcels: Parcels, seed: number): Survey {
  const code = new Uint8Array(parcels.count);
  const box = boxOf(geography);
  const toRiver = new DistanceGrid([geography.river.centre], box);
  const toWater = new DistanceGrid(
    [geography.river, ...geography.branches, ...geography.tributaries]
      .map(({ centre }) => centre)
      .concat(geography.lakes),
    box,
  );
  const toHills = new DistanceGrid(geography.hills, box);
  const townLand = createTownLand(geography, toRiver, seed);
  const natural = createNatural(seed, toRiver, toHills);
  for (let p = 0; p < parcels.count; p++) {
    const f = parcels.mainFace[p]!;
    const x = parcels.x[p]!;
    const y = parcels.y[p]!;
    const cover = ground.cover[f]!;
    const fixed = fixedCodes[cover];
    let dlbm: SurveyCode;
    if (fixed) dlbm = fixed;
    else if (cover === Cover.urban) dlbm = townLand(ground.town[f]!, x, y, p, parcels.area[p]!);
    else if (cover === Cover.village) dlbm = villageLand(seed, p);
    else dlbm = natural(cover, x, y, p);
    code[p] = codeIndex(dlbm);
  }
  const openings = openCity(ground, geography, parcels, code);
  streetsInFields(ground, parcels, code);
  balanceCultivated(ground, parcels, code, seed, toHills, toRiver);
  paddies(ground, geography, parcels, code, seed, toWater);
  const township = townships(ground, geography, parcels);
  return { parcels, code, township, openings, ...quality(ground, parcels, code, seed, toHills) };
}

const fixedCodes: Readonly<Partial<Record<number, SurveyCode>>> = {
  [Cover.river]: '1101',
  [Cover.lake]: '1102',
  [Cover.track]: '1006',
  [Cover.ditch]: '1107',
  [Cover.belt]: '0301',
  [Cover.road]: '1003',
  [Cover.highway]: '1003',
  [Cover.railway]: '1001',
  [Cover.dike]: '1109',
  [Cover.street]: '1004',
  [Cover.field]: '0103',
};

function villageLand(seed: number, p: number): SurveyCode {
  const roll = chance(seed + 11, p);
  if (roll < 0.93) return '0702';
  if (roll < 0.95) return '08H2';
  return roll < 0.98 ? '1202' : '0601';
}

type Natural = (cover: number, x: number, y: number, p: number) => SurveyCode;

function createNatural(seed: number, toRiver: DistanceGrid, toHills: DistanceGrid): Natural {
  const wet = noiseField(seed + 41, 3800, 3);
  const bush = noiseField(seed + 42, 2600, 3);
  const open = noiseField(seed + 43, 3200, 3);
  return (cover, x, y, p) => {
    const roll = chance(seed + 12, p);
    if (cover === Cover.wetland) {
      if (bush(x, y) > 0.52) return '0306';
      if (bush(x, y) < -0.62) return '0301';
      if (wet(x, y) > 0.55 && roll < 0.5) return '1102';
      return wet(x, y) > 0.05 ? '1108' : '0402';
    }
    if (cover === Cover.wood) {
      const edge = toHills.at(x, y) < 800;
      if (edge && roll < 0.3) return roll < 0.12 ? '0404' : '0305';
      if (open(x, y) > 0.6) return '0305';
      return roll < 0.05 ? '0307' : '0301';
    }
    // The flood plain between the dikes.
    const river = toRiver.at(x, y);
    if (river < 800 && roll < 0.4) return '1106';
    if (river < 1300 && open(x, y) > 0.1) return roll < 0.5 ? '0402' : '0301';
    if (open(x, y) > 0.45) return roll < 0.6 ? '0404' : '0402';
    return '0103';
  };
}

/** A street between fields only is a country road. */
function streetsInFields(ground: Ground, parcels: Parcels, code: Uint8Array): void {
  const street = codeIndex('1004');
  for (let p = 0; p < parcels.count; p++) {
    if (code[p] !== street) continue;
    let built = 0;
    let open = 0;
    for (let k = parcels.first[p]!; k < parcels.first[p + 1]!; k++) {
      const q = parcels.neighbour[k]!;
      const cover = ground.cover[parcels.mainFace[q]!];
      if (cover !== Cover.urban && cover !== Cover.village) continue;
      if (isCultivatedIndex(code[q]!)) open += parcels.shared[k]!;
      else built += parcels.shared[k]!;
    }
    if (open > 3 * built) code[p] = codeIndex('1006');
  }
}

/** Turns patches of farmland into wood, grass and ponds until cultivated land has the area of the scheme. */
function balanceCultivated(
  ground: Ground,
  parcels: Parcels,
  code: Uint8Array,
  seed: number,
  toHills: DistanceGrid,
  toRiver: DistanceGrid,
): void {
  const patch = noiseField(seed + 51, 2400, 3);
  const broad = noiseField(seed + 52, 14_000, 2);
  let excess = -CULTIVATED_AREA;
  const score = new Float64Array(parcels.count).fill(Number.NaN);
  const candidates: number[] = [];
  for (let p = 0; p < parcels.count; p++) {
    if (!isCultivatedIndex(code[p]!)) continue;
    excess += parcels.area[p]!;
    const f = parcels.mainFace[p]!;
    if (ground.cover[f] !== Cover.field && ground.cover[f] !== Cover.meadow) continue;
    const [x, y] = [parcels.x[p]!, parcels.y[p]!];
    const near = Math.max(0, 1 - toHills.at(x, y) / 4000) + 0.8 * Math.max(0, 1 - toRiver.at(x, y) / 2600);
    score[p] = patch(x, y) + 0.5 * broad(x, y) + 0.7 * near + 0.25 * chance(seed + 13, p);
    candidates.push(p);
  }
  candidates.sort((a, b) => score[b]! - score[a]! || a - b);
  for (const p of candidates) {
    if (excess <= parcels.area[p]! / 2) {
      if (excess <= 0) break;
      continue;
    }
    excess -= parcels.area[p]!;
    const roll = chance(seed + 14, ground.block[parcels.mainFace[p]!]!) * 0.7 + 0.3 * chance(seed + 15, p);
    const hill = toHills.at(parcels.x[p]!, parcels.y[p]!) < 3500;
    const kind: SurveyCode = hill
      ? roll < 0.7
        ? '0301'
        : '0404'
      : roll < 0.3
        ? '0301'
        : roll < 0.62
          ? '0404'
          : roll < 0.72
            ? '0307'
            : roll < 0.8
              ? '0201'
              : roll < 0.9
                ? '1104'
                : '0402';
    code[p] = codeIndex(kind);
  }
}

/** The lower land along the waters is 水田, a little land near the county town 水浇地, the rest 旱地. */
function paddies(
  ground: Ground,
  geography: Geography,
  parcels: Parcels,
  code: Uint8Array,
  seed: number,
  toWater: DistanceGrid,
): void {
  const low = noiseField(seed + 61, 11_000, 3);
  const score = new Float64Array(parcels.count);
  const fields: number[] = [];
  const city = geography.towns[0]!.centre;
  let total = 0;
  for (let p = 0; p < parcels.count; p++) {
    if (!isCultivatedIndex(code[p]!)) continue;
    const [x, y] = [parcels.x[p]!, parcels.y[p]!];
    total += parcels.area[p]!;
    score[p] =
      1.1 * low(x, y) -
      toWater.at(x, y) / 7000 +
      0.12 * chance(seed + 16, ground.block[parcels.mainFace[p]!]!);
    fields.push(p);
  }
  fields.sort((a, b) => score[b]! - score[a]! || a - b);
  let paddy = PADDY_SHARE * total;
  let irrigated = IRRIGATED_AREA;
  for (const p of fields) {
    if (paddy <= 0) break;
    paddy -= parcels.area[p]!;
    code[p] = codeIndex('0101');
  }
  const distance = (p: number): number => Math.hypot(parcels.x[p]! - city[0], parcels.y[p]! - city[1]);
  const dry = fields.filter((p) => code[p] === codeIndex('0103') && ground.town[parcels.mainFace[p]!]! < 0);
  const near = dry.filter((p) => distance(p) < 9000).sort((a, b) => distance(a) - distance(b) || a - b);
  for (const p of near) {
    if (parcels.area[p]! > irrigated) continue;
    irrigated -= parcels.area[p]!;
    code[p] = codeIndex('0102');
  }
}

function quality(ground: Ground, parcels: Parcels, code: Uint8Array, seed: number, toHills: DistanceGrid) {
  const soil = noiseField(seed + 71, 19_000, 3);
  const grade = new Uint8Array(parcels.count);
  const slope = new Uint8Array(parcels.count);
  for (let p = 0; p < parcels.count; p++) {
    if (!isCultivatedIndex(code[p]!)) continue;
    const [x, y] = [parcels.x[p]!, parcels.y[p]!];
    const hill = toHills.at(x, y);
    const block = ground.block[parcels.mainFace[p]!]!;
    const value =
      9 + 3.2 * soil(x, y) + Math.max(0, 1.5 - hill / 3000) + 1.4 * (chance(seed + 17, block) - 0.5);
    grade[p] = Math.max(4, Math.min(14, Math.round(value)));
    slope[p] = hill < 900 ? 3 : hill < 3200 ? 2 : 1;
  }
  return { grade, slope };
}

/** Every parcel belongs to the nearest town, by blocks, so that boundaries follow roads and canals; each township hangs together. */
function townships(ground: Ground, geography: Geography, parcels: Parcels): Uint8Array {
  const sumX = new Float64Array(ground.blockCount);
  const sumY = new Float64Array(ground.blockCount);
  const members = new Float64Array(ground.blockCount);
  for (let p = 0; p < parcels.count; p++) {
    const block = ground.block[parcels.mainFace[p]!]!;
    if (block < 0) continue;
    sumX[block] = sumX[block]! + parcels.x[p]!;
    sumY[block] = sumY[block]! + parcels.y[p]!;
    members[block] = members[block]! + 1;
  }
  const township = new Uint8Array(parcels.count);
  for (let p = 0; p < parcels.count; p++) {
    const f = parcels.mainFace[p]!;
    const block = ground.block[f]!;
    const town = ground.town[f]!;
    const [x, y] =
      block < 0
        ? [parcels.x[p]!, parcels.y[p]!]
        : [sumX[block]! / members[block]!, sumY[block]! / members[block]!];
    township[p] = town >= 0 ? town : nearestTown(geography, x, y);
  }
  joinStrays(parcels, township);
  return township;
}

function nearestTown({ towns }: Geography, x: number, y: number): number {
  let best = 0;
  let least = Infinity;
  for (const [k, { centre }] of towns.entries()) {
    const distance = Math.hypot(centre[0] - x, centre[1] - y) / (k === 0 ? 1.15 : 1);
    if (distance < least) {
      least = distance;
      best = k;
    }
  }
  return best;
}

/** Parts cut off from the main part of their township go to the township they share the longest boundary with. */
function joinStrays(parcels: Parcels, township: Uint8Array): void {
  for (let round = 0; round < 12; round++) {
    const part = new Int32Array(parcels.count).fill(-1);
    const sizes: number[] = [];
    const largest = new Map<number, number>();
    const stack: number[] = [];
    for (let p = 0; p < parcels.count; p++) {
      if (part[p] !== -1) continue;
      const id = sizes.length;
      let area = 0;
      part[p] = id;
      stack.push(p);
      while (stack.length > 0) {
        const q = stack.pop()!;
        area += parcels.area[q]!;
        for (let k = parcels.first[q]!; k < parcels.first[q + 1]!; k++) {
          const r = parcels.neighbour[k]!;
          if (part[r] !== -1 || township[r] !== township[p]) continue;
          part[r] = id;
          stack.push(r);
        }
      }
      sizes.push(area);
      const most = largest.get(township[p]!);
      if (most === undefined || area > sizes[most]!) largest.set(township[p]!, id);
    }
    const border = new Map<number, Map<number, number>>();
    for (let p = 0; p < parcels.count; p++) {
      if (largest.get(township[p]!) === part[p]) continue;
      const row = border.get(part[p]!) ?? new Map<number, number>();
      border.set(part[p]!, row);
      for (let k = parcels.first[p]!; k < parcels.first[p + 1]!; k++) {
        const other = township[parcels.neighbour[k]!]!;
        if (other !== township[p]) row.set(other, (row.get(other) ?? 0) + parcels.shared[k]!);
      }
    }
    if (border.size === 0) return;
    for (let p = 0; p < parcels.count; p++) {
      const row = border.get(part[p]!);
      if (!row || row.size === 0) continue;
      township[p] = [...row].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
    }
  }
}

export function boxOf({ outline }: Geography): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < outline.length; i += 2) {
    box[0] = Math.min(box[0], outline[i]!);
    box[1] = Math.min(box[1], outline[i + 1]!);
    box[2] = Math.max(box[2], outline[i]!);
    box[3] = Math.max(box[3], outline[i + 1]!);
  }
  return box;
}

export const codeOf = (survey: Survey, parcel: number): SurveyCode => surveyCodes[survey.code[parcel]!]!;
