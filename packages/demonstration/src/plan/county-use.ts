import { isConstruction, isConstructionGroup, landUseGroup } from '@tuheng/standard';
import { codeOf } from '../survey/survey.ts';
import type { SurveyCode } from '../survey/survey-codes.ts';
import { plannedUses, useOf } from './planned-use.ts';
import { atParcel, type County, type PlanState, setParcel } from './state.ts';

/** What the plan leaves a parcel to be outside the towns: the class of 2023 for what it is today, finer where a group would span several. */
const kept: Readonly<Record<SurveyCode, string>> = {
  '0101': '0101',
  '0102': '0102',
  '0103': '0103',
  '0201': '0201',
  '0301': '0301',
  '0304': '0501',
  '0305': '0303',
  '0306': '0502',
  '0307': '0304',
  '0402': '0503',
  '0404': '0403',
  '0508': '1101',
  '05H1': '0901',
  '0601': '1001',
  '0701': '0701',
  '0702': '0703',
  '0809': '1303',
  '0810': '1401',
  '08H1': '0801',
  '08H2': '0804',
  '09': '1506',
  '1001': '1201',
  '1003': '1202',
  '1004': '1207',
  '1006': '0601',
  '1101': '1701',
  '1102': '1702',
  '1104': '1704',
  '1106': '0506',
  '1107': '1705',
  '1108': '0504',
  '1109': '1311',
  '1202': '0602',
};

/** Classes of GHYDYH, those of the central city first. */
const uses: readonly string[] = [...new Set([...plannedUses, ...Object.values(kept)])];

/**
 * Draws GHYDYH, the planned land use of the whole county: in the central city what its own layer says, in the boundaries of the other
 * towns housing where nothing is built, elsewhere what is there.
 */
export function setCountyUse(county: County, state: PlanState): void {
  for (let p = 0; p < county.survey.parcels.count; p++) {
    setParcel(county, state.countyUse, p, countyUseIndex(usedFor(county, state, p)));
  }
}

function usedFor(county: County, state: PlanState, parcel: number): string {
  const inCity = atParcel(county, state.cityUse, parcel);
  if (inCity > 0) return useOf(inCity);
  const today = codeOf(county.survey, parcel);
  const grows = atParcel(county, state.boundary, parcel) > 0 && !isConstruction(today) && !isLasting(today);
  return grows ? '0701' : kept[today];
}

/** Water, ditches and farm roads stay when a town grows around them. */
const isLasting = (code: SurveyCode): boolean => ['1006', '1101', '1102', '1104', '1107'].includes(code);

/** Value of `PlanState.countyUse` for a class: 1 and more. */
export const countyUseIndex = (use: string): number => uses.indexOf(use) + 1;
export const countyUseOf = (index: number): string => uses[index - 1]!;

/** Whether a value of `PlanState.countyUse` is construction land as the county's total counts it. */
export function isBuiltUse(index: number): boolean {
  const group = index > 0 ? landUseGroup(countyUseOf(index), 2023)?.group : undefined;
  return group !== undefined && isConstructionGroup(group);
}

/**
 * Key of every face in GHYDYH, −1 outside: land of one use and one survey class is one feature within a block; roads and waters between
 * blocks stay the parcels they are, for else a county's roads would be one feature.
 */
export function countyUseKeys({ survey, ground }: County, state: PlanState): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(state.countyUse, (use, face) => {
    const parcel = survey.parcels.ofFace[face]!;
    if (parcel < 0 || use === 0) return -1;
    // Of the parcel, so that none is cut where a block ends.
    const block = ground.block[survey.parcels.mainFace[parcel]!]!;
    const place = block < 0 ? `parcel ${parcel}` : `block ${block} ${survey.township[parcel]}`;
    const key = `${use} ${survey.code[parcel]} ${place}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  });
}
