import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A worker of the tests in a process of its own, which can be killed. */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown>;
  readonly #lines: string[] = [];

  /** @param place URL of a database, or a data folder */
  constructor(place: string) {
    const script = fileURLToPath(new URL('./job-process.ts', import.meta.url));
    this.#child = spawn(process.execPath, [script, place], { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#exited = once(this.#child, 'exit');
    createInterface({ input: this.#child.stdout! }).on('line', (line) => this.#lines.push(line));
  }

  get pid(): number {
    return this.#child.pid!;
  }

  /** Whether it said a line. */
  said(line: string): boolean {
    return this.#lines.includes(line);
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#exited;
  }
}
