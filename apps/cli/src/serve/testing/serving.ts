import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

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
    // A test that fails before it stops its server leaves none behind.
    const kill = (): boolean => this.#child.kill('SIGKILL');
    process.once('exit', kill);
    this.#exited.then(() => process.off('exit', kill));
    this.#child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      this.out += text;
    });
    this.#child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.err += text;
    });
  }

  /** Starts it and waits until it is ready. */
  static async start(...args: readonly string[]): Promise<Serving> {
    const serving = new Serving(args);
    const ended = serving.#exited.then(() => {
      throw new Error(`tuheng ${args.join(' ')} ended:\n${serving.out}${serving.err}`);
    });
    ended.catch(() => {});
    while (!/^ready \S+$/m.test(serving.out))
      await Promise.race([once(serving.#child.stdout!, 'data'), ended]);
    return serving;
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
