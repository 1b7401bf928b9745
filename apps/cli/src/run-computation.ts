import { Worker } from 'node:worker_threads';
import type { Computation, Computed, ThreadMessage } from './computation.ts';
import type { TellStage } from './progress.ts';

/** An error of a computation, with its code. */
export class ComputationError extends Error {
  override readonly name = 'ComputationError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Reviews or inspects in a thread of its own, so that this one goes on answering meanwhile. It ends at once when the signal fires; what it wrote into
 * its folder then is the whole or nothing.
 *
 * @throws ComputationError, and the signal's reason
 */
export async function runComputation(
  computation: Computation,
  tell: TellStage,
  signal: AbortSignal,
): Promise<Computed> {
  signal.throwIfAborted();
  const thread = new Worker(new URL('./computation-thread.ts', import.meta.url), { workerData: computation });
  const { promise, resolve, reject } = Promise.withResolvers<Computed>();
  const onAbort = (): void => reject(signal.reason);
  signal.addEventListener('abort', onAbort);
  thread.on('message', (message: ThreadMessage) => {
    if ('stage' in message) {
      try {
        tell(message.stage, message.share);
      } catch (error) {
        reject(error);
      }
    } else if ('result' in message) resolve(message.result);
    else reject(new ComputationError(message.error.code, message.error.message));
  });
  thread.on('error', reject);
  thread.on('exit', () => reject(new ComputationError('internal', '计算线程意外结束')));
  try {
    return await promise;
  } finally {
    signal.removeEventListener('abort', onAbort);
    await thread.terminate();
  }
}
