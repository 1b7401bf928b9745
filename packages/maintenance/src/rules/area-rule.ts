import type { TargetKey } from '@tuheng/standard';
import { layerSpec } from '@tuheng/standard';
import type { ChapterId } from '../chapters.ts';
import type { Basis, VerdictTable } from '../review.ts';
import { type Judgement, missing, noMeasure, type Rule } from '../rule.ts';
import type { Patches, RuleContext } from '../rule-context.ts';
import { difference, hectares } from '../wording.ts';
import { movedPieces } from './moved-pieces.ts';

/**
 * A rule that holds the area a layer covers (dissolved, national ellipsoid area, m²) against a target of the plan, or without
 * one against the filed database. `atLeast`: must not fall below; otherwise must not rise above. The slack is half of the
 * target's last printed decimal, or 0.01 m² a feature against the filed database. A layer for which no plan sets a target, and that neither
 * database has anything in, does not concern the county.
 */
export function areaRule(parts: {
  id: string;
  title: string;
  chapter: ChapterId;
  algorithm: string;
  layer: string;
  target?: TargetKey;
  targetName?: string;
  atLeast: boolean;
  basis: readonly Basis[];
}): Rule {
  return {
    id: parts.id,
    title: parts.title,
    chapter: parts.chapter,
    algorithm: parts.algorithm,
    layers: [parts.layer],
    basis: parts.basis,
    parameters: [],
    judge,
  };

  function judge(context: RuleContext): Judgement {
    const before = context.patches('filed', parts.layer);
    const after = context.patches('maintained', parts.layer);
    const name = layerSpec(parts.layer)?.title ?? parts.layer;
    if (!parts.target && isEmpty(before) && isEmpty(after)) {
      return {
        outcome: 'notApplicable',
        measure: noMeasure('m²'),
        explanation: `两版数据库都没有${name}图斑（${parts.layer}），不涉及。`,
      };
    }
    if (!after) return missing('m²', `维护后数据库没有${name}图层（${parts.layer}）`);
    const target = parts.target && context.target(parts.target);
    const withoutTarget = parts.target ? `，也没有提供${parts.targetName}目标值` : '';
    if (!target && !before) return missing('m²', `备案库没有${name}图层（${parts.layer}）${withoutTarget}`);
    const limit = target?.value ?? before!.total.area;
    const slack = target?.rounding ?? context.slack(parts.layer);
    const area = after.total.area;
    const fails = parts.atLeast ? area < limit - slack : area > limit + slack;
    const against = target
      ? `${parts.targetName}目标 ${hectares(limit)}（${target.target.source}）`
      : `备案面积 ${hectares(limit)}${parts.target ? `（未提供${parts.targetName}目标值，以备案库为准）` : ''}`;
    const change = before
      ? `，较备案的 ${hectares(before.total.area)} ${difference(area - before.total.area)}`
      : '';
    const relation = fails
      ? `${parts.atLeast ? '低于' : '超过'}${against}，相差 ${hectares(Math.abs(area - limit))}`
      : `${parts.atLeast ? '不低于' : '不超过'}${against}`;
    return {
      outcome: fails ? 'fail' : 'pass',
      measure: { before: before?.total.area ?? null, after: area, limit, unit: 'm²' },
      explanation: `维护后${name}覆盖面积 ${hectares(area)}${change}；${relation}。`,
      tables: [arithmetic(context, parts.layer, name, before?.total.area ?? null, area, limit)],
      // The pieces that make the difference: what left where area must be kept, what came in where it must not grow.
      evidence: !fails
        ? []
        : parts.atLeast
          ? movedPieces(context, parts.layer, 'filed', `调出${name}`)
          : movedPieces(context, parts.layer, 'maintained', `调入${name}`),
    };
  }
}

const isEmpty = (patches: Patches | undefined): boolean => (patches?.areas.length ?? 0) === 0;

/** The sum behind the figure: filed − out + in, what rounding and noise make of it, and the room left to the limit. */
function arithmetic(
  context: RuleContext,
  layer: string,
  name: string,
  before: number | null,
  after: number,
  limit: number,
): VerdictTable {
  const change = context.changes.get(layer);
  const out = change ? context.measure.total(change.transferOut.polygons) : null;
  const into = change ? context.measure.total(change.transferIn.polygons) : null;
  const balanced = before !== null && out && into;
  return {
    title: `${name}面积算式`,
    columns: [
      { title: '项目', unit: '' },
      { title: '块数', unit: '块' },
      { title: '面积', unit: 'm²' },
    ],
    rows: [
      ['备案面积', context.patches('filed', layer)?.areas.length ?? null, before],
      ['－ 调出', out?.pieces ?? null, out?.area ?? null],
      ['＋ 调入', into?.pieces ?? null, into?.area ?? null],
      ['± 数据噪声与取舍', null, balanced ? after - (before - out.area + into.area) : null],
      ['＝ 维护后面积', context.patches('maintained', layer)?.areas.length ?? null, after],
      ['限值', null, limit],
      ['维护后面积 − 限值', null, after - limit],
    ],
    note: '块数按融合后的连片计；面积为椭球面积。',
  };
}
