import { featureCount } from '@tuheng/geometry';
import {
  isConstructionGroup,
  type LandUseGroup,
  landUseGroup,
  normalizeLandUseCode,
  type SchemeYear,
  textAt,
} from '@tuheng/standard';
import type { Evidence, Parameter, VerdictTable } from '../../review.ts';
import { missing, type Rule } from '../../rule.ts';
import type { RuleContext, Side } from '../../rule-context.ts';
import { difference, hectares } from '../../wording.ts';
import type { WorkingLayer } from '../../working-layer.ts';
import { landUseGroups, scheme } from '../documents.ts';

const LAYER = 'GHYDYH';

const edition: Parameter = {
  name: 'edition',
  title: '用地用海分类的版本（年）',
  value: 2023,
  unit: '',
  free: 'text',
  source:
    '《国土空间调查、规划、用途管制用地用海分类指南》2023 版；规划数据库所用版本须由县里确认（docs/sources.md §4.1）',
  confidence: 'suggestion',
};

/** Rows of the table of §4.4; what a class alone does not tell (town or village) goes by CZCSX. */
type Row = Exclude<LandUseGroup, 'townOrVillage'> | 'townOrVillage' | 'unknown';

const rowTitles: Readonly<Record<Row, string>> = {
  town: '城镇用地',
  village: '村庄建设用地',
  townOrVillage: '城镇或村庄用地（CZCSX 未注明）',
  infrastructure: '区域基础设施用地',
  otherConstruction: '其他建设用地',
  agricultural: '耕地、园地、林地、草地',
  wetland: '湿地',
  agriculturalFacilities: '农业设施建设用地（不计入）',
  water: '陆地水域',
  sea: '用海',
  otherLand: '其他土地',
  unknown: '不能归组的编码',
};

const order = Object.keys(rowTitles) as Row[];
const isConstruction = (row: Row): boolean => row !== 'unknown' && isConstructionGroup(row);

interface Sums {
  readonly areas: ReadonlyMap<Row, number>;
  readonly construction: number;
  readonly unknown: number;
}

/**
 * 建设用地总规模: the ellipsoid area (m²) of the planned land whose class belongs to a construction group of 空间功能结构调整表
 * (standards.md §4.4; level-1 classes are never summed, 06 is not construction land) against the target `constructionLand`, or
 * without one against the filed plan. Codes that span several groups could be either: where the answer hangs on them, the rule is
 * undetermined.
 */
export const indicatorConstructionLand: Rule = {
  id: 'indicator.construction-land',
  title: '建设用地总规模不突破',
  chapter: 'indicators',
  algorithm:
    '按规划用地用海（GHYDYH）逐图斑的分类编码归入“空间功能结构调整表”的各组（不按一级类相加；06 农业设施建设用地不是建设用地；城镇、村庄共有的编码按 CZCSX 分列），建设用地总规模 = 城镇用地 + 村庄建设用地 + 区域基础设施用地 + 其他建设用地。维护后 ≤ 规划目标（constructionLand）；未提供目标时 ≤ 备案库同口径。编码不能归组（如只到 10、12、13、23）的面积足以改变结论时为证据不足。',
  layers: [LAYER],
  basis: [scheme('四 1：不突破城镇建设用地总规模'), landUseGroups],
  parameters: [edition],
  judge(context) {
    const filed = context.layer('filed', LAYER);
    const maintained = context.layer('maintained', LAYER);
    if (!maintained)
      return missing('m²', `维护后数据库没有规划用地用海图层（${LAYER}），建设用地总规模无从计算`);
    const target = context.target('constructionLand');
    if (!filed && !target) {
      return missing('m²', `备案库没有规划用地用海图层（${LAYER}），也没有提供建设用地总规模目标值`);
    }
    const year = Number(context.parameter(indicatorConstructionLand.id, edition).value) as SchemeYear;
    const before = filed && sumsOf(context, filed, year);
    const after = sumsOf(context, maintained, year);
    const limit = target?.value ?? before!.construction;
    const slack = target?.rounding ?? context.slack(LAYER);
    const fails = after.construction > limit + slack;
    const open = !fails && after.construction + after.unknown > limit + slack;
    const against = target ? `目标 ${hectares(limit)}（${target.target.source}）` : `备案 ${hectares(limit)}`;
    return {
      outcome: fails ? 'fail' : open ? 'undetermined' : 'pass',
      ...(open
        ? {
            reasons: [
              `有 ${hectares(after.unknown)}的分类编码不能归组，是否计入建设用地决定结论；请改用二级或三级编码`,
            ],
          }
        : {}),
      measure: { before: before?.construction ?? null, after: after.construction, limit, unit: 'm²' },
      explanation:
        `维护后建设用地总规模 ${hectares(after.construction)}` +
        `${before ? `，较备案的 ${hectares(before.construction)} ${difference(after.construction - before.construction)}` : ''}；` +
        `${fails ? `超过${against}，相差 ${hectares(after.construction - limit)}` : open ? `加上不能归组的 ${hectares(after.unknown)} 可能超过${against}` : `不超过${against}`}。`,
      tables: [groupTable(before, after)],
      evidence: fails ? newlyBuilt(context, year) : [],
    };
  },
};

