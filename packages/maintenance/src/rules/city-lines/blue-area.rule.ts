import { areaRule } from '../area-rule.ts';
import { blueLine } from './city-line.ts';

/** The ground within 城市蓝线 does not shrink. */
export const blueArea = areaRule({
  id: 'blue.area',
  title: '城市蓝线面积不减少',
  chapter: 'cityLines',
  algorithm:
    '维护后城市蓝线（ZXCQCSLX）各图斑融合后的椭球面积 ≥ 备案库同口径面积；取舍误差（每图斑 0.01 m² 加变动边界长度计）不算减少。备案库或维护后数据库缺这个图层时证据不足；两版都没有图斑时不适用。',
  layer: 'ZXCQCSLX',
  atLeast: true,
  basis: blueLine.basis,
});
