import { coveringLayers } from '../covering-layers.ts';
import type { InspectionRule, RuleFinding } from '../rule.ts';

/**
 * T-03: layers of the whole county cover exactly what XZQ (dissolved) covers. Ground missing at the border and ground beyond it, each
 * connected piece larger than the run's `overlapArea` (m²), is found. Gaps inside the layer are T-02's.
 */
export const coversTheCounty: InspectionRule = {
  id: 'T-03',
  category: 'topology',
  severity: 'error',
  title: '图层与县域范围一致',
  description: '县域图层恰好覆盖行政区 XZQ 的范围，县界处不缺、不出界。',
  basis: [{ document: '图层覆盖范围检查', source: 'standards.md §3.4 T-03', confidence: 'derived' }],
  parameters: [
    {
      name: 'countyLayers',
      title: '覆盖全县的图层',
      value: ['GHFQ', 'YDYHGHFQ', 'GHYDYH', 'DLTB'],
      unit: '',
      source: 'standards.md §2.6：规划分区覆盖全域',
      confidence: 'memory-high',
    },
  ],
  requires: [
    { rule: 'S-01', grain: 'layer' },
    { rule: 'S-02', grain: 'feature' },
    { rule: 'G-02', grain: 'feature' },
  ],
  noSubject: '没有覆盖全县的图层。',
  subjects: (context) => coveringLayers(context, context.list('T-03', 'countyLayers')),
  inspect({ layers: [layer] }, context) {
    if (!context.boundary(layer!)) {
      return { findings: [], notRun: '没有行政区 XZQ，县域范围未知；用 --base 提供后可查。' };
    }
    const missing: RuleFinding[] = context
      .gaps(layer!)
      .atBoundary.map(({ features, rings, area, width }) => ({
        layer: layer!,
        ...(features[0] !== undefined && { feature: features[0] }),
        others: features.slice(1).map((feature) => ({ layer: layer!, feature })),
        message: `县界以内有 ${area.toFixed(2)} m² 没有图斑，最宽处 ${width.toFixed(3)} m。`,
        place: { kind: 'rings', rings },
        area,
        measure: { value: width, unit: 'm' },
        suggestion: '补画缺少的图斑，边界与行政区一致。',
      }));
    const beyond: RuleFinding[] = context
      .coverage(layer!)
      .beyondBoundary.map(({ features, rings, area, width }) => ({
        layer: layer!,
        ...(features[0] !== undefined && { feature: features[0] }),
        others: features.slice(1).map((feature) => ({ layer: layer!, feature })),
        message: `超出县界 ${area.toFixed(2)} m²，最宽处 ${width.toFixed(3)} m。`,
        place: { kind: 'rings', rings },
        area,
        measure: { value: width, unit: 'm' },
        suggestion: '把图斑裁到县界。',
      }));
    return { findings: [...missing, ...beyond] };
  },
};
