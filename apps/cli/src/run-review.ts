import { keepEllipsoidAreas, loadKernelOverlay } from '@tuheng/geometry';
import { type InspectedInput, type ReviewResult, reviewPlans } from '@tuheng/maintenance';
import { type DeskPlace, DeskWriter } from '@tuheng/server/desk';
import { type Aliases, defaultTolerance, layerSpec, type Plan } from '@tuheng/standard';
import type { ReviewArguments } from './arguments.ts';
import { inspectInput } from './inspect-input.ts';
import type { WithThresholds } from './job-parameters.ts';
import { refuseUnwritable, writingTo } from './output-folder.ts';
import { type ReadPlan, readPlanDatabase } from './plan-database.ts';
import { aliasesOf, loadProfiles } from './profile-files.ts';
import type { TellStage } from './progress.ts';
import { loadProjects } from './projects-files.ts';
import { loadTargets } from './targets-file.ts';
import { writeResults } from './write-results.ts';

/**
 * Reviews two plan databases, with their data quality, and writes the results into `out`.
 *
 * @param desk where what the review desk of a server needs is left, too
 */
export async function runReview(
  args: Omit<ReviewArguments, 'json' | 'quiet'> & WithThresholds,
  tell: TellStage,
  desk?: DeskPlace,
): Promise<ReviewResult> {
  await refuseUnwritable(args.out);
  const paths = [args.filed, args.maintained, ...(args.base ? [args.base] : [])];
  const profiles = await loadProfiles(args.profile);
  const targets = await loadTargets(args.targets, paths);
  const projects = await loadProjects(args);
  tell(`读取 ${paths.join('、')}`);
  const read = await readPlans(args.filed, args.maintained, args.base, aliasesOf(profiles));
  const [filed, maintained, base] = read.map((input) => input?.plan) as [Plan, Plan, Plan | undefined];
  const plans = { filed, maintained, ...(base && { base }) };
  const forDesk = desk && new DeskWriter(desk);
  await writingTo(args.out, async () => forDesk?.plans(plans));
  const overlay = await loadKernelOverlay(defaultTolerance.grid);
  tell('量算图斑面积');
  keepAreas(filed, maintained);
  const dataQuality: InspectedInput[] = [];
  for (const [i, input] of (['filed', 'maintained'] as const).entries()) {
    tell(`质检 ${roleWords[input]}`);
    const { inspection, quality } = await inspectInput(input, read[i]!.delivery, read[2]?.delivery, overlay, {
      profiles,
      ...(args.thresholds && { thresholds: args.thresholds }),
    });
    await writingTo(args.out, async () => forDesk?.inspection(input, inspection));
    dataQuality.push(quality);
  }
  const result = await reviewPlans({
    ...plans,
    ...(targets ? { targets } : {}),
    projects,
    profiles,
    ...(args.thresholds && { thresholds: args.thresholds }),
    dataQuality,
    overlay,
    date: args.date,
    progress: (stage, done, of) => tell(stage, done / of),
  });
  tell('写出报告和变更数据库');
  await writingTo(args.out, async () => {
    await writeResults(args.out, result, plans);
    await forDesk?.review(result, plans);
  });
  return result;
}

export const roleWords = { filed: '备案库', maintained: '维护后数据库' } as const;

/** Reads the databases side by side, each through a GDAL process of its own. The first that cannot be read is the one complained of. */
async function readPlans(
  filed: string,
  maintained: string,
  base: string | undefined,
  aliases: Aliases,
): Promise<[ReadPlan, ReadPlan, ReadPlan | undefined]> {
  const reading = [filed, maintained, base].map((path) =>
    path === undefined ? undefined : readPlanDatabase(path, aliases),
  );
  await Promise.allSettled(reading);
  return Promise.all(reading) as Promise<[ReadPlan, ReadPlan, ReadPlan | undefined]>;
}

/** Measures the layers that inspection and review both measure, shapes of the same coordinates once. */
function keepAreas(...plans: readonly Plan[]): void {
  const layers = plans.flatMap((plan) => [...plan.layers.values()]);
  for (const crs of new Map(layers.map((layer) => [layer.crs.epsg, layer.crs])).values()) {
    const own = layers.filter(
      (layer) => layer.crs.epsg === crs.epsg && layerSpec(layer.code)!.mode !== 'none',
    );
    keepEllipsoidAreas(
      own.map(({ polygons }) => polygons),
      crs,
    );
  }
}
