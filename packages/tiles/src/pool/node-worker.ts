import { parentPort } from 'node:worker_threads';
import { answer, loadKernelOverlay, type TaskRequest } from '@tuheng/geometry';
import { defaultTolerance } from '@tuheng/standard';
import { memoryOf, tileTasks } from './tile-tasks.ts';

/* What runs in a thread of Node. Messages wait until there is who listens. */
const overlay = await loadKernelOverlay(defaultTolerance.grid);
const tasks = tileTasks((features) => overlay.dissolve(features));
parentPort!.on('message', (request: TaskRequest) => {
  const reply = answer(tasks, request);
  parentPort!.postMessage(reply, memoryOf(reply));
});
