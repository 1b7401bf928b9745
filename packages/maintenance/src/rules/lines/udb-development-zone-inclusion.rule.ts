import { splitNoise } from '../../noise.ts';
import type { Parameter } from '../../review.ts';
import { missing, type Rule } from '../../rule.ts';
import type { RuleContext, Side } from '../../rule-context.ts';
import { hectares, percent } from '../../wording.ts';
import { optimisationStandard, scheme } from '../documents.ts';

const definition: Parameter = {
  name: 'definition',
  title: '划入率的算法',
  value: '开发区范围面积落入边界的比例',
  unit: '',
  source: 'docs/sources.md §5.2（开发区划入率算法未核实）',
  confidence: 'memory-medium',
};

/**
 * 开发区划入率: area of development zones inside the boundary over their whole area (both dissolved, ellipsoid m²). It must
 * not fall. The zones come from BASE (layer KFQ, a name of this project: the standard's code is not known).
 */
export const udbDevelopmentZoneInclusion: Rule = {
  id: 'udb.development-zone-inclusion',
  title: '开发区划入率不降低',
  chapter: 'lines',
  algorithm: '划入率 = 开发区范围（KFQ）落入城镇开发边界的椭球面积 ÷ 开发区面积。维护后 ≥ 备案。',
  layers: ['CZKFBJ', 'KFQ'],
  basis: [scheme('四 1'), optimisationStandard],
  parameters: [definition],
  judge(context) {
    const zones = context.shared('KFQ');
    if (!zones) return missing('%', '未提供开发区范围（基础数据中的 KFQ 图层）');
    const ground = context.overlay.dissolve(zones.polygons);
    const total = context.measure.total(ground).area;
    const inside = (side: Side): number | undefined => {
      const boundary = context.patches(side, 'CZKFBJ');
      return (
        boundary && context.measure.total(context.overlay.intersect(ground, boundary.polygons).polygons).area
      );
    };
    const before = inside('filed');
    const after = inside('maintained');
    if (before === undefined || after === undefined || total === 0) {
      return missing('%', '缺少备案或维护后的城镇开发边界图层（CZKFBJ），或开发区范围为空');
    }
    const fails = after < before - context.slack('CZKFBJ');
    return {
      outcome: fails ? 'fail' : 'pass',
      measure: {
        before: (before / total) * 100,
        after: (after / total) * 100,
        limit: (before / total) * 100,
        unit: '%',
      },
      explanation:
        `开发区 ${hectares(total)}中落入城镇开发边界的由 ${hectares(before)}（${percent(before / total)}）` +
        `变为 ${hectares(after)}（${percent(after / total)}），${fails ? '划入率降低' : '划入率没有降低'}。`,
      evidence: fails ? lost(context, ground) : [],
    };
  },
};

/** Ground of development zones that left the boundary. */
function lost(context: RuleContext, zones: Parameters<RuleContext['evidence']>[0]) {
  const change = context.changes.get('CZKFBJ')!;
  const { real } = splitNoise(
    context.overlay.intersect(change.transferOut.polygons, zones),
    context.tolerance,
  );
  return [...real.left.keys()].map((k) =>
    context.evidence(real.polygons, k, {
      code: 'CZKFBJ',
      side: 'filed',
      label: '开发区内调出边界的部分',
      owner: change.filed.layer,
      row: change.transferOut.left[real.left[k]!]!,
    }),
  );
}
