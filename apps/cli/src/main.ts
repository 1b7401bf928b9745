#!/usr/bin/env node
import { DatasetError } from '@tuheng/dataset';
import { DemonstrationError } from '@tuheng/demonstration';
import { OverlayError } from '@tuheng/geometry';
import { ProfileError } from '@tuheng/inspection';
import { ReviewError } from '@tuheng/maintenance';
import { TargetsError } from '@tuheng/standard';
import { StoreError } from '@tuheng/store';
import packageJson from '../../../package.json' with { type: 'json' };
import { accountCommand } from './account-command.ts';
import { demoArguments, inspectArguments, reviewArguments, rulesArguments } from './arguments.ts';
import { backupArguments, migrateArguments, restoreArguments } from './backup-arguments.ts';
import { backupCommand, migrateCommand, restoreCommand } from './backup-command.ts';
import { demoCommand } from './demo-command.ts';
import { inspectCommand } from './inspect-command.ts';
import { jobArguments, jobCommand } from './job-command.ts';
import { ledgerCommand } from './ledger-command.ts';
import { OutputError } from './output-folder.ts';
import { planArguments } from './plan/plan-arguments.ts';
import { planCommand } from './plan/plan-command.ts';
import { exitCodes, reviewCommand } from './review-command.ts';
import { rulesCommand } from './rules-command.ts';
import { serveArguments } from './serve/serve-arguments.ts';
import { serveCommand } from './serve/serve-command.ts';
import { ServeError } from './serve/serve-error.ts';
import { helpText, UsageError } from './usage.ts';
import { workerArguments, workerCommand } from './worker-command.ts';

async function run(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  if (args.includes('--help') || args.includes('-h') || command === 'help') {
    process.stdout.write(helpText);
    return 0;
  }
  switch (command) {
    case '--version':
      process.stdout.write(`tuheng ${packageJson.version}\n`);
      return 0;
    case 'review':
      return reviewCommand(reviewArguments(rest));
    case 'inspect':
      return inspectCommand(inspectArguments(rest));
    case 'rules':
      return rulesCommand(rulesArguments(rest));
    case 'plan':
      return planCommand(planArguments(rest));
    case 'demo':
      return demoCommand(demoArguments(rest));
    case 'ledger':
      return ledgerCommand(rest);
    case 'account':
      return accountCommand(rest);
    case 'backup':
      return backupCommand(backupArguments(rest));
    case 'restore':
      return restoreCommand(restoreArguments(rest));
    case 'migrate':
      return migrateCommand(migrateArguments(rest));
    case 'job':
      return jobCommand(jobArguments(rest));
    case 'serve':
      return serveCommand(serveArguments(rest));
    case 'worker':
      return workerCommand(workerArguments(rest));
    default:
      throw new UsageError(command ? `没有 ${command} 这个命令。用法见 tuheng --help。` : helpText);
  }
}

/** Errors whose message says what happened, where, and what to do. */
const known = [
  UsageError,
  OutputError,
  DatasetError,
  DemonstrationError,
  ReviewError,
  TargetsError,
  ProfileError,
  OverlayError,
  StoreError,
  ServeError,
];

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (known.some((type) => error instanceof type)) {
    const { code, message } = error as Error & { code: string };
    process.stderr.write(`tuheng: ${message}（${code}）\n`);
  } else {
    process.stderr.write(
      `tuheng: 内部错误，请把下面的内容报告给我们。\n${(error as Error)?.stack ?? String(error)}\n`,
    );
  }
  process.exitCode = exitCodes.unjudged;
}
