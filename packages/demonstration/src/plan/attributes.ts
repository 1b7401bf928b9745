import { landUseClass, surveyClass, zoneClass } from '@tuheng/standard';
import { Cover } from '../ground/ground.ts';
import type { Reserve } from '../ground/places.ts';
import { codeOf } from '../survey/survey.ts';
import { isCultivatedIndex, surveyCodes } from '../survey/survey-codes.ts';
import { countyUseOf } from './county-use.ts';
import { type Intensity, intensityOf, useOf } from './planned-use.ts';
import { ADDITION, type County, type PlanState } from './state.ts';

/** What a feature is told by: its first face, that face's parcel, and its area in m² (2 decimals). */
export interface FeatureInfo {
  readonly face: number;
  readonly parcel: number;
  readonly area: number;
}

export type Value = string | number | null;
/** Field values by name, one for all features or one for each; a field without an entry stays empty. */
export type Attributes = Readonly<Record<string, Value | ((feature: FeatureInfo) => Value)>>;

export const COUNTY_CODE = '230898';
export const COUNTY_NAME = '演示县';
export const INVENTED = '演示数据（虚构）';
/** Stands for the approval under which the red line was extended. */
export const RED_LINE_DOCUMENT = '演示批复〔2026〕1号（虚构）';
export const ZONING_DOCUMENT = '演示规划〔2026〕2号（虚构）';

const SURVEY_YEAR = 2024;
const cents = (value: number): number => Math.round(value * 100) / 100;
const padded = (value: number, digits: number): string => String(value).padStart(digits, '0');

/** Strings that many features share are made once. */
function remembered(make: (key: number) => string): (key: number) => string {
  const made: string[] = [];
  return (key) => (made[key] ??= make(key));
}

export const townshipCode = (township: number): string => `${COUNTY_CODE}${padded(100 + township, 3)}`;

export const identity: Attributes = {
  XZQDM: COUNTY_CODE,
  XZQMC: COUNTY_NAME,
  BZ: INVENTED,
};

/** 田坎扣除系数 by slope class: sloping land loses some of its area to ridges. */
const ridgeShare = [0, 0, 0.03, 0.06, 0.1, 0.12];

/** Villages of a township among which the parcels are shared out. */
const VILLAGE_UNITS = 37;
const surveyNames = surveyCodes.map((code) => surveyClass(code)!.name);

/** DLTB and GDBHMB. */
export function landAttributes(county: County): Attributes {
  const { survey, ground, geography } = county;
  const slope = ({ parcel }: FeatureInfo): number => survey.slope[parcel]!;
  const share = (feature: FeatureInfo): number => ridgeShare[slope(feature)]!;
  const deducted = (feature: FeatureInfo): number => cents(feature.area * share(feature));
  const cultivated = ({ parcel }: FeatureInfo): boolean => isCultivatedIndex(survey.code[parcel]!);
  const unitName = remembered((town) => `${COUNTY_NAME}${geography.towns[town]!.name}（虚构）`);
  const unitCode = remembered(
    (key) =>
      `${townshipCode(Math.floor(key / VILLAGE_UNITS))}${padded(201 + (key % VILLAGE_UNITS), 3)}0000000`,
  );
  const unit = ({ parcel }: FeatureInfo): string => {
    const block = Math.max(0, ground.block[survey.parcels.mainFace[parcel]!]!);
    return unitCode(survey.township[parcel]! * VILLAGE_UNITS + (block % VILLAGE_UNITS));
  };
  const inTown = ({ parcel }: FeatureInfo): string => unitName(survey.township[parcel]!);
  const parcelNumber = remembered((parcel) => padded(parcel + 1, 8));
  const inFloodPlain = (feature: FeatureInfo): boolean =>
    cultivated(feature) && ground.cover[survey.parcels.mainFace[feature.parcel]!] === Cover.meadow;
  const whenCultivated = (value: Value) => (feature: FeatureInfo) => (cultivated(feature) ? value : null);
  return {
    TBBH: ({ parcel }) => parcelNumber(parcel),
    DLBM: ({ parcel }) => codeOf(survey, parcel),
    DLMC: ({ parcel }) => surveyNames[survey.code[parcel]!]!,
    QSXZ: ({ parcel }) => (stateOwned.has(codeOf(survey, parcel)) ? '10' : '30'),
    QSDWDM: unit,
    QSDWMC: inTown,
    ZLDWDM: unit,
    ZLDWMC: inTown,
    TBMJ: ({ area }) => area,
    KCDLBM: (feature) => (share(feature) > 0 ? '1203' : null),
    KCXS: share,
    KCMJ: deducted,
    TBDLMJ: (feature) => cents(feature.area - deducted(feature)),
    GDLX: (feature) => (slope(feature) >= 2 ? 'PD' : null),
    GDPDJB: (feature) => (slope(feature) > 0 ? String(slope(feature)) : null),
    XZDWKD: ({ parcel }) => widths[ground.cover[survey.parcels.mainFace[parcel]!]!] ?? null,
    TBXHDM: (feature) => (inFloodPlain(feature) ? 'HDGD' : null),
    TBXHMC: (feature) => (inFloodPlain(feature) ? '河道耕地' : null),
    ZZSXDM: whenCultivated('LS'),
    ZZSXMC: whenCultivated('种植粮食作物'),
    GDDB: ({ parcel }) => survey.grade[parcel]! || null,
    FRDBS: '0',
    CZCSXM: ({ parcel }) => settlement(county, parcel),
    SJNF: SURVEY_YEAR,
    MSSM: '00',
    BZ: INVENTED,
  };
}

