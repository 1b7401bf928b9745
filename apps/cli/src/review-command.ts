import { join } from 'node:path';
import { readPlan } from '@tuheng/dataset';
import { loadKernelOverlay } from '@tuheng/geometry';
import { type Review, reviewPlans } from '@tuheng/maintenance';
import { defaultTolerance, type Plan } from '@tuheng/standard';
import type { ReviewArguments } from './arguments.ts';
import { refuseUnwritable, writingTo } from './output-folder.ts';
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
  const [filed, maintained, base] = await readPlans(args.filed, args.maintained, args.base);
  const overlay = await loadKernelOverlay(defaultTolerance.grid);
  const result = await reviewPlans({
    filed,
    maintained,
    ...(base ? { base } : {}),
    ...(targets ? { targets } : {}),
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
): Promise<[Plan, Plan, Plan | undefined]> {
  const reading = [readPlan(filed), readPlan(maintained), base === undefined ? undefined : readPlan(base)];
  await Promise.allSettled(reading);
  return Promise.all(reading) as Promise<[Plan, Plan, Plan | undefined]>;
}

function summary(review: Review, args: ReviewArguments, progress: Progress): string {
  const invented = review.invented ? '演示数据：虚构的县，不是真实规划\n\n' : '';
  const changed = Object.entries(review.layers).filter(
    ([, { change }]) => change.transferIn.pieces + change.transferOut.pieces + change.reclassified.pieces > 0,
  );
  return `${invented}${verdictTable(review)}

${verdictCounts(review)}
比对 ${Object.keys(review.layers).length} 个图层，其中 ${changed.length} 个有变更；用时 ${progress.seconds.toFixed(1)} 秒
报告　　　　${join(args.out, resultNames.report)}
审查结果　　${join(args.out, resultNames.review)}
变更数据库　${changed.length > 0 ? join(args.out, resultNames.changeSet) : '（没有变更，未生成）'}
`;
}
