import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { DatasetError } from '../errors.ts';
import type { Limits } from '../limits.ts';
import { watchMemory } from './memory-watch.ts';
import type { GdalReply, GdalRequest, Mount } from './protocol.ts';

const require = createRequire(import.meta.url);

/**
 * How V8 compiles GDAL's 28 MB: most of it is never called, so what is called is checked when it is called, and only what runs really long is
 * compiled a second time, for speed. Small files cost a sixth less of the processor than with V8's own settings, large ones the same.
 */
const compiling = ['--wasm-lazy-validation', '--wasm-tiering-budget=130000000'];

/** The end of what the process wrote to stderr, kept as the cause of a crash (characters). */
const STDERR_TAIL = 2000;

/**
 * GDAL in a child process of its own, with limits. It runs in Node's permission sandbox: it can read the library and the
 * mounted folders, write the writable ones, and start nothing. Ask one thing at a time; call `stop` in a `finally`.
 */
export class GdalProcess {
  readonly #child: ChildProcess;
  readonly #where: string;
  readonly #ended: Promise<DatasetError>;
  readonly #stopWatching: () => void;

  private constructor(child: ChildProcess, where: string, limits: Limits) {
    this.#child = child;
    this.#where = where;
    let reason: DatasetError | undefined;
    const killFor = (code: 'dataset.gdal-timeout' | 'dataset.gdal-memory', detail: string) => {
      reason ??= new DatasetError(code, where, { detail });
      child.kill('SIGKILL');
    };
    const timer = setTimeout(
      () => killFor('dataset.gdal-timeout', `${limits.seconds} 秒`),
      limits.seconds * 1000,
    );
    const stopMemory = watchMemory(child.pid, limits.memoryMB, () =>
      killFor('dataset.gdal-memory', `${limits.memoryMB} MB`),
    );
    const killWithParent = () => child.kill('SIGKILL');
    process.once('exit', killWithParent);
    this.#stopWatching = () => {
      clearTimeout(timer);
      stopMemory();
      process.off('exit', killWithParent);
    };
    let stderr = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-STDERR_TAIL);
    });
    this.#ended = new Promise((resolve) => {
      const end = (cause?: Error) => {
        this.#stopWatching();
        resolve(
          reason ?? new DatasetError('dataset.gdal-crashed', where, { cause: cause ?? new Error(stderr) }),
        );
      };
      // 'close' rather than 'exit': by then all of stderr has arrived.
      child.once('close', () => end());
      child.once('error', end);
    });
  }

  /**
   * @param where name of the dataset for error messages
   * @throws DatasetError gdal-timeout, gdal-memory, gdal-crashed
   */
  static async start(mounts: readonly Mount[], limits: Limits, where: string): Promise<GdalProcess> {
    const library = require.resolve('gdal3.js/node.js');
    const script = require.resolve('./child.ts');
    const readable = [dirname(library), join(dirname(script), '..', '..'), ...mounts.map(({ real }) => real)];
    const writable = mounts.filter((mount) => mount.writable).map(({ real }) => real);
    const child = fork(script, {
      execArgv: [
        ...compiling,
        '--permission',
        ...readable.map((folder) => `--allow-fs-read=${withSeparator(folder)}`),
        ...writable.map((folder) => `--allow-fs-write=${withSeparator(folder)}`),
      ],
      // Nothing of the parent's environment is the business of a parser of foreign files; Windows cannot start without this.
      env: process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {},
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const gdal = new GdalProcess(child, where, limits);
    try {
      await gdal.ask({ verb: 'start', library, mounts });
      return gdal;
    } catch (error) {
      await gdal.stop();
      throw error;
    }
  }

  /** Sends a request and waits for its reply. @throws DatasetError gdal-timeout, gdal-memory, gdal-crashed */
  async ask(request: GdalRequest): Promise<GdalReply> {
    let listener: ((reply: GdalReply) => void) | undefined;
    const reply = new Promise<GdalReply>((resolve) => {
      listener = resolve;
      this.#child.once('message', listener);
    });
    // A failed send means that the process is gone, which `#ended` tells with the reason.
    this.#child.send(request, () => {});
    const result = await Promise.race([reply, this.#ended]);
    this.#child.off('message', listener!);
    if (result instanceof DatasetError) throw result;
    return result;
  }

  /** Like `ask`, but what GDAL calls an error, or a result it could not give, is one: the data is damaged. */
  async demand(request: GdalRequest, layer?: string): Promise<GdalReply> {
    const reply = await this.ask(request);
    const [error] = reply.messages.errors;
    if (error !== undefined || reply.result === 0) {
      throw new DatasetError('dataset.unreadable', layer ? `${this.#where} 图层 ${layer}` : this.#where, {
        cause: new Error(reply.messages.errors.join('\n')),
      });
    }
    return reply;
  }

  /** Ends the process and waits until it is gone; safe to call more than once. */
  async stop(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }
}

/** The sandbox takes a path with a separator at its end for the folder and all in it. */
function withSeparator(folder: string): string {
  return folder.endsWith(sep) ? folder : folder + sep;
}
