import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { loadKernelOverlay } from '@tuheng/geometry';
import { type Review, reviewIdOf } from '@tuheng/maintenance';
import { defaultTolerance, type Plan } from '@tuheng/standard';
import {
  type Actor,
  changeBetween,
  type Database,
  type Publication,
  type Published,
  publish,
  StoreError,
} from '@tuheng/store';
import { readPlanDatabase } from './plan-database.ts';
import type { TellStage } from './progress.ts';
import { resultNames } from './write-results.ts';

export interface FilesToPublish {
  /** Code of the plan. */
  readonly code: string;
  /** Paths of the two databases that were reviewed, and of the review: its file, or the folder that `tuheng review` wrote. */
  readonly filed: string;
  readonly maintained: string;
  readonly review: string;
  readonly reason: string;
}

export interface PublishedFiles {
  readonly version: Published;
  readonly review: Review;
  /** Layers that only the maintained database has: no review judges them, and they are not published. */
  readonly leftOut: readonly string[];
}

/**
 * Publishes what a review judged, from its files. Only the review of exactly these two databases will do, and none with a verdict that fails.
 *
 * @throws StoreError store.wrong-review, review-failed, and those of `publish`; DatasetError
 */
export async function publishFiles(
  database: Database,
  actor: Actor,
  files: FilesToPublish,
  tell: TellStage,
  within?: Publication['within'],
): Promise<PublishedFiles> {
  const review = await readReview(files.review);
  tell(`读取 ${files.filed}、${files.maintained}`, 0);
  const reading = [readPlanDatabase(files.filed), readPlanDatabase(files.maintained)];
  await Promise.allSettled(reading);
  const [filed, maintained] = (await Promise.all(reading)).map(({ plan }) => plan) as [Plan, Plan];
  refuseOtherInput(files.review, review, { filed, maintained });
  tell('比对图斑', 0.6);
  const change = changeBetween(filed, maintained);
  tell('发布', 0.8);
  const version = await publish(database, actor, {
    code: files.code,
    change,
    review,
    reason: files.reason,
    overlay: await loadKernelOverlay(defaultTolerance.grid),
    tolerance: review.tolerance,
    ...(within && { within }),
  });
  return { version, review, leftOut: change.leftOut };
}

/** The review of a file, or of the folder that `tuheng review` wrote. @throws StoreError store.wrong-review */
async function readReview(path: string): Promise<Review> {
  let review: Review;
  try {
    const file = (await stat(path)).isDirectory() ? join(path, resultNames.review) : path;
    review = JSON.parse(await readFile(file, 'utf8')) as Review;
  } catch (cause) {
    throw new StoreError('store.wrong-review', basename(path), { detail: '文件无法读取', cause });
  }
  if (review.schema !== 'tuheng.review/1')
    throw new StoreError('store.wrong-review', basename(path), { detail: '不是审查结果' });
  if (review.id !== (await reviewIdOf(review)))
    throw new StoreError('store.wrong-review', basename(path), { detail: '内容与它自己的编号不符' });
  return review;
}

/** @throws StoreError store.wrong-review, review-failed */
function refuseOtherInput(
  path: string,
  { inputs, verdicts }: Review,
  plans: { readonly filed: Plan; readonly maintained: Plan },
): void {
  for (const role of ['filed', 'maintained'] as const) {
    const reviewed = inputs.find((input) => input.role === role);
    if (reviewed?.digest !== plans[role].digest)
      throw new StoreError('store.wrong-review', basename(path), { detail: plans[role].name });
    const unread = reviewed?.layers.filter(({ code }) => !plans[role].layers.has(code)) ?? [];
    // Names that only a profile knows: what was judged would not be what is published.
    if (unread.length > 0) {
      const names = unread.map(({ code, sourceName }) => `${sourceName}（${code}）`).join('、');
      throw new StoreError('store.wrong-review', basename(path), {
        detail: `图层 ${names} 是按地方细则的别名读出的，请改用标准名后重新审查`,
      });
    }
  }
  const failed = verdicts.filter(({ status }) => status === 'fail').map(({ rule }) => rule);
  if (failed.length > 0)
    throw new StoreError('store.review-failed', basename(path), { detail: failed.join('、') });
}
