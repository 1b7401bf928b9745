import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDataset } from '@tuheng/dataset';
import { type DemonstrationCounty, type PlantedDataFault, plantReferenceFaults } from '@tuheng/demonstration';
import { loadKernelOverlay } from '@tuheng/geometry';
import { reviewPlans } from '@tuheng/maintenance';
import { defaultTolerance } from '@tuheng/standard';
import type { DemoArguments } from '../arguments.ts';
import { outputLayers } from '../output-layers.ts';
import { writePackage } from './write-package.ts';

interface Names {
  readonly package: string;
  readonly maintained: string;
  readonly neighbour: string;
  readonly targets: string;
  readonly dataFaults: string;
}

/**
 * Writes the county's maintenance as a package beside its databases. With faults of the data, the databases beside it that some rules
 * compare with get theirs too: the maintained plan, the next county, the targets; `data-faults.json` lists all of them.
 */
export async function writeDelivery(
  folder: string,
  names: Names,
  county: DemonstrationCounty,
  args: DemoArguments,
): Promise<void> {
  const { changeSet } = await reviewPlans({
    filed: county.filed,
    maintained: county.maintained,
    base: county.base,
    overlay: await loadKernelOverlay(defaultTolerance.grid),
    date: args.date,
  });
  const input = { plan: county.maintained, changeSet, county: county.base.layers.get('XZQ')! };
  const planted = await writePackage(join(folder, names.package), input, args.package === 'faulty');
  if (args.package !== 'faulty') return;
  const beside = plantReferenceFaults(county);
  await writeDataset(join(folder, names.maintained), 'FileGDB', outputLayers(beside.maintained));
  await writeDataset(join(folder, names.neighbour), 'FileGDB', outputLayers(beside.neighbour));
  await writeJson(join(folder, names.targets), beside.targets);
  const faults: readonly PlantedDataFault[] = [...planted, ...beside.faults];
  await writeJson(join(folder, names.dataFaults), faults);
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
}
