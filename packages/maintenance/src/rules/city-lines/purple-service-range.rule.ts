import { purpleLine } from './city-line.ts';
import { serviceRangeRule } from './service-range-rule.ts';

/** Share of residential land within reach of the purple line. */
export const purpleServiceRange = serviceRangeRule(purpleLine, {
  name: 'distance',
  title: '历史文化资源服务距离',
  value: 1000,
  unit: 'm',
  source: '本项目建议（紫线的服务距离未核实）',
  confidence: 'suggestion',
});
