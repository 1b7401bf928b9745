import { areaRule } from '../area-rule.ts';
import { greenLine } from './city-line.ts';

/** The ground within 城市绿线 does not shrink. */
export const greenArea = areaRule({
  id: 'green.area',
  title: '城市绿线保护面积不降低',
  chapter: 'cityLines',
  algorithm:
    '维护后城市绿线（ZXCQCSLVX）各图斑融合后的椭球面积 ≥ 备案库同口径面积；取舍误差（每图斑 0.01 m² 加变动边界长度计）不算减少。备案库或维护后数据库缺这个图层时证据不足；两版都没有图斑时不适用。',
  layer: 'ZXCQCSLVX',
  atLeast: true,
  basis: greenLine.basis,
});
