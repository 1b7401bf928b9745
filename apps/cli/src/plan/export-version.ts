import { extname } from 'node:path';
import { allFieldsOf, type OutputFormat, writeDataset } from '@tuheng/dataset';
import { featureCount } from '@tuheng/geometry';
import { type Database, findVersion, readVersion } from '@tuheng/store';
import type { Progress } from '../progress.ts';
import { UsageError } from '../usage.ts';
import type { PlanAnswer } from './plan-answer.ts';
import type { PlanArguments } from './plan-arguments.ts';

const formats: Readonly<Record<string, OutputFormat>> = { '.gdb': 'FileGDB', '.gpkg': 'GeoPackage' };

/** The format that a path's ending asks for. @throws UsageError */
export function formatOf(path: string): OutputFormat {
  const format = formats[extname(path).toLowerCase()];
  if (!format) throw new UsageError(`--out 要以 .gdb 或 .gpkg 结尾，收到的是 ${path}。`);
  return format;
}

/** Writes a version as a database, with every field that it holds. */
export async function exportVersion(
  database: Database,
  { code, version: which, out }: Extract<PlanArguments, { verb: 'export' }>,
  progress: Progress,
): Promise<PlanAnswer> {
  const format = formatOf(out);
  progress.stage('读取版本');
  const version = await findVersion(database, code, which);
  const plan = await readVersion(database, code, version.number);
  progress.stage(`写出 ${out}`);
  await writeDataset(out, format, [...plan.layers.values()].map(allFieldsOf));
  const features = [...plan.layers.values()].reduce((sum, layer) => sum + featureCount(layer.polygons), 0);
  return {
    data: { version, out },
    text: `${code} 第 ${version.number} 版已写出到 ${out}：${plan.layers.size} 个图层，${features} 个图斑`,
  };
}
