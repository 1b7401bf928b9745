import { featureCount } from '@tuheng/geometry';
import type { ZoneFamily } from '@tuheng/standard';
import type { Evidence, Parameter, VerdictTable } from '../../review.ts';
import { missing, type Rule } from '../../rule.ts';
import type { RuleContext, Side } from '../../rule-context.ts';
import { hectares, percent } from '../../wording.ts';
import { scheme, zoningGuide } from '../documents.ts';
import { familyOf, familyTitles } from './zone-rows.ts';

const leastKept: Parameter = {
  name: 'leastKept',
  title: '保持原一级分区的土地的最低比例',
  value: 95,
  unit: '%',
  source: '本项目建议（“主导功能基本稳定”没有量化标准，未核实）',
  confidence: 'suggestion',
};

const UNKNOWN = '（不认识的分区）';

interface Zones {
  readonly areas: ReadonlyMap<string, number>;
  readonly total: number;
}

/**
 * 主导功能基本稳定: the area of every level-1 zone before and after (m², ellipsoid, sum of the features of GHFQ), and the share of the
 * filed zones' ground that keeps its level-1 zone. The share may not fall below `leastKept`, and no level-1 zone may vanish.
 */
export const zoningDominantFunction: Rule = {
  id: 'zoning.dominant-function',
  title: '规划分区主导功能基本稳定',
  chapter: 'zoning',
  algorithm:
    '各一级规划分区备案、维护后的面积 = GHFQ 图斑椭球面积之和。保持原一级分区的比例 = 1 −（一级分区改变的图块面积 + 不再有分区的面积）÷ 备案分区总面积（图块已扣除噪声）。该比例 ≥“最低比例”，且备案有的一级分区维护后都还在，为通过。两版分区完全相同的不适用。',
  layers: ['GHFQ'],
  basis: [scheme('二（三）3 规划分区：确保主导功能基本稳定；三（二）'), zoningGuide],
  parameters: [leastKept],
  judge(context) {
    const change = context.changes.get('GHFQ');
    const before = zonesOf(context, 'filed');
    const after = zonesOf(context, 'maintained');
    if (!change || !before || !after) return missing('%', '缺少备案或维护后的规划分区图层（GHFQ）');
    if (
      change.reclassified.left.length + change.transferOut.left.length + change.transferIn.left.length ===
      0
    ) {
      return {
        outcome: 'notApplicable',
        measure: { before: 100, after: 100, limit: null, unit: '%' },
        explanation: '规划分区没有超出容差的变动。',
      };
    }
    const changed = turned(context);
    const lost = context.measure.total(change.transferOut.polygons).area;
    const moved = changed.reduce(
      (area, k) => area + context.measure.ellipsoid(change.reclassified.polygons, k),
      0,
    );
    const kept = 1 - (moved + lost) / before.total;
    const least = Number(context.parameter(zoningDominantFunction.id, leastKept).value) / 100;
    const vanished = [...before.areas.keys()].filter((zone) => !after.areas.has(zone) && zone !== UNKNOWN);
    const fails = kept < least || vanished.length > 0;
    return {
      outcome: fails ? 'fail' : 'pass',
      measure: { before: 100, after: kept * 100, limit: least * 100, unit: '%' },
      explanation:
        `备案规划分区 ${hectares(before.total)}中，${percent(kept)} 保持原一级分区（改变 ${hectares(moved)}` +
        `${lost > 0 ? `，不再有分区 ${hectares(lost)}` : ''}），${kept < least ? '低于' : '不低于'}最低比例 ${percent(least)}` +
        `${vanished.length > 0 ? `；${vanished.join('、')}维护后不再存在` : ''}。`,
      tables: [areaTable(before, after)],
      evidence: fails ? evidenceOf(context, changed) : [],
    };
  },
};

function zonesOf(context: RuleContext, side: Side): Zones | undefined {
  const zones = context.layer(side, 'GHFQ');
  if (!zones) return undefined;
  const areas = new Map<string, number>();
  let total = 0;
  for (let f = 0; f < featureCount(zones.polygons); f++) {
    const family = familyOf(zones, f);
    const title = family ? familyTitles[family] : UNKNOWN;
    const area = context.measure.ellipsoid(zones.polygons, f);
    areas.set(title, (areas.get(title) ?? 0) + area);
    total += area;
  }
  return { areas, total };
}

/** Changed pieces whose level-1 zone is another. */
function turned(context: RuleContext): number[] {
  const { filed, maintained, reclassified } = context.changes.get('GHFQ')!;
  return [...reclassified.left.keys()].filter(
    (k) => familyOf(filed, reclassified.left[k]!) !== familyOf(maintained, reclassified.right[k]!),
  );
}

function areaTable(before: Zones, after: Zones): VerdictTable {
  const titles = [...Object.values(familyTitles), UNKNOWN].filter(
    (title) => before.areas.has(title) || after.areas.has(title),
  );
  const row = (title: string, old: number, now: number) => [
    title,
    old,
    (old / before.total) * 100,
    now,
    (now / after.total) * 100,
    now - old,
  ];
  return {
    title: '规划分区面积变化（一级区）',
    columns: [
      { title: '规划分区', unit: '' },
      { title: '备案', unit: 'm²' },
      { title: '占比', unit: '%' },
      { title: '维护后', unit: 'm²' },
      { title: '占比', unit: '%' },
      { title: '增减', unit: 'm²' },
    ],
    rows: [
      ...titles.map((title) => row(title, before.areas.get(title) ?? 0, after.areas.get(title) ?? 0)),
      row('合计', before.total, after.total),
    ],
    note: '',
  };
}

function evidenceOf(context: RuleContext, changed: readonly number[]): Evidence[] {
  const { filed, maintained, reclassified, transferOut } = context.changes.get('GHFQ')!;
  const title = (family: ZoneFamily | undefined): string => (family ? familyTitles[family] : UNKNOWN);
  return [
    ...changed.map((k) =>
      context.evidence(reclassified.polygons, k, {
        code: 'GHFQ',
        side: 'change',
        label: `${title(familyOf(filed, reclassified.left[k]!))}变为${title(familyOf(maintained, reclassified.right[k]!))}`,
        owner: maintained.layer,
        row: reclassified.right[k]!,
      }),
    ),
    ...[...transferOut.left.keys()].map((k) =>
      context.evidence(transferOut.polygons, k, {
        code: 'GHFQ',
        side: 'filed',
        label: '不再有规划分区',
        owner: filed.layer,
        row: transferOut.left[k]!,
      }),
    ),
  ];
}
