import { answer, type TaskRequest } from '@tuheng/geometry';
import { memoryOf, tileTasks } from './tile-tasks.ts';

/** The part of a dedicated worker's global scope we use; the package is built without the DOM's types. */
interface WorkerScope {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
}

/* What runs in a worker of a browser: the entry to give to the bundler. */
const scope = globalThis as unknown as WorkerScope;
const tasks = tileTasks();
scope.onmessage = ({ data }) => {
  const reply = answer(tasks, data as TaskRequest);
  scope.postMessage(reply, memoryOf(reply));
};
