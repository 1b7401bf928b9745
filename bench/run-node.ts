import { spawn } from 'node:child_process';

/** How a child process ended: its exit code, or undefined where it was ended for taking too long. */
export interface Ending {
  readonly code: number | undefined;
}

export interface RunOptions {
  /** Called with each line of standard output. */
  readonly onLine?: (line: string) => void;
  /** The process is ended when no line has come for so long, seconds. */
  readonly silence?: number;
}

/** Runs this Node on a script of the benchmark. Its standard error goes to ours. */
export function runNode(args: readonly string[], { onLine, silence }: RunOptions = {}): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--expose-gc', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let late = false;
    let timer: NodeJS.Timeout | undefined;
    const rest = (): void => {
      clearTimeout(timer);
      if (silence === undefined) return;
      timer = setTimeout(() => {
        late = true;
        child.kill('SIGKILL');
      }, silence * 1000);
    };
    rest();
    let pending = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (pending + text).split('\n');
      pending = lines.pop()!;
      if (lines.length > 0) rest();
      for (const line of lines) onLine?.(line);
    });
    const onExit = (): boolean => child.kill('SIGKILL');
    process.once('exit', onExit);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      process.off('exit', onExit);
      resolve({ code: late ? undefined : (code ?? 1) });
    });
  });
}
