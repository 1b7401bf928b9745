import { changeFields } from '@tuheng/standard';

/**
 * Fields of the pieces of a change as the desk has them. WHBH, WHLX, BSM, XZQDM and XZQMC are those of 维护层; BSM is that of the feature whose ground
 * it is, not the new one of the delivery. The others are ours: no standard has them.
 */
const ours: Readonly<Record<string, string>> = {
  WHQDM: '维护前分类代码',
  WHQMC: '维护前分类名称',
  WHHDM: '维护后分类代码',
  WHHMC: '维护后分类名称',
  WHMJ: '维护面积（椭球面积，平方米）',
  XZDM: '乡镇代码',
  XZMC: '乡镇名称',
};

/** 中文名称 by name. */
export const pieceFieldTitles: ReadonlyMap<string, string> = new Map([
  ...changeFields.map(({ name, title }) => [name, title] as const),
  ...Object.entries(ours),
]);
