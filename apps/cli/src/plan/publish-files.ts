import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { loadKernelOverlay } from '@tuheng/geometry';
import { type Review, reviewIdOf } from '@tuheng/maintenance';
import { defaultTolerance, type Plan } from '@tuheng/standard';
import { changeBetween, type Database, publish, StoreError } from '@tuheng/store';
import { readPlanDatabase } from '../plan-database.ts';
import type { Progress } from '../progress.ts';
import { shellActor } from '../store-place.ts';
import { resultNames } from '../write-results.ts';
import type { PlanArguments } from './plan-arguments.ts';
import type { PlanAnswer } from './plan-command.ts';

/** Publishes the change between two databases by the review that was made of them. */
export async function publishFiles(
  database: Database,
  args: Extract<PlanArguments, { verb: 'publish' }>,
  progress: Progress,
): Promise<PlanAnswer> {
  const review = await readReview(args.review);
  progress.stage(`读取 ${args.filed}、${args.maintained}`);
  const reading = [readPlanDatabase(args.filed), readPlanDatabase(args.maintained)] as const;
  await Promise.allSettled(reading);
  const [filed, maintained] = (await Promise.all(reading)).map(({ plan }) => plan) as [Plan, Plan];
  refuseOtherInput(args.review, review, { filed, maintained });
  progress.stage('比对图斑');
  const change = changeBetween(filed, maintained);
  const overlay = await loadKernelOverlay(defaultTolerance.grid);
  progress.stage('发布');
  const version = await publish(database, shellActor(), {
    code: args.code,
    change,
    review,
    reason: args.reason,
    overlay,
    tolerance: defaultTolerance,
  });
  const open = review.verdicts.filter(({ status }) => status === 'undetermined').length;
  return {
    data: version,
    text: [
      `${args.code} 第 ${version.number} 版已发布：终止 ${version.ended} 个图斑，新增 ${version.opened} 个，共 ${version.features} 个`,
      ...(version.rebasedFrom === null
        ? []
        : [`审查依据第 ${version.rebasedFrom} 版；此后的发布没有动到同样的图斑，变更已并入现行版本`]),
      ...(open > 0 ? [`审查有 ${open} 条判定证据不足，未核实`] : []),
      ...(change.leftOut.length > 0
        ? [`未发布（备案库没有、未经审查的图层）：${change.leftOut.join('、')}`]
        : []),
      `内容哈希 ${version.content}`,
    ].join('\n'),
  };
}

/** The review of a file, or of the folder that `tuheng review` wrote. @throws StoreError store.wrong-review */
async function readReview(path: string): Promise<Review> {
  try {
    const file = (await stat(path)).isDirectory() ? join(path, resultNames.review) : path;
    const review = JSON.parse(await readFile(file, 'utf8')) as Review;
    if (review.schema === 'tuheng.review/1' && review.id === (await reviewIdOf(review))) return review;
  } catch (cause) {
    throw new StoreError('store.wrong-review', basename(path), { detail: '不能读取', cause });
  }
  throw new StoreError('store.wrong-review', basename(path), { detail: '内容与它自己的编号不符' });
}

/** @throws StoreError store.wrong-review, review-failed */
function refuseOtherInput(
  path: string,
  { inputs, verdicts }: Review,
  plans: { readonly filed: Plan; readonly maintained: Plan },
): void {
  for (const role of ['filed', 'maintained'] as const) {
    const digest = inputs.find((input) => input.role === role)?.digest;
    if (digest !== plans[role].digest)
      throw new StoreError('store.wrong-review', basename(path), { detail: plans[role].name });
  }
  const failed = verdicts.filter(({ status }) => status === 'fail').map(({ rule }) => rule);
  if (failed.length > 0)
    throw new StoreError('store.review-failed', basename(path), { detail: failed.join('、') });
}
