import { type Database, openDatabase } from '@tuheng/store';
import { Progress } from '../progress.ts';
import { diffVersions } from './diff-versions.ts';
import { exportVersion } from './export-version.ts';
import { importFile } from './import-file.ts';
import type { PlanAnswer } from './plan-answer.ts';
import type { PlanArguments } from './plan-arguments.ts';
import { listAll, listOne, showVersion, verifyVersions } from './plan-lists.ts';
import { publishPlan } from './publish-plan.ts';
import { rollBackTo } from './roll-back-to.ts';

/** Runs `tuheng plan …` and returns its exit code. */
export async function planCommand(args: PlanArguments): Promise<number> {
  const progress = new Progress(args.quiet);
  const database = await openDatabase(args.place, {
    mustExist: args.verb !== 'import',
    ...(args.verb === 'import' && args.ledgerAlgorithm && { ledgerAlgorithm: args.ledgerAlgorithm }),
  });
  try {
    const { text, data, exitCode = 0 } = await answer(database, args, progress);
    progress.end();
    process.stdout.write(args.json ? `${JSON.stringify(data, null, 1)}\n` : `${text}\n`);
    return exitCode;
  } finally {
    await database.close();
  }
}

function answer(database: Database, args: PlanArguments, progress: Progress): Promise<PlanAnswer> {
  switch (args.verb) {
    case 'import':
      return importFile(database, args, progress);
    case 'list':
      return listAll(database);
    case 'versions':
      return listOne(database, args.code);
    case 'verify':
      return verifyVersions(database, args.code);
    case 'show':
      return showVersion(database, args.code, args.version);
    case 'export':
      return exportVersion(database, args, progress);
    case 'diff':
      return diffVersions(database, args);
    case 'publish':
      return publishPlan(database, args, progress);
    case 'rollback':
      return rollBackTo(database, args);
  }
}
