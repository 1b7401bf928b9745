import { areaRule } from '../area-rule.ts';
import { boundaryMeasures, optimisationStandard, scheme } from '../documents.ts';

/** 城镇开发边界总量不突破: the area covered by CZKFBJ after the maintenance is not above the target or the filed area. */
export const udbTotal = areaRule({
  id: 'udb.total',
  title: '城镇开发边界总量不突破',
  chapter: 'indicators',
  algorithm:
    '维护后城镇开发边界（CZKFBJ）各图斑融合后的椭球面积 ≤ 规划目标；未提供目标时 ≤ 备案库同口径面积。与目标比较时容许目标值末位的一半，与备案比较时容许取舍误差。',
  layer: 'CZKFBJ',
  target: 'urbanBoundary',
  targetName: '城镇开发边界面积',
  atLeast: false,
  basis: [scheme('二（三）3 三条控制线；四 1'), boundaryMeasures, optimisationStandard],
});
