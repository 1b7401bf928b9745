import { pieceFinding, rowsOf, sizeOf } from '../piece-finding.ts';
import type { InspectionRule } from '../rule.ts';
import { eachLayer } from '../subjects.ts';

/**
 * T-01: no two features of a layer claim the same ground. Each connected piece of more than the run's `overlapArea` (m²) is a finding with
 * its outline, found by walking the edges that do not stand once in each direction (`checkCoverage`). What is no wider than `snap` (metres)
 * is T-08's, features of the same shape are G-08's. Self-intersecting features are read by the even-odd rule.
 *
 * Layers before a change (WHQ) are the plan's own features, and not looked at again.
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
  subjects: (context) => eachLayer(context, ({ delivered }) => delivered.part !== 'before'),
  inspect({ layers: [layer] }, context) {
    const { pieces, ...rest } = context.overlaps(layer!);
    return {
      findings: pieces.map((piece) => ({
        ...pieceFinding(layer!, piece),
        message: `与${rowsOf(layer!, piece.features.slice(1))}重叠 ${sizeOf(piece)}。`,
        suggestion: '确定重叠处归哪个图斑，从另一个中扣除。',
      })),
      ...rest,
    };
  },
};
