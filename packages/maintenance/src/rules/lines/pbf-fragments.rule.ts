import { farmlandMeasures, optimisationStandard, scheme } from '../documents.ts';
import { fragmentsRule } from '../fragments-rule.ts';

/** 零星破碎地块: isolated small patches of permanent basic farmland do not increase. */
export const pbfFragments = fragmentsRule({
  id: 'pbf.fragments',
  title: '永久基本农田碎图斑不增加',
  algorithm:
    '永久基本农田图斑融合成连片，椭球面积小于“碎图斑面积上限”的连片为碎图斑。维护后碎图斑的块数和面积均 ≤ 备案。',
  layer: 'YJJBNTBHTB',
  name: '永久基本农田',
  basis: [scheme('三（一）1'), farmlandMeasures, optimisationStandard],
});
