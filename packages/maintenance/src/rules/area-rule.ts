import type { TargetKey } from '@tuheng/standard';
import { layerSpec } from '@tuheng/standard';
import type { Basis } from '../review.ts';
import { type Judgement, missing, type Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';
import { difference, hectares } from '../wording.ts';
import { movedPieces } from './moved-pieces.ts';

/**
 * A rule that holds the area a layer covers (dissolved, national ellipsoid area, m²) against a target of the plan, or without
 * one against the filed database. `atLeast`: must not fall below; otherwise must not rise above. The slack is half of the
 * target's last printed decimal, or 0.01 m² a feature against the filed database.
 */
export function areaRule(parts: {
  id: string;
  title: string;
  algorithm: string;
  layer: string;
  target: TargetKey;
  targetName: string;
  atLeast: boolean;
  basis: readonly Basis[];
}): Rule {
  return {
    id: parts.id,
    title: parts.title,
    chapter: 'lines',
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
    if (!after) return missing('m²', `维护后数据库没有${name}图层（${parts.layer}）`);
    const target = context.target(parts.target);
    if (!target && !before) {
      return missing('m²', `备案库没有${name}图层（${parts.layer}），也没有提供${parts.targetName}目标值`);
    }
    const limit = target?.value ?? before!.total.area;
    const slack = target?.rounding ?? context.slack(parts.layer);
    const area = after.total.area;
    const fails = parts.atLeast ? area < limit - slack : area > limit + slack;
    const against = target
      ? `${parts.targetName}目标 ${hectares(limit)}（${target.target.source}）`
      : `备案面积 ${hectares(limit)}（未提供${parts.targetName}目标值，以备案库为准）`;
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
      // The pieces that make the difference: what left where area must be kept, what came in where it must not grow.
      evidence: !fails
        ? []
        : parts.atLeast
          ? movedPieces(context, parts.layer, 'filed', `调出${name}`)
          : movedPieces(context, parts.layer, 'maintained', `调入${name}`),
    };
  }
}
