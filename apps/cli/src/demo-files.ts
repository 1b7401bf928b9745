import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectListSheet, writeDataset, writeWorkbook } from '@tuheng/dataset';
import { type DemonstrationCounty, generateCounty } from '@tuheng/demonstration';
import { today } from './arguments.ts';
import { writingTo } from './output-folder.ts';
import { outputLayers } from './output-layers.ts';
import type { TellStage } from './progress.ts';
import { projectListNames } from './projects-files.ts';
import { runReview } from './run-review.ts';
import type { DemonstrationFiles } from './serve/load-demonstration.ts';

/** File names of a generated county. */
export const countyNames = {
  filed: '备案.gdb',
  maintained: '维护后.gdb',
  base: '基础数据.gdb',
  targets: 'targets.json',
  projects: projectListNames.maintained,
  filedProjects: projectListNames.filed,
  faults: 'faults.json',
  package: '成果包',
  neighbour: '邻县.gdb',
  dataFaults: 'data-faults.json',
} as const;

/** Writes the databases of a county, its targets, its lists of key projects and the list of its faults. */
export async function writeCounty(
  folder: string,
  county: DemonstrationCounty,
  tell: TellStage,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const role of ['filed', 'maintained', 'base'] as const) {
    tell(`写出 ${countyNames[role]}`);
    await writeDataset(join(folder, countyNames[role]), 'FileGDB', outputLayers(county[role]));
  }
  await writeFile(join(folder, countyNames.targets), `${JSON.stringify(county.targets, null, 2)}\n`);
  for (const [role, name] of [
    ['filed', countyNames.filedProjects],
    ['maintained', countyNames.projects],
  ] as const) {
    await writeWorkbook(join(folder, name), [projectListSheet(county.projects[role])]);
  }
  // A list left by an earlier run would tell of faults that are not there.
  await rm(join(folder, countyNames.faults), { force: true });
  if (county.faults.length > 0) {
    await writeFile(join(folder, countyNames.faults), `${JSON.stringify(county.faults, null, 2)}\n`);
  }
}

/** Inputs of a review that lie in the folder of a county. */
export function reviewedFiles(folder: string) {
  return {
    filed: join(folder, countyNames.filed),
    maintained: join(folder, countyNames.maintained),
    base: join(folder, countyNames.base),
    targets: join(folder, countyNames.targets),
    projects: join(folder, countyNames.projects),
    filedProjects: join(folder, countyNames.filedProjects),
  };
}

/** Writes a demonstration county of about so many parcels, and the review of its lawful maintenance, into one folder. */
export async function makeDemonstration(
  folder: string,
  parcels: number,
  tell: TellStage,
): Promise<DemonstrationFiles> {
  tell('生成演示县（虚构）');
  await writingTo(folder, () => writeCounty(folder, generateCounty({ parcels }), tell));
  const files = reviewedFiles(folder);
  await runReview({ ...files, out: folder, date: today() }, tell);
  const { filed, maintained, base } = files;
  return { filed, maintained, base, review: folder };
}
