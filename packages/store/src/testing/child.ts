import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A script of this folder that runs in a process of its own, with the same Node, and can be killed. */
export class Child {
  /** Lines it wrote. */
  readonly lines: string[] = [];
  /** What it wrote to standard error. */
  errors = '';
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;

  constructor(script: string, ...args: readonly string[]) {
    const path = fileURLToPath(new URL(script, import.meta.url));
    this.#process = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#ended = once(this.#process, 'close');
    createInterface({ input: this.#process.stdout! }).on('line', (line) => this.lines.push(line));
    this.#process.stderr!.on('data', (chunk: Buffer) => {
      this.errors += chunk.toString();
    });
  }

  get pid(): number {
    return this.#process.pid!;
  }

  /** Waits for a line. */
  async says(line: string): Promise<void> {
    while (!this.lines.includes(line)) {
      if (this.#process.exitCode !== null) throw new Error(`it ended without "${line}":\n${this.errors}`);
      await Promise.race([once(this.#process.stdout!, 'data'), this.#ended]);
      await new Promise(setImmediate);
    }
  }

  /** Ends it at once, wherever it is. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
  }
}
