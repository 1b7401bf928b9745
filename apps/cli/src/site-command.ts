import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { DatasetError, readSite } from '@tuheng/dataset';
import { loadKernelOverlay } from '@tuheng/geometry';
import { judgeSite, prepareSitePlan, type SiteReport } from '@tuheng/maintenance';
import { defaultTolerance } from '@tuheng/standard';
import { exitCodes } from './exit-codes.ts';
import { OutputError, writingTo } from './output-folder.ts';
import { readPlanDatabase } from './plan-database.ts';
import { Progress } from './progress.ts';
import type { SiteArguments } from './site-arguments.ts';
import { siteTables } from './site-table.ts';
import { loadTargets } from './targets-file.ts';

/**
 * Runs `tuheng site`: one piece of ground against a plan. Returns its exit code: 0 where no question fails, 1 where some do, 2 where it
 * could not be judged.
 */
export async function siteCommand(args: SiteArguments): Promise<number> {
  const progress = new Progress(args.quiet);
  const source = await bytesOf(args.path);
  progress.stage(`读取 ${args.plan}`);
  const { plan } = await readPlanDatabase(args.plan);
  const base = args.base === undefined ? undefined : (await readPlanDatabase(args.base)).plan;
  const [first] = plan.layers.values();
  const site = await readSite(source, {
    name: basename(args.path),
    ...(first && { crs: first.crs }),
  });
  progress.stage('比对图层，逐项判定');
  const overlay = await loadKernelOverlay(defaultTolerance.grid);
  const report = await judgeSite(site, prepareSitePlan({ plan, ...(base && { base }), overlay }), {
    purpose: {
      ...(args.landUse !== undefined && { landUse: { code: args.landUse, year: args.landUseYear } }),
      ...(args.activity !== undefined && { limitedActivity: args.activity }),
    },
  });
  const text = `${JSON.stringify(report, null, 1)}\n`;
  if (args.out !== undefined) await writeReport(args.out, text);
  progress.end();
  const invented = (await loadTargets(undefined, [args.plan]))?.file.invented === true;
  process.stdout.write(args.json ? text : summary(report, args, invented));
  return report.verdicts.some(({ status }) => status === 'fail') ? exitCodes.fails : exitCodes.clean;
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new DatasetError('dataset.not-found', basename(path), { cause });
  }
}

/** @throws OutputError */
async function writeReport(path: string, text: string): Promise<void> {
  await writingTo(path, () =>
    writeFile(path, text).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') throw new OutputError(path, '文件夹不存在', cause);
      throw cause;
    }),
  );
}

function summary(report: SiteReport, args: SiteArguments, invented: boolean): string {
  return [
    ...(invented ? ['演示数据：虚构的县，不是真实规划', ''] : []),
    ...siteTables(report),
    ...(args.out === undefined ? [] : ['', `报告　${args.out}`]),
    '',
  ].join('\n');
}
