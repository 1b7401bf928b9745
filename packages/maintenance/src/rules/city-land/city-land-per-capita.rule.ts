import type { Parameter } from '../../review.ts';
import type { Judgement, Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';
import { decimal, hectares } from '../../wording.ts';
import { landUseGroups, scheme } from '../documents.ts';
import { groupRow } from './land-groups.ts';
import { structureTables } from './land-structure.ts';
import {
  areaOf,
  changeEvidence,
  classTitle,
  editionDoubts,
  LAND,
  landSlack,
  type Maintained,
  movedEvidence,
  onPlannedLand,
  type PlannedLand,
  unclearChange,
} from './planned-land.ts';

const limit: Parameter = {
  name: 'limit',
  title: '规划人均城镇建设用地上限',
  value: '备案值',
  unit: 'm²/人',
  free: 'number',
  source: '本项目建议：以备案值为上限（方案只写集约利用，规划文本的人均指标未核实；可写规划文本的数值）',
  confidence: 'suggestion',
};

/**
 * 用地结构 and 规划人均城镇建设用地: urban construction land (m², ellipsoid, group 城镇用地 of §4.4) over the planned population of the
 * central city, which is the same before and after; it may not exceed `limit`. The structure tables are given in any case.
 */
export const cityLandPerCapita: Rule = {
  id: 'city-land.per-capita',
  title: '中心城区用地结构与规划人均城镇建设用地',
  chapter: 'cityLand',
  algorithm:
    '用地结构表按一级类、二级类和归组列出维护前后面积、占比和人均。规划人均城镇建设用地 = 归入“城镇用地”的椭球面积 ÷ 中心城区规划人口（centralCityPopulation，前后同一口径）；维护后不大于上限（默认备案值）为通过，大于为不通过。没有人口、归组不明足以改变结论时为证据不足，用地结构表照列；两版都没有 ZXCQGHYDYH 时不适用。',
  layers: [LAND],
  basis: [scheme('四 3 中心城区用地规划布局优化可行性分析'), landUseGroups],
  parameters: [limit],
  judge: (context) => onPlannedLand(context, 'm²/人', (land) => judge(context, land)),
};

function judge(context: RuleContext, land: Maintained): Judgement {
  const people = context.target('centralCityPopulation');
  const tables = structureTables(land, people?.value);
  const before = urban(land.filed);
  const after = urban(land.maintained);
  const sizes = `中心城区城镇建设用地由 ${hectares(before)} 变为 ${hectares(after)}`;
  if (!people) {
    return {
      outcome: 'undetermined',
      measure: { before: null, after: null, limit: null, unit: 'm²/人' },
      explanation: `${sizes}；未提供中心城区规划人口，人均城镇建设用地未计算，用地结构见表。`,
      reasons: ['未提供中心城区规划人口（目标值文件 targets.centralCityPopulation）'],
      tables,
    };
  }
  const set = Number(context.parameter(cityLandPerCapita.id, limit).value);
  const head = (area: number): number => area / people.value;
  const most = Number.isFinite(set) ? set : head(before);
  const slack = landSlack(context, land) / people.value;
  const fails = head(after) > most + slack;
  // Against the filed figure what did not change cancels out; against a figure of the plan all of it counts.
  const unclear = Number.isFinite(set)
    ? areaOf(land.maintained, isUnclear(land.maintained))
    : unclearChange(context, land, (code) => isUnclear(land.maintained)(code, -1)).after;
  const open = !fails && unclear > 0 && head(after + unclear) > most + slack;
  const reasons = [
    ...(open ? [`有 ${hectares(unclear)} 用地只编到一级或编码不认识，分不清是否城镇用地，足以改变结论`] : []),
    ...editionDoubts(land, (code) => groupRow(land.maintained, code, -1)),
  ];
  return {
    outcome: reasons.length > 0 ? 'undetermined' : fails ? 'fail' : 'pass',
    ...(reasons.length > 0 ? { reasons } : {}),
    measure: { before: head(before), after: head(after), limit: most, unit: 'm²/人' },
    explanation:
      `${sizes}；按规划人口 ${people.target.value} ${people.target.unit}（${people.target.source}）计算，` +
      `规划人均城镇建设用地由 ${decimal(head(before))} m²/人变为 ${decimal(head(after))} m²/人，` +
      `${fails ? '高于' : '不高于'}上限 ${decimal(most)} m²/人${Number.isFinite(set) ? '' : '（备案值）'}。`,
    details: [
      { label: '城镇建设用地', measure: { before: before, after: after, limit: null, unit: 'm²' } },
      {
        label: '中心城区规划人口',
        measure: { before: people.value, after: people.value, limit: null, unit: '人' },
      },
    ],
    tables,
    evidence: fails ? grown(context, land) : [],
  };
}

const isUrban = (of: PlannedLand, code: string, f: number): boolean => groupRow(of, code, f) === '城镇用地';

/** Area of 城镇用地, m². */
const urban = (of: PlannedLand): number => areaOf(of, (code, f) => isUrban(of, code, f));

/** Whether a feature may or may not be 城镇用地. */
const isUnclear =
  (of: PlannedLand) =>
  (code: string, f: number): boolean =>
    ['建设用地（归组不明）', '无法归组'].includes(groupRow(of, code, f));

/** Ground that is urban construction land now and was not before. */
function grown(context: RuleContext, land: Maintained) {
  return [
    ...land.changes.rows
      .filter(
        ({ from, to, filedRow, maintainedRow }) =>
          isUrban(land.maintained, to, maintainedRow) && !isUrban(land.filed, from, filedRow),
      )
      .map((row) =>
        changeEvidence(context, land, row, `新增城镇用地：${classTitle(row.from)} → ${classTitle(row.to)}`),
      ),
    ...movedEvidence(
      context,
      land,
      'maintained',
      () => true,
      (code) => `新划入中心城区：${classTitle(code)}`,
    ),
  ];
}
