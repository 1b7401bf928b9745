import { chance } from '../random.ts';
import { codeOf } from '../survey/survey.ts';
import { inIndustryQuarter, townPlace } from '../survey/town-land.ts';
import type { County } from './state.ts';

/** Planned classes of the central city (YDYHFLDM, edition of 2023). */
export const plannedUses = [
  '0701',
  '0702',
  '0801',
  '0803',
  '0804',
  '0805',
  '0806',
  '0901',
  '0902',
  '1001',
  '1101',
  '1201',
  '1207',
  '1208',
  '1301',
  '1303',
  '1305',
  '1309',
  '1401',
  '1402',
  '1403',
  '16',
  '1704',
  '0103',
  '0403',
] as const;
export type PlannedUse = (typeof plannedUses)[number];

export const useIndex = (use: PlannedUse): number => plannedUses.indexOf(use) + 1;
export const useOf = (index: number): PlannedUse => plannedUses[index - 1]!;

const ofSurvey: Readonly<Record<string, readonly PlannedUse[]>> = {
  '0701': ['0701'],
  '05H1': ['0901', '0901', '0902'],
  '0508': ['1101'],
  '0601': ['1001'],
  '0809': ['1301', '1303', '1305', '1309', '1208'],
  '0810': ['1401', '1401', '1401', '1402', '1403'],
  '08H1': ['0801'],
  '08H2': ['0804', '0804', '0806', '0803', '0805'],
  '1001': ['1201'],
  '1003': ['1207'],
  '1004': ['1207'],
  '1006': ['1207'],
  '1104': ['1704'],
};
const growth: readonly PlannedUse[] = [
  '0701',
  '0701',
  '0701',
  '16',
  '16',
  '16',
  '0901',
  '0804',
  '1402',
  '1208',
];
const industry: readonly PlannedUse[] = ['1001', '1001', '1001', '1101', '16', '16', '1402'];

/** What the plan makes of a parcel in the central city: what it is where it is built, something new where it is not. */
export function plannedUse(county: County, parcel: number): PlannedUse {
  const { survey, geography, seed } = county;
  const roll = chance(seed + 81, parcel);
  const among = (uses: readonly PlannedUse[]): PlannedUse => uses[Math.floor(roll * uses.length)]!;
  const today = ofSurvey[codeOf(survey, parcel)];
  if (today) return among(today);
  if (survey.openings.farmland.includes(parcel)) return '0103';
  if (survey.openings.gap.includes(parcel)) return '0403';
  const { parcels } = survey;
  const place = townPlace(geography.towns[0]!, true, parcels.x[parcel]!, parcels.y[parcel]!);
  const inCity = county.ground.town[parcels.mainFace[parcel]!] === 0;
  return among(inCity && inIndustryQuarter(place) ? industry : growth);
}

/** 容积率, 建筑密度 (%), 绿地率 (%) and 建筑限高 (m) of a planned use, under field names that no standard read here gives. */
export interface Intensity {
  readonly RJL: number;
  readonly JZMD: number;
  readonly LDL: number;
  readonly XG: number;
}

export const intensityFields = ['RJL', 'JZMD', 'LDL', 'XG'] as const satisfies readonly (keyof Intensity)[];

const intensityOfUse: Readonly<Record<string, Intensity>> = {
  '07': { RJL: 2, JZMD: 28, LDL: 35, XG: 54 },
  '08': { RJL: 1.2, JZMD: 30, LDL: 35, XG: 24 },
  '09': { RJL: 2.5, JZMD: 45, LDL: 20, XG: 60 },
  '10': { RJL: 1.2, JZMD: 50, LDL: 15, XG: 24 },
  '11': { RJL: 1, JZMD: 50, LDL: 15, XG: 18 },
};
/** More than all of the plot is built on and planted: a slip. */
const IMPOSSIBLE: Intensity = { RJL: 2, JZMD: 68, LDL: 35, XG: 54 };

/** The indicators of a plot; undefined where its use has none. */
export function intensityOf(use: PlannedUse, overbuilt: boolean): Intensity | undefined {
  return overbuilt ? IMPOSSIBLE : intensityOfUse[use.slice(0, 2)];
}

const zoneOfUse: Readonly<Record<string, number>> = {
  '07': 411,
  '08': 412,
  '09': 413,
  '10': 414,
  '11': 415,
  '14': 416,
  '17': 416,
  '12': 417,
  '13': 412,
  '16': 418,
  '01': 418,
  '04': 416,
};

/** Third-level zone (411–418) of a planned use; 0 for a street, which takes the zone beside it. */
export function zoneOfPlannedUse(use: PlannedUse): number {
  return use === '1207' ? 0 : zoneOfUse[use.slice(0, 2)]!;
}
