import { yellowLine } from './city-line.ts';
import { serviceRangeRule } from './service-range-rule.ts';

/** Share of residential land within reach of the yellow line. */
export const yellowServiceRange = serviceRangeRule(yellowLine, {
  name: 'distance',
  title: '基础设施服务距离',
  value: 1000,
  unit: 'm',
  source: '本项目建议（黄线设施的服务距离未核实，各类设施不同）',
  confidence: 'suggestion',
});
