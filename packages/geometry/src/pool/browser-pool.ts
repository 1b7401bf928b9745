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
 * @param start makes one that runs `browser-worker.ts`; with a bundler
 *   `() => new Worker(new URL('@tuheng/geometry/browser-worker', import.meta.url), { type: 'module' })`. Memory is shared with them where
 *   the page is cross-origin isolated, and copied otherwise.
 */
export function createBrowserPool(size: number, start: () => BrowserWorker): WorkerPool {
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
