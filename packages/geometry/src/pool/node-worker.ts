import { parentPort } from 'node:worker_threads';
import { kernelTasks } from './tasks.ts';
import { answer, type TaskRequest } from './worker-pool.ts';

/* What runs in a thread of Node. */
parentPort!.on('message', (request: TaskRequest) => parentPort!.postMessage(answer(kernelTasks, request)));
