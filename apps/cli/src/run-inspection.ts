import { readDelivery } from '@tuheng/dataset';
import { loadKernelOverlay } from '@tuheng/geometry';
import { type Inspection, inspectDelivery, repairDelivery } from '@tuheng/inspection';
import { type DeskPlace, DeskWriter } from '@tuheng/server/desk';
import { type Delivery, defaultTolerance } from '@tuheng/standard';
import type { InspectArguments } from './arguments.ts';
import type { WithThresholds } from './job-parameters.ts';
import { refuseUnwritable, writingTo } from './output-folder.ts';
import { aliasesOf, loadProfiles } from './profile-files.ts';
import type { TellStage } from './progress.ts';
import { loadTargets } from './targets-file.ts';
import { writeInspection } from './write-inspection.ts';

/**
 * Inspects a database or a package and writes the results into `out`.
 *
 * @param desk where what the review desk of a server needs is left, too
 */
export async function runInspection(
  args: Omit<InspectArguments, 'json' | 'quiet'> & WithThresholds,
  tell: TellStage,
  desk?: DeskPlace,
): Promise<Inspection> {
  await refuseUnwritable(args.out);
  const profiles = await loadProfiles(args.profile);
  const targets = await loadTargets(args.targets, [args.path]);
  tell(`读取 ${args.path}`);
  const aliases = aliasesOf(profiles);
  const read = (path: string | undefined): Promise<Delivery> | undefined =>
    path === undefined ? undefined : readDelivery(path, { aliases });
  const [delivery, filed, maintained, base] = await Promise.all([
    readDelivery(args.path, { aliases }),
    read(args.filed),
    read(args.maintained),
    read(args.base),
  ]);
  const neighbours = await Promise.all(args.neighbours.map((path) => readDelivery(path, { aliases })));
  const outcome = await inspectDelivery({
    delivery,
    ...(filed && { filed }),
    ...(maintained && { maintained }),
    ...(base && { base }),
    ...(neighbours.length > 0 && { neighbours }),
    ...(targets && { targets }),
    profiles,
    ...(args.thresholds && { thresholds: args.thresholds }),
    overlay: await loadKernelOverlay(defaultTolerance.grid),
    progress: (rule, done, of) => tell(rule, done / of),
  });
  const repair = args.fix ? repairDelivery(outcome.context) : undefined;
  tell('写出报告和问题清单');
  await writingTo(args.out, async () => {
    await writeInspection(args.out, outcome, repair);
    if (desk) await new DeskWriter(desk).inspection('delivery', outcome.inspection);
  });
  return outcome.inspection;
}
