import type { DistanceGrid } from '../ground/distance-grid.ts';
import type { Geography } from '../ground/geography.ts';
import type { Town } from '../ground/places.ts';
import { noiseField } from '../noise.ts';
import { chance } from '../random.ts';
import type { SurveyCode } from './survey-codes.ts';

/** A place in a town's own frame, in half-axes: (0, 0) is the centre, u runs along the main streets. */
export interface TownPlace {
  readonly u: number;
  readonly v: number;
  readonly r: number;
}

const CITY_AXES = [3900, 2450] as const;
const TOWN_AXES = [690, 560] as const;

export function townPlace(town: Town, city: boolean, x: number, y: number): TownPlace {
  const [a, b] = city ? CITY_AXES : TOWN_AXES;
  const dx = x - town.centre[0];
  const dy = y - town.centre[1];
  const u = (dx * Math.cos(town.angle) + dy * Math.sin(town.angle)) / a;
  const v = (dy * Math.cos(town.angle) - dx * Math.sin(town.angle)) / b;
  return { u, v, r: Math.hypot(u, v) };
}

/** The east of the city, where the development zone lies. */
export const inIndustryQuarter = ({ u }: TownPlace): boolean => u > 0.42;

/** Says what a block in a town is today: built with something, or still a field. */
export function createTownLand(
  geography: Geography,
  toRiver: DistanceGrid,
  seed: number,
): (town: number, x: number, y: number, parcel: number, area: number) => SurveyCode {
  const edge = noiseField(seed + 31, 1500, 2);
  return (town, x, y, parcel, area) => {
    const city = town === 0;
    const place = townPlace(geography.towns[town]!, city, x, y);
    const roll = chance(seed + 5, parcel);
    const fringe = place.r + 0.22 * edge(x, y);
    if (city && toRiver.at(x, y) < 900 && place.v > 0.55 && Math.abs(place.u) < 0.5) return '0810';
    if (fringe > (city ? 0.84 : 0.9) && area > 2500) return roll < 0.86 ? '0103' : '0404';
    if (!city) return pick(roll, townMix);
    if (inIndustryQuarter(place))
      return fringe > 0.72 && roll < 0.45 ? '0103' : pick(chance(seed + 6, parcel), industryMix);
    return pick(roll, place.r < 0.27 ? centreMix : residentialMix);
  };
}

type Mix = readonly (readonly [SurveyCode, number])[];

const centreMix: Mix = [
  ['05H1', 0.34],
  ['0701', 0.3],
  ['08H1', 0.13],
  ['08H2', 0.12],
  ['0810', 0.09],
  ['0809', 0.02],
];
const residentialMix: Mix = [
  ['0701', 0.68],
  ['08H2', 0.09],
  ['05H1', 0.09],
  ['0810', 0.06],
  ['0809', 0.03],
  ['08H1', 0.02],
  ['0601', 0.03],
];
const industryMix: Mix = [
  ['0601', 0.68],
  ['0508', 0.18],
  ['0809', 0.04],
  ['0701', 0.06],
  ['0810', 0.04],
];
const townMix: Mix = [
  ['0701', 0.62],
  ['05H1', 0.1],
  ['08H1', 0.06],
  ['08H2', 0.09],
  ['0601', 0.08],
  ['0810', 0.03],
  ['0809', 0.02],
];

function pick(roll: number, mix: Mix): SurveyCode {
  let sum = 0;
  for (const [code, share] of mix) {
    sum += share;
    if (roll < sum) return code;
  }
  return mix[0]![0];
}
