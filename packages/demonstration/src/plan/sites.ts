import { landUseClass } from '@tuheng/standard';
import { type Attributes, type FeatureInfo, INVENTED, identity } from './attributes.ts';
import { facilityName, facilityType, POCKET_PARK, QUARTER, QUARTER_FRINGE } from './city-lines.ts';
import { type PlannedUse, useOf } from './planned-use.ts';
import type { PlanState } from './state.ts';

/** 紫线: two sites on file, then the seven buildings the scheme names (三（四）4); where they stand here is invented. */
const historicNames = [
  '演示旧影院',
  '演示老粮库',
  '别拉音子山一锦台',
  '松花江书法碑林',
  '市中心医院门诊楼',
  '第一中学西教学楼',
  '第一中学艺术馆',
  '第三中学第一教学楼',
  '第三中学实验楼',
];
/** Sites before those of the scheme. */
const INVENTED_SITES = 2;

/** 历史建筑保护名录: the seven that the scheme puts on it. */
export const historicBuildings: readonly string[] = historicNames.slice(INVENTED_SITES);
const monumentNames = ['演示古城址', '演示碑刻', '演示渡口遗址'];

const line = (own: Attributes): Attributes => ({
  ...identity,
  MJ: ({ area }) => area,
  JB: '县级',
  GKYQ: '按相应管理办法管控（演示）',
  ...own,
});

const named = (name: string, fromScheme: boolean): string =>
  fromScheme ? `${INVENTED}；${name}（名称取自方案，位置虚构）` : `${INVENTED}；${name}`;

const classTitle = (use: PlannedUse): string => landUseClass(use, 2023)!.name;

const planned = (state: PlanState, { face }: FeatureInfo): string => classTitle(useOf(state.cityUse[face]!));

/** What a piece of the purple line is called; a building whose number is not known bears no name of the list. */
function purpleName(number: number): string {
  if (number === QUARTER) return named('演示老街历史地段', false);
  if (number === QUARTER_FRINGE) return named('演示老街建设控制地带', false);
  const name = historicNames[number - 1];
  return name === undefined ? named('演示未命名建筑', false) : named(name, number > INVENTED_SITES);
}

function yellowRemark(value: number): string {
  const name = facilityName(value);
  return name === null ? INVENTED : named(name, false);
}

/** Attributes of the four lines of the central city, of the flood line and of the heritage line, by layer. */
export function lineAttributes(state: PlanState): Readonly<Record<string, Attributes>> {
  return {
    ZXCQCSLX: line({ LB: '坑塘水面' }),
    ZXCQCSLVX: line({
      LB: (feature) => (state.green[feature.face] === POCKET_PARK ? '口袋公园' : planned(state, feature)),
      LX: ({ face }) => (state.green[face] === POCKET_PARK ? '口袋公园' : '城市绿地'),
    }),
    ZXCQCSZX: line({
      LB: ({ face }) => (state.purple[face]! < QUARTER ? '历史建筑' : '历史地段'),
      BZ: ({ face }) => purpleName(state.purple[face]!),
    }),
    ZXCQCSHX: line({
      LB: '城市基础设施',
      SSLX: ({ face }) => facilityType(state.yellow[face]!, classTitle),
      SSDJ: '县级',
      BZ: ({ face }) => yellowRemark(state.yellow[face]!),
    }),
    HLFXKZX: line({ LB: '行洪滞洪区' }),
    LSWHBHX: line({
      LB: '文物保护单位',
      BZ: ({ face }) => named(monumentNames[state.heritage[face]! - 1]!, false),
    }),
  };
}
