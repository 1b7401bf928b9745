import { areaRule } from '../area-rule.ts';
import { farmlandMeasures, scheme } from '../documents.ts';

/** 耕地保护目标不减少: the area covered by GDBHMB is not below the target or the filed area. */
export const cultivatedArea = areaRule({
  id: 'cultivated.area',
  title: '耕地保护目标不减少',
  chapter: 'indicators',
  algorithm: '维护后耕地保护目标（GDBHMB）融合后的椭球面积 ≥ 耕地保有量；未提供目标时 ≥ 备案库同口径面积。',
  layer: 'GDBHMB',
  target: 'cultivatedLand',
  targetName: '耕地保有量',
  atLeast: true,
  basis: [scheme('三（一）1'), farmlandMeasures],
});
