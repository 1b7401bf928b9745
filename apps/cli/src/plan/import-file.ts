import type { Layer, Plan } from '@tuheng/standard';
import { type Database, importPlan } from '@tuheng/store';
import { readPlanDatabase } from '../plan-database.ts';
import type { Progress } from '../progress.ts';
import { shellActor } from '../store-place.ts';
import type { PlanAnswer } from './plan-answer.ts';
import type { PlanArguments } from './plan-arguments.ts';

/** Reads a plan database and takes it into the store as version 1 of a new plan. */
export async function importFile(
  database: Database,
  args: Extract<PlanArguments, { verb: 'import' }>,
  progress: Progress,
): Promise<PlanAnswer> {
  progress.stage(`读取 ${args.path}`);
  const { plan } = await readPlanDatabase(args.path);
  const regions = args.base === undefined ? undefined : await readRegions(args.base, progress);
  const version = await importPlan(database, shellActor(), {
    plan,
    ...(args.code !== undefined && { code: args.code }),
    ...(args.name !== undefined && { name: args.name }),
    ...(args.region !== undefined && { region: args.region }),
    ...(regions && { regions }),
    reason: args.reason,
    progress: (done, of) => progress.stage('写入数据库', done / of),
  });
  const townships =
    version.townships > 0 || args.base !== undefined ? `\n行政区划中有 ${version.townships} 个乡镇` : '';
  return {
    data: version,
    text: `${plan.name} 已入库，规划代码 ${version.code}，第 1 版：${plan.layers.size} 个图层，${version.features} 个图斑
内容哈希 ${version.content}${townships}${linesLeftOut(plan)}`,
  };
}

/** The store keeps polygons: who imports lines is told that they stay where they are. */
function linesLeftOut({ lines }: Plan): string {
  if (!lines || lines.size === 0) return '';
  const names = [...lines.values()].map(({ sourceName }) => sourceName).join('、');
  return `\n规划库不存线图层，${names} 没有入库；审查时要按路网距离计算服务范围，请用文件提供基础数据`;
}

/** The layer of regions beside a plan. @throws DatasetError */
async function readRegions(path: string, progress: Progress): Promise<Layer | undefined> {
  progress.stage(`读取 ${path}`);
  return (await readPlanDatabase(path)).plan.layers.get('XZQ');
}
