import { landUseClass } from '@tuheng/standard';
import { type Attributes, type FeatureInfo, INVENTED, identity } from './attributes.ts';
import { useOf } from './planned-use.ts';
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

const planned = (state: PlanState, { face }: FeatureInfo): string =>
  landUseClass(useOf(state.cityUse[face]!), 2023)!.name;

/** Attributes of the four lines of the central city, of the flood line and of the heritage line, by layer. */
export function lineAttributes(state: PlanState): Readonly<Record<string, Attributes>> {
  return {
    ZXCQCSLX: line({ LB: '坑塘水面' }),
    ZXCQCSLVX: line({ LB: (feature) => planned(state, feature), LX: '城市绿地' }),
    ZXCQCSZX: line({
      LB: '历史建筑',
      BZ: ({ face }) => named(historicNames[state.purple[face]! - 1]!, state.purple[face]! > 2),
    }),
    ZXCQCSHX: line({
      LB: '城市基础设施',
      SSLX: (feature) => planned(state, feature),
      SSDJ: '县级',
    }),
    HLFXKZX: line({ LB: '行洪滞洪区' }),
    LSWHBHX: line({
      LB: '文物保护单位',
      BZ: ({ face }) => named(monumentNames[state.heritage[face]! - 1]!, false),
    }),
  };
}
