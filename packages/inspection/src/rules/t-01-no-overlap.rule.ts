import type { InspectionRule, RuleFinding } from '../rule.ts';
import { eachLayer } from '../subjects.ts';

/**
 * T-01: no two features of a layer claim the same ground. Each connected piece of more than the run's `overlapArea` (m²) is a finding with
 * its outline, found by walking the edges that do not stand once in each direction (`checkCoverage`). Self-intersecting features are read by
 * the even-odd rule. Features of the same shape are G-08's.
 */
export const noOverlap: InspectionRule = {
  id: 'T-01',
  category: 'topology',
  severity: 'error',
  title: '图层内没有重叠',
  description: '同一图层的两个要素不占同一块地；面积超过容差的每一块重叠列出其范围、面积和宽度。',
  basis: [
    {
      document: '土地利用总体规划质检：拓扑容差',
      source: 'standards.md §3.3, §3.4 [HY]',
      confidence: 'found',
    },
  ],
  parameters: [],
  requires: [
    { rule: 'S-01', grain: 'layer' },
    { rule: 'S-02', grain: 'feature' },
    { rule: 'G-02', grain: 'feature' },
  ],
  noSubject: '没有面图层。',
  subjects: (context) => eachLayer(context),
  inspect({ layers: [layer] }, context) {
    const { overlaps, duplicates } = context.coverage(layer!);
    const group = new Map<number, number>();
    duplicates.forEach((features, k) => {
      for (const f of features) group.set(f, k);
    });
    const findings: RuleFinding[] = [];
    for (const { features, rings, area, width } of overlaps) {
      const [first, second] = features;
      const same = group.get(first!) !== undefined && group.get(first!) === group.get(second!);
      if (same) continue;
      findings.push({
        layer: layer!,
        feature: first!,
        others: features.slice(1).map((feature) => ({ layer: layer!, feature })),
        message: `与第 ${features
          .slice(1)
          .map((f) => layer!.row(f))
          .join('、')} 行重叠 ${area.toFixed(2)} m²，最宽处 ${width.toFixed(3)} m。`,
        place: { kind: 'rings', rings },
        area,
        measure: { value: width, unit: 'm' },
        suggestion: '确定重叠处归哪个图斑，从另一个中扣除。',
      });
    }
    return { findings };
  },
};
