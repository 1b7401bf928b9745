import type { TaskAnswered, TaskAsked, TaskName, Tasks } from './tasks.ts';

/** A computation in the worker that failed. */
export class GeometryError extends Error {
  readonly code = 'web.geometry';
  constructor(message: string) {
    super(message);
    this.name = 'GeometryError';
  }
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: GeometryError): void;
}

let worker: Worker | undefined;
let last = 0;
const waiting = new Map<number, Waiting>();

function started(): Worker {
  if (worker) return worker;
  worker = new Worker(new URL('./geometry.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<TaskAnswered>) => {
    const asker = waiting.get(data.id);
    waiting.delete(data.id);
    if ('failure' in data) asker?.reject(new GeometryError(data.failure));
    else asker?.resolve(data.result);
  });
  worker.addEventListener('error', () => {
    for (const asker of waiting.values())
      asker.reject(
        new GeometryError('浏览器里的图形计算没有启动。请刷新页面重试；仍不行时请换用新版浏览器。'),
      );
    waiting.clear();
    worker = undefined;
  });
  return worker;
}

/**
 * Computes in the browser's own thread for geometry, so that the page stays free: `computed('inspect', 'GHFQ', 4532, feature)`.
 *
 * @throws GeometryError with a sentence for people
 */
export function computed<N extends TaskName>(
  name: N,
  ...input: Parameters<Tasks[N]>
): Promise<Awaited<ReturnType<Tasks[N]>>> {
  const id = ++last;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve: resolve as (result: unknown) => void, reject });
    started().postMessage({ id, name, input } satisfies TaskAsked);
  });
}
