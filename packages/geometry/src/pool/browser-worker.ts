import { kernelTasks } from './tasks.ts';
import { answer, type TaskRequest } from './worker-pool.ts';

/** The part of a dedicated worker's global scope we use; the package is built without the DOM's types. */
interface WorkerScope {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown): void;
}

/* What runs in a worker of a browser: the entry to give to the bundler. */
const scope = globalThis as unknown as WorkerScope;
scope.onmessage = ({ data }) => scope.postMessage(answer(kernelTasks, data as TaskRequest));
