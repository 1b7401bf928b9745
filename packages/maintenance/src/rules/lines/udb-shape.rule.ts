import { featureCount } from '@tuheng/geometry';
import type { Parameter } from '../../review.ts';
import { missing, type Rule } from '../../rule.ts';
import type { Patches } from '../../rule-context.ts';
import { decimal } from '../../wording.ts';
import { optimisationStandard, scheme } from '../documents.ts';
import { movedPieces } from '../moved-pieces.ts';

const shapeMeasure: Parameter = {
  name: 'measure',
  title: '形态的量化方法',
  value: '图斑数、周长、形状指数均不增加',
  unit: '',
  source: 'docs/sources.md §5.2（“边界形态更完整”的量化方法未核实）',
  confidence: 'suggestion',
};

/** Relative rounding of a perimeter that counts as unchanged. */
const SAME = 1e-9;

/**
 * 边界形态更完整: number of patches, total perimeter (plane metres, holes included) and shape index P/(2√(πA)) of the
 * dissolved boundary. None may grow; the evidence is every piece that moved in or out, since each redraws the outline.
 */
export const udbShape: Rule = {
  id: 'udb.shape',
  title: '城镇开发边界形态更完整',
  chapter: 'lines',
  algorithm: '城镇开发边界融合后：连片数、总周长、形状指数 P/(2√(πA)) 维护后均不大于备案。',
  layers: ['CZKFBJ'],
  basis: [scheme('四 1'), optimisationStandard],
  parameters: [shapeMeasure],
  judge(context) {
    const filed = context.patches('filed', 'CZKFBJ');
    const maintained = context.patches('maintained', 'CZKFBJ');
    if (!filed || !maintained) return missing('', '缺少备案或维护后的城镇开发边界图层（CZKFBJ）');
    const before = figures(filed);
    const after = figures(maintained);
    const grown = [
      after.patches > before.patches ? '图斑数' : '',
      after.perimeter > before.perimeter * (1 + SAME) ? '周长' : '',
      after.index > before.index * (1 + SAME) ? '形状指数' : '',
    ].filter((name) => name !== '');
    return {
      outcome: grown.length > 0 ? 'fail' : 'pass',
      measure: { before: before.index, after: after.index, limit: before.index, unit: '' },
      explanation:
        `图斑 ${before.patches} → ${after.patches} 块，周长 ${decimal(before.perimeter / 1000, 3)} → ${decimal(after.perimeter / 1000, 3)} km，` +
        `形状指数 ${decimal(before.index, 4)} → ${decimal(after.index, 4)}；` +
        `${grown.length > 0 ? `${grown.join('、')}增加，形态变得零碎` : '均未增加'}。`,
      details: [
        {
          label: '图斑数',
          measure: { before: before.patches, after: after.patches, limit: before.patches, unit: '块' },
        },
        {
          label: '周长',
          measure: { before: before.perimeter, after: after.perimeter, limit: before.perimeter, unit: 'm' },
        },
      ],
      evidence:
        grown.length > 0
          ? [
              ...movedPieces(context, 'CZKFBJ', 'filed', '调出城镇开发边界'),
              ...movedPieces(context, 'CZKFBJ', 'maintained', '调入城镇开发边界'),
            ]
          : [],
    };
  },
};

function figures(patches: Patches): { patches: number; perimeter: number; index: number } {
  return {
    patches: featureCount(patches.polygons),
    perimeter: patches.perimeter,
    index: patches.perimeter / (2 * Math.sqrt(Math.PI * patches.total.planeArea)),
  };
}
