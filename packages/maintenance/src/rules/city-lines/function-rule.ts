import { featureCount, type Polygons } from '@tuheng/geometry';
import { textAt } from '@tuheng/standard';
import { splitNoise } from '../../noise.ts';
import type { Evidence, Parameter, VerdictTable } from '../../review.ts';
import { type Judgement, missing, type Rule } from '../../rule.ts';
import type { RuleContext, Side } from '../../rule-context.ts';
import { difference, hectares } from '../../wording.ts';
import {
  classTitle,
  editionDoubts,
  isUnder,
  LAND,
  type Maintained,
  onPlannedLand,
  type PlannedLand,
} from '../city-land/planned-land.ts';
import { namedDocuments } from '../named-documents.ts';
import { type CityLine, onLine } from './city-line.ts';
import { codesOf } from './serving-classes.ts';

/** Ground of no planned land use within a line. */
const BARE = '';

/**
 * A rule that a line keeps its function: what the ground within it is planned for, class by class. No class that serves the line may
 * shrink; ground that stays in the line and changes from one other class to another, and a shrinking type of the line's own type field,
 * are for people to explain: a document named for the layer in the targets file does.
 */
export function functionRule(line: CityLine, classes: Parameter, typeField?: string): Rule {
  const id = `${line.id}.function`;
  const types = typeField ? `${typeField} 各类型按图斑椭球面积统计，某类型减少的，或` : '';
  return {
    id,
    title: `${line.name}功能不降低`,
    chapter: 'cityLines',
    algorithm:
      `${line.name}（${line.layer}）融合后的范围与中心城区规划用地用海（${LAND}）叠加，按用地分类汇总椭球面积。“承担功能的规划用地分类”所列每一类（含其下级类）在线内的面积维护后 ≥ 备案（容许取舍误差），任一类减少即不通过。` +
      `${types}前后都在线内的地块由不承担功能的一类改为另一类的，须说明理由：目标值文件 basis 为 ${line.layer} 列出文件的可通过，否则证据不足。缺图层、分类版本判断不了又影响结论的为证据不足；两版都没有${line.name}图斑的不适用。`,
    layers: [line.layer, LAND],
    basis: line.basis,
    parameters: [classes],
    judge: (context) =>
      onLine(context, line, 'm²', () => {
        if (!context.layer('filed', LAND) && !context.layer('maintained', LAND)) {
          return missing('m²', `两版数据库都没有中心城区规划用地用海图层（${LAND}）`);
        }
        const codes = codesOf(context.parameter(id, classes));
        return onPlannedLand(context, 'm²', (land) => judgeFunction(context, line, land, codes, typeField));
      }),
  };
}

function judgeFunction(
  context: RuleContext,
  line: CityLine,
  land: Maintained,
  codes: readonly string[],
  typeField: string | undefined,
): Judgement {
  const keyOf = (code: string): string => codes.find((one) => code.startsWith(one)) ?? code.slice(0, 4);
  const before = composition(context, line, 'filed', land.filed, keyOf);
  const after = composition(context, line, 'maintained', land.maintained, keyOf);
  const serving = (of: ReadonlyMap<string, number>): number =>
    codes.reduce((sum, code) => sum + (of.get(code) ?? 0), 0);
  const slack = context.slack(line.layer) + context.slack(LAND);
  const fallen = codes.filter((code) => (after.get(code) ?? 0) < (before.get(code) ?? 0) - slack);
  const doubts = editionDoubts(land, (code) => keyOf(code));
  const open = fallen.length > 0 ? [] : toExplain(context, line, land, codes, typeField);
  const documents = namedDocuments(context.targets, line.layer);
  const reasons = [...doubts, ...(documents.length > 0 ? [] : open)];
  const figures = { before: serving(before), after: serving(after) };
  const sentences = fallen.map(
    (code) =>
      `${classTitle(code)}由 ${hectares(before.get(code) ?? 0)} 变为 ${hectares(after.get(code) ?? 0)}，${difference((after.get(code) ?? 0) - (before.get(code) ?? 0))}`,
  );
  const explained = documents.length > 0 && open.length > 0;
  return {
    outcome: doubts.length === 0 && fallen.length > 0 ? 'fail' : reasons.length > 0 ? 'undetermined' : 'pass',
    ...(reasons.length > 0 && (doubts.length > 0 || fallen.length === 0) ? { reasons } : {}),
    measure: { ...figures, limit: figures.before, unit: 'm²' },
    explanation:
      `${line.name}内承担功能的用地（${codes.join('、')}）由 ${hectares(figures.before)} 变为 ${hectares(figures.after)}，${difference(figures.after - figures.before)}；` +
      (fallen.length > 0 ? `其中${sentences.join('；')}，功能降低。` : '各类均未减少。') +
      (explained
        ? `${open.join('；')}，已列依据：${documents.map(({ document }) => document).join('、')}，内容需人工核对。`
        : ''),
    tables: [compositionTable(line, before, after, codes)],
    evidence: fallen.length > 0 ? fallen.flatMap((code) => lost(context, line, land, code)) : [],
    ...(explained ? { basis: documents } : {}),
  };
}

