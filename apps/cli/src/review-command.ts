import { join } from 'node:path';
import { loadKernelOverlay } from '@tuheng/geometry';
import { type InspectedInput, type Review, reviewPlans } from '@tuheng/maintenance';
import { defaultTolerance, type Plan } from '@tuheng/standard';
import type { ReviewArguments } from './arguments.ts';
import { inspectInput } from './inspect-input.ts';
import { refuseUnwritable, writingTo } from './output-folder.ts';
import { type ReadPlan, readPlanDatabase } from './plan-database.ts';
import { Progress } from './progress.ts';
import { loadTargets } from './targets-file.ts';
import { verdictCounts, verdictTable } from './verdict-table.ts';
import { resultNames, writeResults } from './write-results.ts';

/** No verdict fails; some fail; the input could not be judged. */
export const exitCodes = { clean: 0, fails: 1, unjudged: 2 } as const;

/** Runs `tuheng review` and returns its exit code. */
export async function reviewCommand(args: ReviewArguments): Promise<number> {
  await refuseUnwritable(args.out);
  const progress = new Progress(args.quiet);
  const paths = [args.filed, args.maintained, ...(args.base ? [args.base] : [])];
  const targets = await loadTargets(args.targets, paths);
  progress.stage(`读取 ${paths.join('、')}`);
  const read = await readPlans(args.filed, args.maintained, args.base);
  const [filed, maintained, base] = read.map((input) => input?.plan) as [Plan, Plan, Plan | undefined];
  const overlay = await loadKernelOverlay(defaultTolerance.grid);
  const dataQuality: InspectedInput[] = [];
  for (const [i, input] of (['filed', 'maintained'] as const).entries()) {
    progress.stage(`质检 ${roleWords[input]}`);
    const { quality } = await inspectInput(input, read[i]!.delivery, read[2]?.delivery, overlay);
    dataQuality.push(quality);
  }
  const result = await reviewPlans({
    filed,
    maintained,
    ...(base ? { base } : {}),
    ...(targets ? { targets } : {}),
    dataQuality,
    overlay,
    date: args.date,
    progress: (stage, done, of) => progress.stage(stage, done / of),
  });
  progress.stage('写出报告和变更数据库');
  await writingTo(args.out, () =>
    writeResults(args.out, result, { filed, maintained, ...(base ? { base } : {}) }),
  );
  progress.end();
  process.stdout.write(
    args.json ? `${JSON.stringify(result.review, null, 1)}\n` : summary(result.review, args, progress),
  );
  return result.review.verdicts.some(({ status }) => status === 'fail') ? exitCodes.fails : exitCodes.clean;
}

/** Reads the databases side by side, each through a GDAL process of its own. The first that cannot be read is the one complained of. */
async function readPlans(
  filed: string,
  maintained: string,
  base: string | undefined,
): Promise<[ReadPlan, ReadPlan, ReadPlan | undefined]> {
  const reading = [filed, maintained, base].map((path) =>
    path === undefined ? undefined : readPlanDatabase(path),
  );
  await Promise.allSettled(reading);
  return Promise.all(reading) as Promise<[ReadPlan, ReadPlan, ReadPlan | undefined]>;
}

const roleWords = { filed: '备案库', maintained: '维护后数据库' } as const;

/** What the data do to the trustworthiness of the verdicts; nothing where they do nothing. */
function trustLines(review: Review): string {
  const doubtful = review.dataQuality.filter(({ doubts }) => doubts.length > 0);
  if (doubtful.length === 0) return '';
  const lines = doubtful.flatMap(({ input, errors, warnings, doubts }) => [
    `数据质检：${roleWords[input]}有 ${errors} 个错误、${warnings} 个警告，影响判定的可信度`,
    ...doubts.map(
      ({ layer, message, verdicts }) =>
        `    ${layer}：${message}${verdicts.length > 0 ? `涉及 ${verdicts.join('、')}` : '不涉及判定'}`,
    ),
  ]);
  return `${lines.join('\n')}\n    详见 tuheng inspect\n\n`;
}

function summary(review: Review, args: ReviewArguments, progress: Progress): string {
  const invented = review.invented ? '演示数据：虚构的县，不是真实规划\n\n' : '';
  const changed = Object.entries(review.layers).filter(
    ([, { change }]) => change.transferIn.pieces + change.transferOut.pieces + change.reclassified.pieces > 0,
  );
  return `${invented}${trustLines(review)}${verdictTable(review)}

${verdictCounts(review)}
比对 ${Object.keys(review.layers).length} 个图层，其中 ${changed.length} 个有变更；用时 ${progress.seconds.toFixed(1)} 秒
报告　　　　${join(args.out, resultNames.report)}
审查结果　　${join(args.out, resultNames.review)}
变更数据库　${changed.length > 0 ? join(args.out, resultNames.changeSet) : '（没有变更，未生成）'}
`;
}
