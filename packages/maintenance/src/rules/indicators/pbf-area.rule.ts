import { areaRule } from '../area-rule.ts';
import { farmlandMeasures, optimisationStandard, scheme } from '../documents.ts';

/** 永久基本农田数量不减少: the area covered by YJJBNTBHTB is not below the target or the filed area. */
export const pbfArea = areaRule({
  id: 'pbf.area',
  title: '永久基本农田面积不减少',
  chapter: 'indicators',
  algorithm: '维护后永久基本农田（YJJBNTBHTB）融合后的椭球面积 ≥ 保护任务；未提供目标时 ≥ 备案库同口径面积。',
  layer: 'YJJBNTBHTB',
  target: 'permanentBasicFarmland',
  targetName: '永久基本农田保护面积',
  atLeast: true,
  basis: [scheme('二（三）3 三条控制线；三（一）1'), farmlandMeasures, optimisationStandard],
});
