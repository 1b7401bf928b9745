import { areaRule } from '../area-rule.ts';
import { purpleLine } from './city-line.ts';

/** The ground within 城市紫线 does not shrink. */
export const purpleArea = areaRule({
  id: 'purple.area',
  title: '城市紫线保护面积不降低',
  chapter: 'cityLines',
  algorithm:
    '维护后城市紫线（ZXCQCSZX）各图斑融合后的椭球面积 ≥ 备案库同口径面积；取舍误差（每图斑 0.01 m² 加变动边界长度计）不算减少。备案库或维护后数据库缺这个图层时证据不足；两版都没有图斑时不适用。',
  layer: 'ZXCQCSZX',
  atLeast: true,
  basis: purpleLine.basis,
});
