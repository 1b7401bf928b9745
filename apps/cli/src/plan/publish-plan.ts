import type { Database } from '@tuheng/store';
import type { Progress } from '../progress.ts';
import { publishFiles } from '../publish-files.ts';
import { shellActor } from '../store-place.ts';
import type { PlanAnswer } from './plan-answer.ts';
import type { PlanArguments } from './plan-arguments.ts';

/** Publishes the change between two databases by the review that was made of them. */
export async function publishPlan(
  database: Database,
  args: Extract<PlanArguments, { verb: 'publish' }>,
  progress: Progress,
): Promise<PlanAnswer> {
  const { version, review, leftOut } = await publishFiles(database, shellActor(), args, (stage, share) =>
    progress.stage(stage, share),
  );
  const open = review.verdicts.filter(({ status }) => status === 'undetermined').length;
  return {
    data: version,
    text: [
      `${args.code} 第 ${version.number} 版已发布：终止 ${version.ended} 个图斑，新增 ${version.opened} 个，共 ${version.features} 个`,
      ...(version.rebasedFrom === null
        ? []
        : [`审查依据第 ${version.rebasedFrom} 版；此后的发布没有动到同样的图斑，变更已并入现行版本`]),
      ...(open > 0 ? [`审查有 ${open} 条判定证据不足，未核实`] : []),
      ...(leftOut.length > 0 ? [`未发布（备案库没有、未经审查的图层）：${leftOut.join('、')}`] : []),
      `内容哈希 ${version.content}`,
    ].join('\n'),
  };
}
