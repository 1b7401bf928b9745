import { Worker } from 'node:worker_threads';
import { WorkerPool, type WorkerPort } from './worker-pool.ts';

/** A pool of Node threads. They do not keep the process alive; `close` ends them. */
export function createNodePool(size: number): WorkerPool {
  return new WorkerPool(Array.from({ length: size }, threadPort));
}

function threadPort(): WorkerPort {
  const worker = new Worker(new URL('./node-worker.ts', import.meta.url));
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
