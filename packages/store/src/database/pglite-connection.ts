import { Worker } from 'node:worker_threads';
import {
  errorOf,
  type PgliteAnswer,
  type PgliteKind,
  type PgliteRequest,
  type PgliteResult,
} from './pglite-message.ts';

/**
 * The one connection of an embedded database, which runs in a thread of its own: it computes as this one would, without a pause, and this one goes on
 * answering others meanwhile.
 */
export class PgliteConnection {
  readonly #thread: Worker;
  readonly #waiting: PromiseWithResolvers<unknown>[] = [];
  #ended: Error | undefined;

  private constructor(dataDir: string) {
    this.#thread = new Worker(new URL('./pglite-thread.ts', import.meta.url), { workerData: dataDir });
    this.#thread.on('message', (answer: PgliteAnswer) => this.#take(answer));
    this.#thread.on('error', (error) => this.#end(error));
    this.#thread.on('exit', () => this.#end(new Error('the thread of the database ended')));
  }

  /**
   * @param dataDir folder of PostgreSQL's files, made where there is none
   * @throws what PGlite says where it cannot start
   */
  static async open(dataDir: string): Promise<PgliteConnection> {
    const connection = new PgliteConnection(dataDir);
    try {
      await connection.#answer();
      return connection;
    } catch (error) {
      await connection.#terminate();
      throw error;
    }
  }

  /** @throws PostgreSQL's errors, with their fields; one of severity FATAL when the thread has ended */
  ask<K extends PgliteKind>(request: PgliteRequest<K>): Promise<PgliteResult<K>> {
    if (this.#ended) return Promise.reject(this.#ended);
    // What cannot be sent is refused here, and no answer comes for it.
    this.#thread.postMessage(request, 'bytes' in request ? [request.bytes.buffer] : []);
    return this.#answer() as Promise<PgliteResult<K>>;
  }

  async close(): Promise<void> {
    try {
      await this.ask({ kind: 'close' });
    } finally {
      await this.#terminate();
    }
  }

  /** The answer that comes next after all that are waited for. The thread keeps the process going only meanwhile. */
  #answer(): Promise<unknown> {
    const answer = Promise.withResolvers<unknown>();
    if (this.#waiting.push(answer) === 1) this.#thread.ref();
    return answer.promise;
  }

  async #terminate(): Promise<void> {
    // Nothing else may keep the process going until it has ended.
    this.#thread.ref();
    await this.#thread.terminate();
  }

  #take(answer: PgliteAnswer): void {
    const waiting = this.#waiting.shift()!;
    if (this.#waiting.length === 0) this.#thread.unref();
    if ('error' in answer) waiting.reject(errorOf(answer.error));
    else waiting.resolve(answer.result);
  }

  #end(error: Error): void {
    this.#ended ??= Object.assign(error, { severity: 'FATAL' });
    for (const { reject } of this.#waiting.splice(0)) reject(this.#ended);
  }
}
