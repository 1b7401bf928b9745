import { join } from 'node:path';
import { readDelivery } from '@tuheng/dataset';
import { loadKernelOverlay } from '@tuheng/geometry';
import { type Inspection, inspectDelivery, type Profile, repairDelivery } from '@tuheng/inspection';
import { type Delivery, defaultTolerance } from '@tuheng/standard';
import type { InspectArguments } from './arguments.ts';
import { inspectionTable } from './inspection-table.ts';
import { refuseUnwritable, writingTo } from './output-folder.ts';
import { loadProfiles } from './profile-files.ts';
import { Progress } from './progress.ts';
import { exitCodes } from './review-command.ts';
import { loadTargets } from './targets-file.ts';
import { inspectionNames, writeInspection } from './write-inspection.ts';

/** Runs `tuheng inspect` and returns its exit code: 0 where no rule fails, 1 where some do, 2 where nothing could be inspected. */
export async function inspectCommand(args: InspectArguments): Promise<number> {
  await refuseUnwritable(args.out);
  const progress = new Progress(args.quiet);
  const profiles = await loadProfiles(args.profile);
  const targets = await loadTargets(args.targets, [args.path]);
  progress.stage(`读取 ${args.path}`);
  const aliases = aliasesOf(profiles.map(({ profile }) => profile));
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
    overlay: await loadKernelOverlay(defaultTolerance.grid),
    progress: (rule, done, of) => progress.stage(rule, done / of),
  });
  const repair = args.fix ? repairDelivery(outcome.context) : undefined;
  progress.stage('写出报告和问题清单');
  await writingTo(args.out, () => writeInspection(args.out, outcome, repair));
  progress.end();
  const { inspection } = outcome;
  process.stdout.write(
    args.json ? `${JSON.stringify(inspection, null, 1)}\n` : summary(inspection, args, progress),
  );
  return inspection.rules.some(({ status }) => status === 'failed') ? exitCodes.fails : exitCodes.clean;
}

/** The names of layers and fields that profiles add, the narrowest last. */
export function aliasesOf(profiles: readonly Profile[]) {
  const layers: Record<string, string> = {};
  const fields: Record<string, Record<string, string>> = {};
  for (const { aliases } of profiles) {
    Object.assign(layers, aliases?.layers);
    for (const [code, names] of Object.entries(aliases?.fields ?? {})) {
      fields[code] = { ...fields[code], ...names };
    }
  }
  return { layers, fields };
}

function summary(inspection: Inspection, args: InspectArguments, progress: Progress): string {
  const written = (name: string): string => join(args.out, name);
  const invented = inspection.invented ? '演示数据：虚构的县，不是真实规划\n\n' : '';
  return `${invented}${inspectionTable(inspection)}

用时 ${progress.seconds.toFixed(1)} 秒
报告　　　　${written(inspectionNames.report)}
质检结果　　${written(inspectionNames.inspection)}
问题清单　　${written(inspectionNames.workbook)}
问题图层　　${inspection.findings.some(({ geometry }) => geometry) ? written(inspectionNames.layers) : '（没有带图形的问题，未生成）'}
${args.fix ? `修复副本　　${written(inspectionNames.repaired)}\n修复记录　　${written(inspectionNames.repairLog)}\n` : ''}`;
}
