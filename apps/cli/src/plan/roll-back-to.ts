import { type Database, rollBack } from '@tuheng/store';
import { shellActor } from '../store-place.ts';
import type { PlanAnswer } from './plan-answer.ts';
import type { PlanArguments } from './plan-arguments.ts';

/** Makes an older version stand again. */
export async function rollBackTo(
  database: Database,
  { code, to, reason }: Extract<PlanArguments, { verb: 'rollback' }>,
): Promise<PlanAnswer> {
  const version = await rollBack(database, shellActor(), { code, to, reason });
  return {
    data: version,
    text: `${code} 第 ${version.number} 版：内容回到第 ${to} 版；终止 ${version.ended} 个图斑，恢复 ${version.opened} 个
内容哈希 ${version.content}`,
  };
}
