import { coveringLayers } from '../covering-layers.ts';
import { pieceFinding, sizeOf } from '../piece-finding.ts';
import type { InspectionRule } from '../rule.ts';

/**
 * T-03: layers of the whole county cover exactly what XZQ (dissolved) covers. Ground missing at the border and ground beyond it, each
 * connected piece larger than the run's `overlapArea` (m²) and wider than `snap` (metres), is found. Gaps inside the layer are T-02's.
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
    const gaps = context.gaps(layer!);
    const beyond = context.beyond(layer!);
    const notRun = [gaps.notRun, beyond.notRun].filter((text) => text !== undefined).join('');
    return {
      findings: [
        ...gaps.atBoundary.map((piece) => ({
          ...pieceFinding(layer!, piece),
          message: `县界以内有空白 ${sizeOf(piece)}。`,
          suggestion: '补画缺少的图斑，边界与行政区一致。',
        })),
        ...beyond.pieces.map((piece) => ({
          ...pieceFinding(layer!, piece),
          message: `超出县界 ${sizeOf(piece)}。`,
          suggestion: '把图斑裁到县界。',
        })),
      ],
      ...(notRun !== '' && { notRun }),
    };
  },
};
