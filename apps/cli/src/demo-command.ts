import { join } from 'node:path';
import { type CountyOptions, faultIds, generateCounty } from '@tuheng/demonstration';
import type { DemoArguments } from './arguments.ts';
import { countyNames, reviewedFiles, writeCounty } from './demo-files.ts';
import { exitCodes } from './exit-codes.ts';
import { refuseUnwritable, writingTo } from './output-folder.ts';
import { writeDelivery } from './package/write-delivery.ts';
import { Progress } from './progress.ts';
import { reviewCommand } from './review-command.ts';
import { serveDemonstration } from './serve/serve-demonstration.ts';
import { UsageError } from './usage.ts';

/**
 * Runs `tuheng demo`: generates the county, reviews its maintenance, publishes that and serves it until told to stop; only the first, or the first two,
 * where that was asked. Returns the exit code.
 */
export async function demoCommand(args: DemoArguments): Promise<number> {
  const faults = args.faults;
  if (faults !== 'none' && faults !== 'all' && !faultIds.some((id) => id === faults)) {
    throw new UsageError(`没有名为 ${faults} 的问题。可选：all、${faultIds.join('、')}。`);
  }
  const folder = args.generateOnly ? args.out : join(args.out, '数据');
  await refuseUnwritable(folder);
  const progress = new Progress(args.quiet);
  progress.stage(`生成演示县（虚构），约 ${args.parcels} 个地类图斑`);
  const county = generateCounty({
    seed: args.seed,
    parcels: args.parcels,
    faults: faults as NonNullable<CountyOptions['faults']>,
  });
  await writingTo(folder, () => writeCounty(folder, county, progress.stage.bind(progress)));
  if (args.package !== 'none') {
    progress.stage('写出成果包');
    await writingTo(folder, () => writeDelivery(folder, countyNames, county, args));
  }
  progress.end();
  process.stdout.write(
    `演示数据（虚构的县，不是真实规划）已写入 ${folder}：${Object.values(countyNames)
      .filter((name) => name !== countyNames.faults || county.faults.length > 0)
      .filter((name) => args.package !== 'none' || name !== countyNames.package)
      .filter(
        (name) =>
          args.package === 'faulty' || (name !== countyNames.neighbour && name !== countyNames.dataFaults),
      )
      .join('、')}\n\n`,
  );
  if (args.generateOnly) return 0;
  const files = reviewedFiles(folder);
  const exitCode = await reviewCommand({
    ...files,
    out: args.out,
    date: args.date,
    json: false,
    quiet: args.quiet,
  });
  // What fails the review is not published: there is nothing to serve.
  if (exitCode !== exitCodes.clean || !args.serves) return exitCode;
  return serveDemonstration({ ...files, review: args.out }, args);
}
