import { Worker } from 'node:worker_threads';
import type { KernelTasks, Tasks } from './tasks.ts';
import { WorkerPool, type WorkerPort } from './worker-pool.ts';

/**
 * A pool of Node threads. They do not keep the process alive; `close` ends them.
 *
 * @param entry what runs in each, where it is not the tasks of this package: a module that answers requests with the tasks `T`
 */
export function createNodePool<T extends Tasks = KernelTasks>(
  size: number,
  entry = new URL('./node-worker.ts', import.meta.url),
): WorkerPool<T> {
  return new WorkerPool(Array.from({ length: size }, () => threadPort(entry)));
}

function threadPort(entry: URL): WorkerPort {
  const worker = new Worker(entry);
  worker.unref();
  return {
    post: (message) => {
      // While it works the process must wait for it.
      worker.ref();
      worker.postMessage(message);
    },
    listen: (onMessage, onError) => {
      worker.on('message', (message) => {
        worker.unref();
        onMessage(message);
      });
      worker.on('error', onError);
      worker.on('exit', (code) => {
        if (code !== 0) onError(new Error(`worker thread ended with code ${code}`));
      });
    },
    end: () => void worker.terminate(),
  };
}
