import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { loadKernelOverlay } from '@tuheng/geometry';
import type { Review } from '@tuheng/maintenance';
import { defaultTolerance } from '@tuheng/standard';
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

export interface FilesToPublish {
  /** Code of the plan. */
  readonly code: string;
  /** Paths of the two databases that were reviewed, and of the review.json of it. */
  readonly filed: string;
  readonly maintained: string;
  readonly review: string;
  readonly reason: string;
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
): Promise<Published> {
  const review = await readReview(files.review);
  tell(`读取 ${files.filed}、${files.maintained}`, 0);
  const [{ plan: filed }, { plan: maintained }] = await Promise.all([
    readPlanDatabase(files.filed),
    readPlanDatabase(files.maintained),
  ]);
  for (const [role, { digest }] of [['filed', filed] as const, ['maintained', maintained] as const]) {
    if (review.inputs.find((input) => input.role === role)?.digest !== digest)
      throw new StoreError('store.wrong-review', basename(files.review));
  }
  const failed = review.verdicts.filter(({ status }) => status === 'fail');
  if (failed.length > 0)
    throw new StoreError('store.review-failed', basename(files.review), { detail: `${failed.length} 项` });
  tell('比对两版数据库', 0.6);
  const change = changeBetween(filed, maintained);
  tell('发布', 0.8);
  return publish(database, actor, {
    code: files.code,
    change,
    review,
    reason: files.reason,
    overlay: await loadKernelOverlay(defaultTolerance.grid),
    tolerance: review.tolerance,
    ...(within && { within }),
  });
}

async function readReview(path: string): Promise<Review> {
  try {
    const review = JSON.parse(await readFile(path, 'utf8')) as Review;
    if (review.schema === 'tuheng.review/1') return review;
  } catch (cause) {
    throw new StoreError('store.wrong-review', basename(path), { detail: '文件无法读取', cause });
  }
  throw new StoreError('store.wrong-review', basename(path), { detail: '不是审查结果' });
}