/** Area within the line by class, m²; ground without planned use under `BARE`. */
function composition(
  context: RuleContext,
  { layer }: CityLine,
  side: Side,
  land: PlannedLand,
  keyOf: (code: string) => string,
): Map<string, number> {
  const patches = context.patches(side, layer)!;
  const { right, values } = context.overlay.shares(patches.polygons, land.working.polygons, [
    context.measure.ofFragments,
  ]);
  const areas = new Map<string, number>();
  let covered = 0;
  for (const [k, f] of right.entries()) {
    const area = values[0]![k]!;
    const key = keyOf(land.codes[f]!);
    areas.set(key, (areas.get(key) ?? 0) + area);
    covered += area;
  }
  const bare = patches.total.area - covered;
  const slack = context.tolerance.areaPerFeature * Math.max(1, right.length);
  if (bare > slack) areas.set(BARE, (areas.get(BARE) ?? 0) + bare);
  return areas;
}

/** What people must give a reason for. */
function toExplain(
  context: RuleContext,
  line: CityLine,
  land: Maintained,
  codes: readonly string[],
  typeField: string | undefined,
): string[] {
  const { polygons, rows } = land.changes;
  const others = rows.filter(({ from, to }) => !isUnder(from, codes) && !isUnder(to, codes));
  const changed = context.overlay.select(
    polygons,
    others.map(({ piece }) => piece),
  );
  const inFiled = context.overlay.intersect(changed, context.patches('filed', line.layer)!.polygons);
  const inBoth = context.overlay.intersect(
    inFiled.polygons,
    context.patches('maintained', line.layer)!.polygons,
  );
  const { real } = splitNoise(inBoth, context.tolerance);
  const area = context.measure.total(real.polygons).area;
  const kinds = new Set(
    [...real.left].map((k) => others[inFiled.left[k]!]!).map(({ from, to }) => `${from} → ${to}`),
  );
  return [
    ...(real.left.length > 0
      ? [
          `${line.name}内 ${real.left.length} 处、${hectares(area)} 用地改变分类（${[...kinds].sort().join('、')}），需说明对功能的影响`,
        ]
      : []),
    ...(typeField ? shrunkTypes(context, line, typeField) : []),
  ];
}

/** Types of the line's own field that lost ground. */
function shrunkTypes(context: RuleContext, { layer, name }: CityLine, field: string): string[] {
  const before = areasByType(context, 'filed', layer, field);
  const after = areasByType(context, 'maintained', layer, field);
  const slack = context.slack(layer);
  return [...before]
    .filter(([type, area]) => (after.get(type) ?? 0) < area - slack)
    .map(
      ([type, area]) =>
        `${name}中类型（${field}）为“${type}”的图斑由 ${hectares(area)} 减为 ${hectares(after.get(type) ?? 0)}，需说明对功能的影响`,
    );
}

function areasByType(context: RuleContext, side: Side, layer: string, field: string): Map<string, number> {
  const { layer: source, polygons } = context.layer(side, layer)!;
  const areas = new Map<string, number>();
  for (let f = 0; f < featureCount(polygons); f++) {
    const type = textAt(source, field, f)?.trim();
    if (type) areas.set(type, (areas.get(type) ?? 0) + context.measure.ellipsoid(polygons, f));
  }
  return areas;
}

function compositionTable(
  { name }: CityLine,
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  codes: readonly string[],
): VerdictTable {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return {
    title: `${name}内规划用地构成`,
    columns: [
      { title: '规划用地', unit: '' },
      { title: '承担功能', unit: '' },
      { title: '备案面积', unit: 'm²' },
      { title: '维护后面积', unit: 'm²' },
      { title: '增减', unit: 'm²' },
    ],
    rows: keys.map((key) => {
      const [old, now] = [before.get(key) ?? 0, after.get(key) ?? 0];
      const title = key === BARE ? '（没有规划用地分类）' : classTitle(key);
      return [title, codes.includes(key) ? '是' : '', old, now, now - old];
    }),
    note: '承担功能的分类按参数所列合并，其余按二级类列出。',
  };
}

/** Filed ground of a class within the line that is not that class within the line any more. */
function lost(context: RuleContext, line: CityLine, land: Maintained, code: string): Evidence[] {
  const before = within(context, line, 'filed', land.filed, code);
  const after = within(context, line, 'maintained', land.maintained, code);
  const { real } = splitNoise(context.overlay.subtract(before, after), context.tolerance);
  return [...real.left.keys()].map((k) =>
    context.evidence(real.polygons, k, {
      code: line.layer,
      side: 'filed',
      label: `${line.name}内减少的${classTitle(code)}`,
    }),
  );
}

function within(
  context: RuleContext,
  { layer }: CityLine,
  side: Side,
  { working, codes }: PlannedLand,
  code: string,
): Polygons {
  const rows = [...codes.keys()].filter((f) => codes[f]!.startsWith(code));
  return context.overlay.intersect(
    context.overlay.select(working.polygons, rows),
    context.patches(side, layer)!.polygons,
  ).polygons;
}
