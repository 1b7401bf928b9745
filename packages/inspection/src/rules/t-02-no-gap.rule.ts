import { coveringLayers } from '../covering-layers.ts';
import { pieceFinding, sizeOf } from '../piece-finding.ts';
import type { InspectionRule } from '../rule.ts';

/**
 * T-02: layers that have to cover their ground enclose no gap larger than the run's `overlapArea` (m²) and
 * wider than `snap` (metres). Missing ground at the county's border is T-03's. Each connected gap is a finding with its outline and the
 * features around.
 */
export const noGap: InspectionRule = {
  id: 'T-02',
  category: 'topology',
  severity: 'error',
  title: '覆盖图层没有缝隙',
  description: '应铺满的图层内部没有缝隙；面积超过容差的每一处列出其范围、面积和宽度。',
  basis: [{ document: '空洞检查工具', source: 'standards.md §3.3, §3.4 [GHBOX]', confidence: 'found' }],
  parameters: [
    {
      name: 'coveringLayers',
      title: '应铺满的图层',
      value: ['GHFQ', 'YDYHGHFQ', 'GHYDYH', 'ZXCQGHFQ', 'ZXCQGHYDYH', 'DLTB'],
      unit: '',
      source: 'standards.md §3.4 T-02 [GHBOX]；DLTB 铺满县域按三调成果',
      confidence: 'memory-high',
    },
  ],
  requires: [
    { rule: 'S-01', grain: 'layer' },
    { rule: 'S-02', grain: 'feature' },
    { rule: 'G-02', grain: 'feature' },
  ],
  noSubject: '没有应铺满的图层（规划分区、规划用地用海、地类图斑）。',
  subjects: (context) => coveringLayers(context, context.list('T-02', 'coveringLayers')),
  inspect({ layers: [layer] }, context) {
    const { enclosed, notRun } = context.gaps(layer!);
    return {
      findings: enclosed.map((piece) => ({
        ...pieceFinding(layer!, piece),
        message: `缝隙 ${sizeOf(piece)}，四周有 ${piece.features.length} 个图斑。`,
        suggestion: '把缝隙并入应占有它的图斑，或补画缺少的图斑。',
      })),
      ...(notRun !== undefined && { notRun }),
    };
  },
};
