import type { KernelTasks, Tasks } from './tasks.ts';
import { WorkerPool, type WorkerPort } from './worker-pool.ts';

/** The part of a browser's Worker we use; the package is built without the DOM's types. */
export interface BrowserWorker {
  postMessage(message: unknown): void;
  addEventListener(
    type: string,
    listener: (event: { readonly data?: unknown; readonly message?: string }) => void,
  ): void;
  terminate(): void;
}

/**
 * A pool of browser workers.
 *
 * @param start makes one that runs `browser-worker.ts`, or another module that answers requests with the tasks `T`; with a bundler
 *   `() => new Worker(new URL('@tuheng/geometry/browser-worker', import.meta.url), { type: 'module' })`. Memory is shared with them where
 *   the page is cross-origin isolated, and copied otherwise.
 */
export function createBrowserPool<T extends Tasks = KernelTasks>(
  size: number,
  start: () => BrowserWorker,
): WorkerPool<T> {
  return new WorkerPool(Array.from({ length: size }, () => portOf(start())));
}

function portOf(worker: BrowserWorker): WorkerPort {
  return {
    post: (message) => worker.postMessage(message),
    listen: (onMessage, onError) => {
      worker.addEventListener('message', ({ data }) => onMessage(data));
      worker.addEventListener('error', ({ message }) => onError(new Error(message ?? 'worker failed')));
    },
    end: () => worker.terminate(),
  };
}
