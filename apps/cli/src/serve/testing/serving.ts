import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** `bin/tuheng` as a process that serves until it is told to stop. */
export class Serving {
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown[]>;
  out = '';
  err = '';

  private constructor(args: readonly string[]) {
    this.#child = spawn('bin/tuheng', args, {
      cwd: fileURLToPath(new URL('../../../../..', import.meta.url)),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#exited = once(this.#child, 'exit');
    this.#child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      this.out += text;
    });
    this.#child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.err += text;
    });
  }

  /** Starts it for one test and waits until it is ready. A test that fails before it stops its server leaves none behind. */
  static async start(...args: readonly string[]): Promise<Serving> {
    const serving = new Serving(args);
    onTestFinished(() => serving.signal('SIGKILL'));
    return serving.#ready(args);
  }

  /** Starts it for the tests of a suite, which stops it. */
  static async startForSuite(...args: readonly string[]): Promise<Serving> {
    return new Serving(args).#ready(args);
  }

  async #ready(args: readonly string[]): Promise<this> {
    const ended = this.#exited.then(() => {
      throw new Error(`tuheng ${args.join(' ')} ended:\n${this.out}${this.err}`);
    });
    ended.catch(() => {});
    while (!/^ready \S+$/m.test(this.out)) await Promise.race([once(this.#child.stdout!, 'data'), ended]);
    return this;
  }

  /** `http://127.0.0.1:8080` */
  get address(): string {
    return /^ready (\S+)$/m.exec(this.out)![1]!;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Asks it to stop, and returns its exit code and the signal that ended it. */
  async stop(): Promise<unknown[]> {
    this.signal('SIGTERM');
    return this.#exited;
  }
}
