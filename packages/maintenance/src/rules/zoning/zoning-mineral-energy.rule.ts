import { selectFeatures } from '@tuheng/geometry';
import { layerSpec } from '@tuheng/standard';
import { splitNoise } from '../../noise.ts';
import type { Evidence } from '../../review.ts';
import { missing, type Rule } from '../../rule.ts';
import type { RuleContext, Side } from '../../rule-context.ts';
import { hectares } from '../../wording.ts';
import { redLineNotice, scheme, threeLines, zoningGuide } from '../documents.ts';
import { rowsOfFamily } from './zone-rows.ts';

const lines = ['STBHHX', 'YJJBNTBHTB', 'CZKFBJ'] as const;

/**
 * 矿产能源发展区 against the three lines: ground of the zone after the maintenance that a control line covers too, m² ellipsoid,
 * beyond noise; a piece larger than the tolerance for overlaps fails.
 */
export const zoningMineralEnergy: Rule = {
  id: 'zoning.mineral-energy',
  title: '矿产能源发展区避让三条控制线',
  chapter: 'zoning',
  algorithm:
    '维护后的矿产能源发展区（GHFQ）分别与生态保护红线、永久基本农田、城镇开发边界求交，扣除噪声后任一重叠大于“重叠不计”面积即不通过。两版都没有矿产能源发展区的不适用。',
  layers: ['GHFQ', ...lines],
  basis: [scheme('三（二）：矿产能源发展区新增，底线坚守'), zoningGuide, threeLines, redLineNotice],
  parameters: [],
  judge(context) {
    if (!context.layer('maintained', 'GHFQ')) return missing('m²', '维护后数据库没有规划分区图层（GHFQ）');
    const before = zoneArea(context, 'filed');
    const after = zoneArea(context, 'maintained');
    const measure = { before: null, after: 0, limit: 0, unit: 'm²' };
    if (!after) {
      return {
        outcome: 'notApplicable',
        measure,
        explanation: `维护后没有矿产能源发展区${before ? `（备案 ${hectares(before)}）` : ''}。`,
      };
    }
    const evidence: Evidence[] = [];
    const absent: string[] = [];
    const details = [];
    for (const line of lines) {
      const title = layerSpec(line)!.title;
      const shared = overlapsOf(context, line, title);
      if (!shared) absent.push(title);
      else {
        evidence.push(...shared);
        const area = shared.reduce((sum, piece) => sum + piece.area, 0);
        details.push({
          label: `与${title}重叠`,
          measure: { before: null, after: area, limit: 0, unit: 'm²' },
        });
      }
    }
    const total = evidence.reduce((sum, { area }) => sum + area, 0);
    const fails = evidence.some(({ area }) => area > context.tolerance.overlapArea);
    return {
      outcome: fails ? 'fail' : absent.length > 0 ? 'undetermined' : 'pass',
      ...(absent.length > 0 && !fails ? { reasons: [`缺少${absent.join('、')}图层，未比较`] } : {}),
      measure: { ...measure, after: total },
      explanation:
        `矿产能源发展区 ${hectares(before ?? 0)} → ${hectares(after)}，` +
        `${details.map(({ label, measure: { after: area } }) => `${label} ${hectares(area)}`).join('，')}。`,
      details,
      evidence,
    };
  },
};

/** Ground of the zone on one side, m²; undefined where the side has no zones. */
function zoneArea(context: RuleContext, side: Side): number | undefined {
  const zones = context.layer(side, 'GHFQ');
  return zones && context.measure.total(zones.polygons, rowsOfFamily(zones, 'mineral-energy')).area;
}

function overlapsOf(context: RuleContext, line: string, title: string): Evidence[] | undefined {
  const zones = context.layer('maintained', 'GHFQ')!;
  const other = context.layer('maintained', line);
  if (!other) return undefined;
  const rows = rowsOfFamily(zones, 'mineral-energy');
  const { real } = splitNoise(
    context.overlay.intersect(selectFeatures(zones.polygons, rows), other.polygons),
    context.tolerance,
  );
  return [...real.left.keys()].map((k) =>
    context.evidence(real.polygons, k, {
      code: 'GHFQ',
      side: 'maintained',
      label: `矿产能源发展区与${title}重叠`,
      owner: zones.layer,
      row: rows[real.left[k]!]!,
    }),
  );
}
