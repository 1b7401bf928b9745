import { carryOut, type TaskAsked } from './tasks.ts';

self.addEventListener('message', ({ data }: MessageEvent<TaskAsked>) => {
  void carryOut(data).then((answer) => self.postMessage(answer));
});
