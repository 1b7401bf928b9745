import type { Parameter } from '../../review.ts';
import { type Judgement, missing, type Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';
import { difference, hectares, percent } from '../../wording.ts';
import { landUseGroups, scheme } from '../documents.ts';
import { isConstructionClass } from './land-groups.ts';
import {
  areaOf,
  changeEvidence,
  classTitle,
  edition,
  editionDoubts,
  LAND,
  landSlack,
  type Maintained,
  movedEvidence,
  onPlannedLand,
  unclearChange,
} from './planned-land.ts';

const tolerance: Parameter = {
  name: 'tolerance',
  title: '“基本稳定”容许的建设用地规模变动幅度',
  value: 1,
  unit: '%',
  source: '本项目建议（“规模基本稳定”的幅度未核实）',
  confidence: 'suggestion',
};

/**
 * 布局规模基本稳定: construction land of the central city by the groups of §4.4 (m², ellipsoid), after against before; the change either
 * way stays within `tolerance` of the filed area. Classes that may be construction or not are kept apart: where the answer hangs on
 * them the rule is undetermined.
 */
export const cityLandTotalScale: Rule = {
  id: 'city-land.total-scale',
  title: '中心城区建设用地总规模基本稳定',
  chapter: 'cityLand',
  algorithm:
    '按用地用海分类归组（docs/sources.md §4.4），建设用地 = 城镇用地 + 村庄建设用地 + 区域基础设施用地 + 其他建设用地，06 农业设施建设用地不计，不按一级类相加。变动幅度 = |维护后 − 备案| ÷ 备案，不大于“基本稳定”容许幅度为通过，超过为不通过。编码不认识或归组不明的用地足以改变结论时为证据不足；两版都没有 ZXCQGHYDYH 时不适用。',
  layers: [LAND],
  basis: [scheme('二（三）3 中心城区用地规划布局'), landUseGroups],
  parameters: [tolerance, edition],
  judge: (context) => onPlannedLand(context, 'm²', (land) => judge(context, land)),
};

function judge(context: RuleContext, land: Maintained): Judgement {
  const construction = (code: string): boolean => isConstructionClass(code) === true;
  const unclear = (code: string): boolean => isConstructionClass(code) === undefined;
  const before = areaOf(land.filed, construction);
  const after = areaOf(land.maintained, construction);
  const open = unclearChange(context, land, unclear);
  if (before === 0) return missing('m²', '备案的中心城区规划用地用海中没有可以归为建设用地的图斑');
  const allowed = Number(context.parameter(cityLandTotalScale.id, tolerance).value) / 100;
  const room = before * allowed + landSlack(context, land);
  const change = after - before;
  const fails = Math.abs(change) > room;
  // Ground that may or may not be construction can move the change this far either way.
  const most = Math.max(Math.abs(change + open.after), Math.abs(change - open.before));
  const least = change > 0 ? Math.max(0, change - open.before) : Math.max(0, -change - open.after);
  const reasons = [
    ...((fails && least <= room) || (!fails && most > room)
      ? [
          `变动的用地中有 ${hectares(open.before)}（备案）、${hectares(open.after)}（维护后）编码不认识或分不清是否建设用地，足以改变结论；请补全用地用海分类代码`,
        ]
      : []),
    ...editionDoubts(land, isConstructionClass),
  ];
  const outcome = reasons.length > 0 ? 'undetermined' : fails ? 'fail' : 'pass';
  const changed = land.changes.rows.reduce((sum, { area }) => sum + area, 0);
  return {
    outcome,
    ...(reasons.length > 0 ? { reasons } : {}),
    measure: {
      before,
      after,
      limit: change < 0 ? before * (1 - allowed) : before * (1 + allowed),
      unit: 'm²',
    },
    explanation:
      `中心城区建设用地由 ${hectares(before)} 变为 ${hectares(after)}，${difference(change)}，变动幅度 ${percent(Math.abs(change) / before)}，` +
      `${fails ? '超过' : '不超过'}“基本稳定”容许的 ${percent(allowed)}。`,
    details: [
      {
        label: '建设用地变动幅度',
        measure: { before: null, after: (change / before) * 100, limit: allowed * 100, unit: '%' },
      },
      {
        label: '变动的用地中分不清是否建设用地',
        measure: { before: open.before, after: open.after, limit: null, unit: 'm²' },
      },
      {
        label: '用途改变的用地（只列出，不判定）',
        measure: { before: null, after: changed, limit: null, unit: 'm²' },
      },
    ],
    evidence: fails ? turned(context, land, change > 0) : [],
  };
}

/** Ground that became construction land, or ceased to be, whichever way the total went. */
function turned(context: RuleContext, land: Maintained, grown: boolean) {
  const is = (code: string): boolean => isConstructionClass(code) === true;
  const verb = grown ? '新增建设用地' : '不再是建设用地';
  return [
    ...land.changes.rows
      .filter(({ from, to }) => is(from) !== is(to) && is(to) === grown)
      .map((row) =>
        changeEvidence(context, land, row, `${verb}：${classTitle(row.from)} → ${classTitle(row.to)}`),
      ),
    ...movedEvidence(
      context,
      land,
      grown ? 'maintained' : 'filed',
      is,
      (code) => `${grown ? '新划入的' : '不再覆盖的'}建设用地：${classTitle(code)}`,
    ),
  ];
}