const stateOwned = new Set([
  '1001',
  '1003',
  '1101',
  '1102',
  '1106',
  '1108',
  '1109',
  '0402',
  '0306',
  '0701',
  '05H1',
  '08H1',
  '1004',
]);
/** Widths of line-shaped land as drawn, metres. */
const widths: Readonly<Record<number, number>> = {
  [Cover.highway]: 56,
  [Cover.railway]: 28,
  [Cover.dike]: 26,
};

/** 城镇村属性码 of construction land and streets within towns and villages. */
function settlement({ survey, ground }: County, parcel: number): string | null {
  const code = codeOf(survey, parcel);
  if (!/^(05|06|07|08|09|1004)/.test(code)) return null;
  if (code === '09') return '205';
  const f = survey.parcels.mainFace[parcel]!;
  const town = ground.town[f]!;
  if (town < 0) return code === '0601' && ground.cover[f] !== Cover.village ? '203A' : '203';
  return town === 0 ? '201' : '202';
}

/** YJJBNTBHTB: the parcel's own values, `land`, under the layer's names. */
export function farmlandAttributes(county: County, land: Attributes): Attributes {
  const number = remembered(
    (parcel) => `${townshipCode(county.survey.township[parcel]!)}${padded(parcel + 1, 8)}`,
  );
  return {
    ...land,
    ...identity,
    YJJBNTTBBH: ({ parcel }) => number(parcel),
    YJJBNTTBMJ: land.TBMJ!,
    YJJBNTMJ: land.TBDLMJ!,
    GDDJ: land.GDDB!,
    GGBZL: ({ parcel }) => (codeOf(county.survey, parcel) === '0103' ? null : '充分满足'),
    BHKSSJ: '2022-11-01',
    BHJSSJ: '2035-12-31',
    WDGD: '是',
  };
}

export function zoneAttributes(column: Uint16Array): Attributes {
  return {
    ...identity,
    GHFQDM: ({ face }) => String(column[face]!),
    GHFQMC: ({ face }) => zoneClass(String(column[face]!))!.name,
    MJ: ({ area }) => area,
    GKZY: '按规划分区用途管制规则管控（演示）',
  };
}

export function redLineAttributes(county: County, state: PlanState): Attributes {
  const index = ({ face }: FeatureInfo): number => (state.redLine[face]! - 1) % ADDITION;
  const reserve = (feature: FeatureInfo): Reserve => county.geography.reserves[index(feature)]!;
  return {
    ...identity,
    SHENG: '演示省（虚构）',
    SHI: '演示市（虚构）',
    XIAN: COUNTY_NAME,
    HXBM: (feature) => `${COUNTY_CODE}HX${padded(index(feature) + 1, 3)}`,
    HXMC: (feature) => `${reserve(feature).name}生态保护红线`,
    HXLX: '生物多样性维护',
    MJ: ({ area }) => area,
    ZRBHDMC: (feature) => `${reserve(feature).name}（虚构）`,
    ZRBHDJB: (feature) => reserve(feature).level,
    ZRBHDLX: (feature) => reserve(feature).type,
    ZRBHDFQ: '一般控制区',
    XTYZBLX: (feature) => reserve(feature).ecosystem,
    GKCS: '按生态保护红线管理规定管控（演示）',
    SZXJXZQDM: COUNTY_CODE,
    SZXJXZQMC: COUNTY_NAME,
    BZ: ({ face }) => (state.redLine[face]! > ADDITION ? `${INVENTED}；依据${RED_LINE_DOCUMENT}` : INVENTED),
  };
}

/** GHYDYH; a feature joins parcels that are alike in all that is said of it. */
export function countyUseAttributes(county: County, state: PlanState): Attributes {
  const use = ({ face }: FeatureInfo): string => countyUseOf(state.countyUse[face]!);
  return {
    ...plannedUseAttributes(county, state),
    YDYHFLDM: use,
    YDYHFLMC: (feature) => landUseClass(use(feature), 2023)!.name,
    CZCSX: ({ face, parcel }) =>
      state.boundary[face]! > 0 ? '10' : settlement(county, parcel) === '203' ? '20' : null,
  };
}

export function plannedUseAttributes(county: County, state: PlanState): Attributes {
  const use = ({ face }: FeatureInfo): string => useOf(state.cityUse[face]!);
  const built = ({ parcel }: FeatureInfo): boolean => settlement(county, parcel) !== null;
  const intensity =
    (field: keyof Intensity) =>
    ({ face }: FeatureInfo): number | null =>
      intensityOf(useOf(state.cityUse[face]!), state.overbuilt[face]! > 0)?.[field] ?? null;
  return {
    ...identity,
    RJL: intensity('RJL'),
    JZMD: intensity('JZMD'),
    LDL: intensity('LDL'),
    XG: intensity('XG'),
    YDYHFLDM: use,
    YDYHFLMC: (feature) => landUseClass(use(feature), 2023)!.name,
    TBMJ: ({ area }) => area,
    TBDLMJ: ({ area }) => area,
    JQDLDM: ({ parcel }) => codeOf(county.survey, parcel),
    JQDLMC: ({ parcel }) => surveyNames[county.survey.code[parcel]!]!,
    GHZT: (feature) => (built(feature) ? '10' : '20'),
    CZCSX: '10',
  };
}
