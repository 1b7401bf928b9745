import { DistanceGrid } from '../ground/distance-grid.ts';
import { boxOf, type Geography } from '../ground/geography.ts';
import { Cover, type Ground } from '../ground/ground.ts';
import { noiseField } from '../noise.ts';
import { chance } from '../random.ts';
import { type CityOpenings, openCity } from './city-openings.ts';
import { balanceCultivated, paddies, quality } from './cultivated.ts';
import type { Parcels } from './parcels.ts';
import { codeIndex, isCultivatedIndex, type SurveyCode, surveyCodes } from './survey-codes.ts';
import { createTownLand } from './town-land.ts';
import { townships } from './townships.ts';

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

/** Gives every parcel its survey class, and cultivated land its grade and slope. */
export function surveyCounty(ground: Ground, geography: Geography, parcels: Parcels, seed: number): Survey {
  const code = new Uint8Array(parcels.count);
  const box = boxOf(geography.outline);
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

export const codeOf = (survey: Survey, parcel: number): SurveyCode => surveyCodes[survey.code[parcel]!]!;
