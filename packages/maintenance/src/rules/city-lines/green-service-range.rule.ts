import { greenLine } from './city-line.ts';
import { serviceRangeRule } from './service-range-rule.ts';

/** Share of residential land within reach of the green line. */
export const greenServiceRange = serviceRangeRule(greenLine, {
  name: 'distance',
  title: '公园绿地服务距离',
  value: 500,
  unit: 'm',
  source: 'docs/sources.md §5.5：公园服务半径 500 m（未核实）',
  confidence: 'memory-medium',
});
