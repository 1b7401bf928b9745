import { areaRule } from '../area-rule.ts';
import { optimisationStandard, redLineNotice, scheme } from '../documents.ts';

/** 生态保护红线面积不减少: the area covered by STBHHX is not below the target or the filed area. */
export const erArea = areaRule({
  id: 'er.area',
  title: '生态保护红线面积不减少',
  chapter: 'indicators',
  algorithm: '维护后生态保护红线（STBHHX）融合后的椭球面积 ≥ 规划目标；未提供目标时 ≥ 备案库同口径面积。',
  layer: 'STBHHX',
  target: 'ecologicalRedLine',
  targetName: '生态保护红线面积',
  atLeast: true,
  basis: [scheme('二（三）3 三条控制线'), redLineNotice, optimisationStandard],
});
