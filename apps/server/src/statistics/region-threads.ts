import { Worker } from 'node:worker_threads';
import type { RegionFigures, RegionQuestion } from './region-question.ts';

/** Measures layers by regions, each in a thread that ends with it; one after the other, because it takes much memory. */
export class RegionThreads {
  #last: Promise<unknown> = Promise.resolve();
  #thread: Worker | undefined;
  #isClosed = false;

  /** @throws OverlayError's message, where the shapes cannot be laid over each other */
  measure(question: RegionQuestion): Promise<RegionFigures> {
    const figures = this.#last.then(() => this.#measure(question));
    this.#last = figures.catch(() => {});
    return figures;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#thread?.terminate();
  }

  #measure(question: RegionQuestion): Promise<RegionFigures> {
    const { promise, resolve, reject } = Promise.withResolvers<RegionFigures>();
    if (this.#isClosed) throw new Error('the server stops');
    const thread = new Worker(new URL('./region-thread.ts', import.meta.url), { workerData: question });
    this.#thread = thread;
    thread.unref();
    thread.on('message', resolve);
    thread.on('error', reject);
    thread.on('exit', () => reject(new Error('the thread that measures regions ended')));
    return promise;
  }
}
