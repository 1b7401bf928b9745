import { parentPort } from 'node:worker_threads';
import { answer, type TaskRequest } from '@tuheng/geometry';
import { memoryOf, tileTasks } from './tile-tasks.ts';

/* What runs in a thread of Node. */
const tasks = tileTasks();
parentPort!.on('message', (request: TaskRequest) => {
  const reply = answer(tasks, request);
  parentPort!.postMessage(reply, memoryOf(reply));
});
