import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDataset } from '@tuheng/dataset';
import {
  type CountyOptions,
  type DemonstrationCounty,
  faultIds,
  generateCounty,
} from '@tuheng/demonstration';
import type { DemoArguments } from './arguments.ts';
import { refuseUnwritable, writingTo } from './output-folder.ts';
import { outputLayers } from './output-layers.ts';
import { writeDelivery } from './package/write-delivery.ts';
import { Progress } from './progress.ts';
import { reviewCommand } from './review-command.ts';
import { UsageError } from './usage.ts';

/** File names of a generated county. */
const names = {
  filed: '备案.gdb',
  maintained: '维护后.gdb',
  base: '基础数据.gdb',
  targets: 'targets.json',
  faults: 'faults.json',
  package: '成果包',
  neighbour: '邻县.gdb',
  dataFaults: 'data-faults.json',
} as const;

/** Runs `tuheng demo`: generates the county and, unless only that was asked, reviews it. Returns the exit code. */
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
  await writingTo(folder, () => writeCounty(folder, county, progress));
  if (args.package !== 'none') {
    progress.stage('写出成果包');
    await writingTo(folder, () => writeDelivery(folder, names, county, args));
  }
  progress.end();
  process.stdout.write(
    `演示数据（虚构的县，不是真实规划）已写入 ${folder}：${Object.values(names)
      .filter((name) => name !== names.faults || county.faults.length > 0)
      .filter((name) => args.package !== 'none' || name !== names.package)
      .filter((name) => args.package === 'faulty' || (name !== names.neighbour && name !== names.dataFaults))
      .join('、')}\n\n`,
  );
  if (args.generateOnly) return 0;
  return reviewCommand({
    filed: join(folder, names.filed),
    maintained: join(folder, names.maintained),
    base: join(folder, names.base),
    targets: join(folder, names.targets),
    out: args.out,
    date: args.date,
    json: false,
    quiet: args.quiet,
  });
}

async function writeCounty(folder: string, county: DemonstrationCounty, progress: Progress): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const role of ['filed', 'maintained', 'base'] as const) {
    progress.stage(`写出 ${names[role]}`);
    await writeDataset(join(folder, names[role]), 'FileGDB', outputLayers(county[role]));
  }
  await writeFile(join(folder, names.targets), `${JSON.stringify(county.targets, null, 2)}\n`);
  // A list left by an earlier run would tell of faults that are not there.
  await rm(join(folder, names.faults), { force: true });
  if (county.faults.length > 0) {
    await writeFile(join(folder, names.faults), `${JSON.stringify(county.faults, null, 2)}\n`);
  }
}
