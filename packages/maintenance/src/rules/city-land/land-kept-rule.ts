import { landUseClass } from '@tuheng/standard';
import type { VerdictTable } from '../../review.ts';
import { type Judgement, noMeasure, type Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';
import { difference, hectares } from '../../wording.ts';
import { scheme } from '../documents.ts';
import { levelTwoTitle } from './land-structure.ts';
import {
  areaOf,
  areasBy,
  changeEvidence,
  classTitle,
  editionDoubts,
  isUnder,
  LAND,
  landSlack,
  type Maintained,
  movedEvidence,
  onPlannedLand,
  unclearChange,
} from './planned-land.ts';

/** Land that is to be kept in size: a name and the classes (2023) it is made of, with all below them. */
export interface KeptLand {
  readonly name: string;
  readonly classes: readonly string[];
}

/**
 * A rule that some land of the central city is not reduced: the ellipsoid area (m²) of its features after the maintenance is not below
 * that before, for each of `kinds` (the first is the rule's figure). The slack is that of rounding alone. Evidence is what left.
 */
export function landKeptRule(parts: {
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly KeptLand[];
}): Rule {
  const list = parts.kinds.map(({ name, classes }) => `${name}（${classes.join('、')}）`).join('，');
  return {
    id: parts.id,
    title: parts.title,
    chapter: 'cityLand',
    algorithm: `${list}：维护后各图斑椭球面积之和 ≥ 备案，${parts.kinds.length > 1 ? '每项都须满足，' : ''}否则不通过；图斑重画的舍入误差（每个 0.01 m² 加边界长度计）不算减少。二级类只列出，不分别判定。编码不认识的用地、2020 版与 2023 版含义不同的编码足以改变结论时为证据不足；两版都没有这类用地或没有 ZXCQGHYDYH 时不适用。`,
    layers: [LAND],
    basis: [scheme('三（三）；四 3：优先保障公共服务设施、基础设施，不得侵占或挪作他用')],
    parameters: [],
    judge: (context) => onPlannedLand(context, 'm²', (land) => judgeKept(context, land, parts.kinds)),
  };
}

function judgeKept(context: RuleContext, land: Maintained, kinds: readonly KeptLand[]): Judgement {
  const slack = landSlack(context, land);
  const figures = kinds.map((kind) => {
    const of = (code: string): boolean => isUnder(code, kind.classes);
    const before = areaOf(land.filed, of);
    const after = areaOf(land.maintained, of);
    return { kind, before, after, falls: after < before - slack };
  });
  const [first] = figures;
  if (figures.every(({ before, after }) => before + after === 0)) {
    return {
      outcome: 'notApplicable',
      measure: noMeasure('m²'),
      explanation: `两版中心城区都没有${first!.kind.name}，不涉及。`,
    };
  }
  const fallen = figures.filter(({ falls }) => falls);
  const unclear = unclearChange(context, land, (code) => landUseClass(code, 2023) === undefined).after;
  const shortage = Math.max(0, ...fallen.map(({ before, after }) => before - after));
  const reasons = [
    ...(shortage > 0 && unclear >= shortage - slack
      ? [`变动的用地中有 ${hectares(unclear)} 没有分类代码或编码不认识，足以改变结论`]
      : []),
    ...editionDoubts(land, (code) => kinds.map(({ classes }) => isUnder(code, classes)).join()),
  ];
  const sentences = figures.map(
    ({ kind, before, after, falls }) =>
      `${kind.name}由 ${hectares(before)} 变为 ${hectares(after)}，${difference(after - before)}${falls ? '，减少' : ''}`,
  );
  return {
    outcome: reasons.length > 0 ? 'undetermined' : fallen.length > 0 ? 'fail' : 'pass',
    ...(reasons.length > 0 ? { reasons } : {}),
    measure: { before: first!.before, after: first!.after, limit: first!.before, unit: 'm²' },
    explanation: `中心城区${sentences.join('；')}。${fallen.length > 0 ? `${fallen.map(({ kind }) => kind.name).join('、')}减少，不符合要求` : '没有减少'}。`,
    details: figures.slice(1).map(({ kind, before, after }) => ({
      label: kind.name,
      measure: { before, after, limit: before, unit: 'm²' },
    })),
    tables: [levelTwo(land, first!.kind)],
    evidence:
      fallen.length > 0
        ? whatLeft(
            context,
            land,
            fallen.map(({ kind }) => kind),
          )
        : [],
  };
}

/** The land by level-2 class, before and after. */
function levelTwo({ filed, maintained }: Maintained, { name, classes }: KeptLand): VerdictTable {
  const key = (code: string): string | undefined => (isUnder(code, classes) ? code.slice(0, 4) : undefined);
  const [before, after] = [areasBy(filed, key), areasBy(maintained, key)];
  return {
    title: `${name}（二级类）`,
    columns: [
      { title: '用地', unit: '' },
      { title: '备案面积', unit: 'm²' },
      { title: '维护后面积', unit: 'm²' },
      { title: '增减', unit: 'm²' },
    ],
    rows: [...new Set([...before.keys(), ...after.keys()])].sort().map((code) => {
      const [old, now] = [before.get(code) ?? 0, after.get(code) ?? 0];
      return [levelTwoTitle(code), old, now, now - old];
    }),
    note: '',
  };
}

/** Ground of the fallen kinds that became something else, or that the layer no longer covers. */
function whatLeft(context: RuleContext, land: Maintained, kinds: readonly KeptLand[]) {
  const leaves = (from: string, to: string): boolean =>
    kinds.some(({ classes }) => isUnder(from, classes) && !isUnder(to, classes));
  return [
    ...land.changes.rows
      .filter(({ from, to }) => leaves(from, to))
      .map((row) =>
        changeEvidence(context, land, row, `减少：${classTitle(row.from)} → ${classTitle(row.to)}`),
      ),
    ...movedEvidence(
      context,
      land,
      'filed',
      (code) => kinds.some(({ classes }) => isUnder(code, classes)),
      (code) => `减少：${classTitle(code)}不再在规划用地用海中`,
    ),
  ];
}
