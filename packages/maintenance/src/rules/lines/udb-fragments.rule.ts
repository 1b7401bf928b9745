import { optimisationStandard, scheme } from '../documents.ts';
import { fragmentsRule } from '../fragments-rule.ts';

/** 减少碎图斑: isolated small patches of the urban development boundary do not increase. */
export const udbFragments = fragmentsRule({
  id: 'udb.fragments',
  title: '城镇开发边界碎图斑不增加',
  algorithm:
    '城镇开发边界图斑融合成连片，椭球面积小于“碎图斑面积上限”的连片为碎图斑。维护后碎图斑的块数和面积均 ≤ 备案。',
  layer: 'CZKFBJ',
  name: '城镇开发边界',
  basis: [scheme('四 1'), optimisationStandard],
});
