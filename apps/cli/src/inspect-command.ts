import { join } from 'node:path';
import type { Inspection } from '@tuheng/inspection';
import type { InspectArguments } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { inspectionTable } from './inspection-table.ts';
import { Progress } from './progress.ts';
import { runInspection } from './run-inspection.ts';
import { inspectionNames } from './write-inspection.ts';

/** Runs `tuheng inspect` and returns its exit code: 0 where no rule fails, 1 where some do, 2 where nothing could be inspected. */
export async function inspectCommand(args: InspectArguments): Promise<number> {
  const progress = new Progress(args.quiet);
  const inspection = await runInspection(args, (stage, share) => progress.stage(stage, share));
  progress.end();
  process.stdout.write(
    args.json ? `${JSON.stringify(inspection, null, 1)}\n` : summary(inspection, args, progress),
  );
  return inspection.rules.some(({ status }) => status === 'failed') ? exitCodes.fails : exitCodes.clean;
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
