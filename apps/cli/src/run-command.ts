import packageJson from '../../../package.json' with { type: 'json' };
import { commands } from './commands.ts';
import { exitCodes } from './exit-codes.ts';
import { isTold } from './told-error.ts';
import { helpText, UsageError } from './usage.ts';

/** Runs a command line; what went wrong is told on the error stream. @returns the exit code */
export async function runCommand(args: readonly string[]): Promise<number> {
  try {
    return await run(args);
  } catch (error) {
    process.stderr.write(
      isTold(error)
        ? `tuheng: ${error.message}（${error.code}）\n`
        : `tuheng: 内部错误，请把下面的内容报告给我们。\n${(error as Error)?.stack ?? String(error)}\n`,
    );
    return exitCodes.unjudged;
  }
}

async function run(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (args.includes('--help') || args.includes('-h') || name === 'help') {
    process.stdout.write(helpText);
    return 0;
  }
  if (name === '--version') {
    process.stdout.write(`tuheng ${packageJson.version}\n`);
    return 0;
  }
  const load = commands.get(name ?? '');
  if (!load) throw new UsageError(name ? `没有 ${name} 这个命令。用法见 tuheng --help。` : helpText);
  const command = await load();
  return command(rest);
}
