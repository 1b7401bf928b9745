import { areaRule } from './area-rule.ts';
import { optimisationStandard, redLineNotice, scheme } from './documents.ts';

/** 生态保护红线面积不减少: the area covered by STBHHX is not below the target or the filed area. */
export const erArea = areaRule({
  id: 'er.area',
  title: '生态保护红线面积不减少',
  layer: 'STBHHX',
  target: 'ecologicalRedLine',
  targetName: '生态保护红线面积',
  atLeast: true,
  basis: [scheme('二（三）3 三条控制线'), redLineNotice, optimisationStandard],
});
