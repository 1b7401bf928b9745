import { featureCount } from '@tuheng/geometry';
import { isCultivated, numberAt, textAt } from '@tuheng/standard';
import type { Parameter, RuleMeasure } from '../review.ts';
import { missing, type Rule } from '../rule.ts';
import type { RuleContext, Side } from '../rule-context.ts';
import { decimal, percent } from '../wording.ts';
import { farmlandMeasures, optimisationStandard, scheme } from './documents.ts';

const LAYER = 'YJJBNTBHTB';

const gradeDirection: Parameter = {
  name: 'gradeDirection',
  value: '等别数值越小质量越高',
  unit: '',
  source: '国家耕地质量等别的惯例，数据中的编码方向未核实',
  confidence: 'memory-medium',
};

/** How much a mean may move before it counts as worse. */
const resolution: Parameter = {
  name: 'resolution',
  value: 0.01,
  unit: '级',
  source: '本项目建议（平均等别、坡度取两位小数比较，未核实）',
  confidence: 'suggestion',
};

/** A share that moved by less has not moved: the areas under it are rounded. */
const SAME = 1e-6;

interface Quality {
  readonly grade: number;
  readonly slope: number;
  readonly cultivated: number | undefined;
}

/**
 * 永久基本农田质量不降低: mean grade (GDDB) and slope class (GDPDJB, 1 flat … 5 over 25°), weighted by ellipsoid area over the
 * features that carry them, and the share of the protected area that lies on cultivated land (DLTB 01xx). None may get worse;
 * means that differ by less than `resolution` count as equal.
 */
export const pbfQuality: Rule = {
  id: 'pbf.quality',
  title: '永久基本农田质量不降低',
  basis: [scheme('二（三）3 三条控制线；三（一）1'), farmlandMeasures, optimisationStandard],
  parameters: [gradeDirection, resolution],
  judge(context) {
    const before = quality(context, 'filed');
    const after = quality(context, 'maintained');
    if (!before || !after) return missing('等', `缺少备案或维护后的永久基本农田图层（${LAYER}）`);
    const worse: string[] = [];
    const unknown: string[] = [];
    const step = Number(context.parameter('pbf.quality', resolution).value);
    const compare = (name: string, a: number, b: number, worseWhenGreater: boolean): void => {
      if (Number.isNaN(a) || Number.isNaN(b)) unknown.push(name);
      else if (worseWhenGreater ? b > a + step : b < a - SAME) worse.push(name);
    };
    compare('耕地等别（GDDB）', before.grade, after.grade, true);
    compare('坡度级别（GDPDJB）', before.slope, after.slope, true);
    compare('耕地占比（需 DLTB）', before.cultivated ?? Number.NaN, after.cultivated ?? Number.NaN, false);
    const share = (value: number | undefined): string => (value === undefined ? '未知' : percent(value));
    return {
      outcome: worse.length > 0 ? 'fail' : unknown.length > 0 ? 'undetermined' : 'pass',
      ...(worse.length === 0 && unknown.length > 0 ? { reasons: [`缺少${unknown.join('、')}`] } : {}),
      measure: pair(before.grade, after.grade, '等'),
      explanation:
        `面积加权平均等别 ${text(before.grade)} → ${text(after.grade)}，平均坡度级别 ${text(before.slope)} → ${text(after.slope)}，` +
        `位于现状耕地上的比例 ${share(before.cultivated)} → ${share(after.cultivated)}；` +
        `${worse.length > 0 ? `${worse.join('、')}变差` : unknown.length > 0 ? `${unknown.join('、')}无法比较` : '均未变差'}。`,
      details: [
        { label: '平均坡度级别', measure: pair(before.slope, after.slope, '级') },
        {
          label: '位于现状耕地上的比例',
          measure: pair((before.cultivated ?? Number.NaN) * 100, (after.cultivated ?? Number.NaN) * 100, '%'),
        },
      ],
      evidence: worse.length > 0 ? movedIn(context) : [],
    };
  },
};

const text = (value: number): string => (Number.isNaN(value) ? '未知' : decimal(value, 4));
const figure = (value: number): number | null => (Number.isNaN(value) ? null : value);
const pair = (before: number, after: number, unit: string): RuleMeasure => ({
  before: figure(before),
  after: figure(after),
  limit: figure(before),
  unit,
});

function quality(context: RuleContext, side: Side): Quality | undefined {
  const farmland = context.layer(side, LAYER);
  if (!farmland) return undefined;
  const areas = Float64Array.from({ length: featureCount(farmland.polygons) }, (_, f) =>
    context.measure.ellipsoid(farmland.polygons, f),
  );
  const mean = (field: string): number => {
    let sum = 0;
    let weight = 0;
    for (const [f, area] of areas.entries()) {
      const value = numberAt(farmland.layer, field, f);
      if (Number.isNaN(value) || value <= 0) continue;
      sum += value * area;
      weight += area;
    }
    return weight > 0 ? sum / weight : Number.NaN;
  };
  const survey = context.shared('DLTB');
  let cultivated: number | undefined;
  if (survey) {
    const total = areas.reduce((sum, area) => sum + area, 0);
    cultivated = cultivatedArea(context, side) / total;
  }
  return { grade: mean('GDDB'), slope: mean('GDPDJB'), cultivated };
}

/** Protected area on cultivated parcels of the survey, m². */
function cultivatedArea(context: RuleContext, side: Side): number {
  const survey = context.shared('DLTB')!;
  const farmland = context.layer(side, LAYER)!;
  let area = 0;
  for (const { parcel, area: shared } of context.sharedAreas(farmland, survey)) {
    if (isCultivated(textAt(survey.layer, 'DLBM', parcel) ?? '')) area += shared;
  }
  return area;
}

function movedIn(context: RuleContext) {
  const change = context.changes.get(LAYER)!;
  return [...change.transferIn.left.keys()].map((k) => {
    const row = change.transferIn.left[k]!;
    const grade = textAt(change.maintained.layer, 'GDDB', row);
    const slope = textAt(change.maintained.layer, 'GDPDJB', row);
    return context.evidence(change.transferIn.polygons, k, {
      code: LAYER,
      side: 'maintained',
      label: `划入的永久基本农田：${grade ?? '等别未知'}${grade ? ' 等' : ''}，坡度 ${slope ?? '未知'} 级`,
      owner: change.maintained.layer,
      row,
    });
  });
}
