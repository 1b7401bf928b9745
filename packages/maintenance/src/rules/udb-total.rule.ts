import { areaRule } from './area-rule.ts';
import { boundaryMeasures, optimisationStandard, scheme } from './documents.ts';

/** 城镇开发边界总量不突破: the area covered by CZKFBJ after the maintenance is not above the target or the filed area. */
export const udbTotal = areaRule({
  id: 'udb.total',
  title: '城镇开发边界总量不突破',
  layer: 'CZKFBJ',
  target: 'urbanBoundary',
  targetName: '城镇开发边界面积',
  atLeast: false,
  basis: [scheme('二（三）3 三条控制线；四 1'), boundaryMeasures, optimisationStandard],
});