function rowOf(layer: WorkingLayer, f: number, year: SchemeYear): Row {
  const code = normalizeLandUseCode(textAt(layer.layer, 'YDYHFLDM', f) ?? '');
  const group = landUseGroup(code, year)?.group ?? 'unknown';
  if (group !== 'townOrVillage') return group;
  const attribute = textAt(layer.layer, 'CZCSX', f);
  return attribute === '10' ? 'town' : attribute === '20' ? 'village' : group;
}

function sumsOf(context: RuleContext, layer: WorkingLayer, year: SchemeYear): Sums {
  const areas = new Map<Row, number>();
  let construction = 0;
  for (let f = 0; f < featureCount(layer.polygons); f++) {
    const row = rowOf(layer, f, year);
    const area = context.measure.ellipsoid(layer.polygons, f);
    areas.set(row, (areas.get(row) ?? 0) + area);
    if (isConstruction(row)) construction += area;
  }
  return { areas, construction, unknown: areas.get('unknown') ?? 0 };
}

function groupTable(before: Sums | undefined, after: Sums): VerdictTable {
  const line = (title: string, old: number | null, now: number) => [
    title,
    old,
    now,
    old === null ? null : now - old,
  ];
  const rows = order
    .filter((row) => (before?.areas.get(row) ?? 0) + (after.areas.get(row) ?? 0) > 0)
    .map((row) => ({
      row,
      cells: line(rowTitles[row], before ? (before.areas.get(row) ?? 0) : null, after.areas.get(row) ?? 0),
    }));
  return {
    title: '空间功能结构（建设用地总规模的算式）',
    columns: [
      { title: '用地', unit: '' },
      { title: '备案', unit: 'm²' },
      { title: '维护后', unit: 'm²' },
      { title: '增减', unit: 'm²' },
    ],
    rows: [
      ...rows.filter(({ row }) => isConstruction(row)).map(({ cells }) => cells),
      line('＝ 建设用地总规模', before?.construction ?? null, after.construction),
      ...rows.filter(({ row }) => !isConstruction(row)).map(({ cells }) => cells),
    ],
    note: '按用地用海分类归组（docs/sources.md §4.4），不按一级类相加。',
  };
}

/** Ground that counts after the maintenance and did not before. */
function newlyBuilt(context: RuleContext, year: SchemeYear): Evidence[] {
  const change = context.changes.get(LAYER);
  if (!change) return [];
  const { polygons, left, right } = change.reclassified;
  const about = (side: Side, row: number) =>
    ({ code: LAYER, side, label: '新计入建设用地', owner: change.maintained.layer, row }) as const;
  const turned = [...left.keys()].filter(
    (k) =>
      !isConstruction(rowOf(change.filed, left[k]!, year)) &&
      isConstruction(rowOf(change.maintained, right[k]!, year)),
  );
  const added = [...change.transferIn.left.keys()].filter((k) =>
    isConstruction(rowOf(change.maintained, change.transferIn.left[k]!, year)),
  );
  return [
    ...turned.map((k) => context.evidence(polygons, k, about('maintained', right[k]!))),
    ...added.map((k) =>
      context.evidence(change.transferIn.polygons, k, about('maintained', change.transferIn.left[k]!)),
    ),
  ];
}
