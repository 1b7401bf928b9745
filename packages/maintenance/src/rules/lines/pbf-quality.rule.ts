import { featureCount } from '@tuheng/geometry';
import { isCultivated, numberAt, surveyName, textAt } from '@tuheng/standard';
import { splitNoise } from '../../noise.ts';
import type { Evidence, Parameter, RuleMeasure } from '../../review.ts';
import { missing, type Rule } from '../../rule.ts';
import type { RuleContext, Side } from '../../rule-context.ts';
import { decimal, percent } from '../../wording.ts';
import { farmlandMeasures, optimisationStandard, scheme } from '../documents.ts';

const LAYER = 'YJJBNTBHTB';

const gradeDirection: Parameter = {
  name: 'gradeDirection',
  title: '等别的方向',
  value: '等别数值越小质量越高',
  unit: '',
  source: '国家耕地质量等别的惯例，数据中的编码方向未核实',
  confidence: 'memory-medium',
};

/** How much a mean may move before it counts as worse. */
const resolution: Parameter = {
  name: 'resolution',
  title: '均值的最小差别',
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
 * means that differ by less than `resolution` count as equal. The evidence is the ground that pulled a figure down.
 */
export const pbfQuality: Rule = {
  id: 'pbf.quality',
  title: '永久基本农田质量不降低',
  chapter: 'lines',
  algorithm:
    '按椭球面积加权的平均耕地等别（GDDB）、平均坡度级别（GDPDJB），维护后不劣于备案（差小于“分辨率”视为相同）；永久基本农田落在现状耕地（DLTB 01）上的面积比例不降低。',
  layers: ['YJJBNTBHTB', 'DLTB'],
  basis: [scheme('二（三）3 三条控制线；三（一）1'), farmlandMeasures, optimisationStandard],
  parameters: [gradeDirection, resolution],
  judge(context) {
    const before = quality(context, 'filed');
    const after = quality(context, 'maintained');
    if (!before || !after) return missing('等', `缺少备案或维护后的永久基本农田图层（${LAYER}）`);
    const worse: string[] = [];
    const unknown: string[] = [];
    const evidence: Evidence[] = [];
    const step = Number(context.parameter('pbf.quality', resolution).value);
    const compareMeans = (field: 'GDDB' | 'GDPDJB', name: string, a: number, b: number): void => {
      if (Number.isNaN(a) || Number.isNaN(b)) unknown.push(`${name}（${field}）`);
      else if (b > a + step) {
        worse.push(name);
        evidence.push(...pullingDown(context, field, name, a));
      }
    };
    compareMeans('GDDB', '耕地等别', before.grade, after.grade);
    compareMeans('GDPDJB', '坡度级别', before.slope, after.slope);
    if (before.cultivated === undefined || after.cultivated === undefined) unknown.push('耕地占比（DLTB）');
    else if (after.cultivated < before.cultivated - SAME) {
      worse.push('耕地占比');
      evidence.push(...uncultivated(context));
    }
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
      evidence,
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

/** What moved and made the mean worse: poorer than the filed mean and taken in, or better and given up. */
function pullingDown(context: RuleContext, field: 'GDDB' | 'GDPDJB', name: string, mean: number): Evidence[] {
  const change = context.changes.get(LAYER)!;
  const of = (side: Side, worsens: (value: number) => boolean): Evidence[] => {
    const pieces = side === 'filed' ? change.transferOut : change.transferIn;
    const owner = change[side].layer;
    return [...pieces.left.keys()].flatMap((k) => {
      const row = pieces.left[k]!;
      const value = numberAt(owner, field, row);
      if (!worsens(value)) return [];
      const label = `${side === 'filed' ? '调出' : '划入'}的永久基本农田：${name} ${value}，备案平均 ${decimal(mean)}`;
      return [context.evidence(pieces.polygons, k, { code: LAYER, side, label, owner, row })];
    });
  };
  return [...of('filed', (value) => value > 0 && value < mean), ...of('maintained', (value) => value > mean)];
}

/** Ground taken in that the survey does not call cultivated; where there is none, the cultivated ground given up. */
function uncultivated(context: RuleContext): Evidence[] {
  const survey = context.shared('DLTB')!;
  const change = context.changes.get(LAYER)!;
  const of = (side: Side, cultivated: boolean): Evidence[] => {
    const moved = side === 'filed' ? change.transferOut : change.transferIn;
    const owner = change[side].layer;
    const { real } = splitNoise(
      context.overlay.intersect(moved.polygons, survey.polygons),
      context.tolerance,
    );
    return [...real.left.keys()].flatMap((k) => {
      const dlbm = textAt(survey.layer, 'DLBM', real.right[k]!) ?? '';
      if (isCultivated(dlbm) !== cultivated) return [];
      const label = `${side === 'filed' ? '调出' : '划入'}永久基本农田的${surveyName(dlbm) ?? `现状地类 ${dlbm}`}`;
      const row = moved.left[real.left[k]!]!;
      return [context.evidence(real.polygons, k, { code: LAYER, side, label, owner, row })];
    });
  };
  const into = of('maintained', false);
  return into.length > 0 ? into : of('filed', true);
}
