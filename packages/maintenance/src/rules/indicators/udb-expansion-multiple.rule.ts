import { featureCount, selectFeatures } from '@tuheng/geometry';
import { type Layer, provincialThresholds, textAt, zoneClass } from '@tuheng/standard';
import { splitNoise } from '../../noise.ts';
import type { Evidence, Parameter } from '../../review.ts';
import { missing, type Rule } from '../../rule.ts';
import type { RuleContext, Side } from '../../rule-context.ts';
import { decimal, hectares } from '../../wording.ts';
import type { WorkingLayer } from '../../working-layer.ts';
import { boundaryMeasures, provincialReply, scheme } from '../documents.ts';

const countedScope: Parameter = {
  name: 'countedScope',
  title: '计入范围',
  value: '不含特别用途区',
  unit: '',
  source: 'docs/sources.md §5.1（计入范围未核实）',
  confidence: 'memory-medium',
};

/**
 * 扩展倍数: ellipsoid area of the counted scope of the boundary (CZKFBJ without 特别用途区, m²) over the urban construction
 * land of 2020 (m², from the targets file). It must not rise above the filed multiple, nor above the county's or, for
 * Heilongjiang, the province's limit (1.3). Land outside the boundary that the scope may also count is not in these
 * databases; that is part of the unverified parameter.
 */
export const udbExpansionMultiple: Rule = {
  id: 'udb.expansion-multiple',
  title: '城镇开发边界扩展倍数不突破',
  chapter: 'indicators',
  algorithm:
    '扩展倍数 = 城镇开发边界计入面积（不含特别用途区） ÷ 2020 年城镇建设用地规模。维护后 ≤ 备案倍数与规划目标（黑龙江为 1.3 倍）中的小者。',
  layers: ['CZKFBJ'],
  basis: [scheme('二（三）3 三条控制线；四 1'), boundaryMeasures, provincialReply],
  parameters: [countedScope],
  judge(context) {
    const before = countedArea(context, 'filed');
    const after = countedArea(context, 'maintained');
    if (after === undefined || before === undefined) {
      return missing('倍', '缺少备案或维护后的城镇开发边界图层（CZKFBJ）');
    }
    const base = context.target('urbanConstructionLand2020');
    if (!base) {
      return {
        ...missing('倍', '未提供 2020 年城镇建设用地规模（目标值 urbanConstructionLand2020）'),
        explanation:
          `计入面积由 ${hectares(before)} 变为 ${hectares(after)}，倍数按同一基数变化为原来的 ${decimal(after / before, 6)} 倍；` +
          '未提供 2020 年城镇建设用地规模，扩展倍数无法计算，本条未作判定。',
      };
    }
    const own = context.target('expansionMultiple');
    const adcode = textAt(context.layer('maintained', 'CZKFBJ')!.layer, 'XZQDM', 0) ?? '';
    const provincial = provincialThresholds.find(
      ({ id, province }) => id === 'expansion-multiple' && adcode.startsWith(province),
    );
    const multiple = { before: before / base.value, after: after / base.value };
    const limit = Math.min(multiple.before, own?.value ?? provincial?.value ?? Infinity);
    const slack = context.slack('CZKFBJ') / base.value;
    const fails = multiple.after > limit + slack;
    return {
      outcome: fails ? 'fail' : 'pass',
      measure: { ...multiple, limit, unit: '倍' },
      explanation:
        `计入面积 ${hectares(after)} ÷ 2020 年城镇建设用地 ${hectares(base.value)} = ${decimal(multiple.after, 4)} 倍，` +
        `备案时为 ${decimal(multiple.before, 4)} 倍，${fails ? '超过' : '不超过'}限值 ${decimal(limit, 4)} 倍` +
        `（${own ? `备案倍数与规划目标 ${own.value} 倍中的小者` : provincial ? `备案倍数与${provincial.source} ${provincial.value} 倍中的小者` : '备案倍数'}）。`,
      evidence: fails ? newlyCounted(context) : [],
    };
  },
};

/** 特别用途区 does not count; told by its name, and by its number where the name is missing. */
function isCounted(boundary: Layer, f: number): boolean {
  const zone = textAt(boundary, 'GHFQMC', f) || zoneClass(textAt(boundary, 'GHFQDM', f) ?? '')?.name;
  return !zone?.includes('特别用途');
}

function rowsOf(boundary: WorkingLayer, counted: boolean): number[] {
  return [...Array(featureCount(boundary.polygons)).keys()].filter(
    (f) => isCounted(boundary.layer, f) === counted,
  );
}

function countedArea(context: RuleContext, side: Side): number | undefined {
  const boundary = context.layer(side, 'CZKFBJ');
  if (!boundary) return undefined;
  const special = rowsOf(boundary, false);
  const total = context.patches(side, 'CZKFBJ')!.total.area;
  if (special.length === 0) return total;
  return (
    total - context.measure.total(context.overlay.dissolve(selectFeatures(boundary.polygons, special))).area
  );
}

/** Ground that counts after the maintenance and did not before: moved in, or 特别用途区 until now. */
function newlyCounted(context: RuleContext): Evidence[] {
  const filed = context.layer('filed', 'CZKFBJ')!;
  const maintained = context.layer('maintained', 'CZKFBJ')!;
  const rows = rowsOf(maintained, true);
  const { real } = splitNoise(
    context.overlay.subtract(
      selectFeatures(maintained.polygons, rows),
      selectFeatures(filed.polygons, rowsOf(filed, true)),
    ),
    context.tolerance,
  );
  return [...real.left.keys()].map((k) =>
    context.evidence(real.polygons, k, {
      code: 'CZKFBJ',
      side: 'maintained',
      label: '新计入扩展倍数的范围',
      owner: maintained.layer,
      row: rows[real.left[k]!]!,
    }),
  );
}
