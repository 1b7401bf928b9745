import { parentPort } from 'node:worker_threads';
import { answer, type TaskRequest } from './worker-pool.ts';

/* What runs in a thread of Node. */
parentPort!.on('message', (request: TaskRequest) => parentPort!.postMessage(answer(request)));
