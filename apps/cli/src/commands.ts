import { demoArguments, inspectArguments, reviewArguments, rulesArguments } from './arguments.ts';

/** Does what a command line asks for and returns the exit code. */
type Command = (args: readonly string[]) => Promise<number>;

/** The commands by name. Each is loaded when it is asked for: what all of them need takes longer to read than most of them take. */
export const commands: ReadonlyMap<string, () => Promise<Command>> = new Map<string, () => Promise<Command>>([
  [
    'review',
    async () => {
      const { reviewCommand } = await import('./review-command.ts');
      return (args) => reviewCommand(reviewArguments(args));
    },
  ],
  [
    'inspect',
    async () => {
      const { inspectCommand } = await import('./inspect-command.ts');
      return (args) => inspectCommand(inspectArguments(args));
    },
  ],
  [
    'rules',
    async () => {
      const { rulesCommand } = await import('./rules-command.ts');
      return (args) => rulesCommand(rulesArguments(args));
    },
  ],
  [
    'site',
    async () => {
      const { siteArguments } = await import('./site-arguments.ts');
      const { siteCommand } = await import('./site-command.ts');
      return (args) => siteCommand(siteArguments(args));
    },
  ],
  [
    'plan',
    async () => {
      const { planArguments } = await import('./plan/plan-arguments.ts');
      const { planCommand } = await import('./plan/plan-command.ts');
      return (args) => planCommand(planArguments(args));
    },
  ],
  [
    'demo',
    async () => {
      const { demoCommand } = await import('./demo-command.ts');
      return (args) => demoCommand(demoArguments(args));
    },
  ],
  ['ledger', async () => (await import('./ledger-command.ts')).ledgerCommand],
  ['account', async () => (await import('./account-command.ts')).accountCommand],
  [
    'backup',
    async () => {
      const { backupArguments } = await import('./backup-arguments.ts');
      const { backupCommand } = await import('./backup-command.ts');
      return (args) => backupCommand(backupArguments(args));
    },
  ],
  [
    'restore',
    async () => {
      const { restoreArguments } = await import('./backup-arguments.ts');
      const { restoreCommand } = await import('./backup-command.ts');
      return (args) => restoreCommand(restoreArguments(args));
    },
  ],
  [
    'migrate',
    async () => {
      const { migrateArguments } = await import('./backup-arguments.ts');
      const { migrateCommand } = await import('./backup-command.ts');
      return (args) => migrateCommand(migrateArguments(args));
    },
  ],
  [
    'job',
    async () => {
      const { jobArguments, jobCommand } = await import('./job-command.ts');
      return (args) => jobCommand(jobArguments(args));
    },
  ],
  [
    'serve',
    async () => {
      const { serveArguments } = await import('./serve/serve-arguments.ts');
      const { serveCommand } = await import('./serve/serve-command.ts');
      return (args) => serveCommand(serveArguments(args));
    },
  ],
  [
    'worker',
    async () => {
      const { workerArguments, workerCommand } = await import('./worker-command.ts');
      return (args) => workerCommand(workerArguments(args));
    },
  ],
]);
