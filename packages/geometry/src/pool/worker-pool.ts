import { runTask, type TaskInput, type TaskName, type TaskOutput } from './tasks.ts';

/** One worker, whatever it is made of: a thread of Node or a worker of a browser. */
export interface WorkerPort {
  post(message: unknown): void;
  /** Called once, before the first post. */
  listen(onMessage: (message: unknown) => void, onError: (error: Error) => void): void;
  end(): void;
}

/** What goes to a worker and comes back. */
export interface TaskRequest {
  readonly id: number;
  readonly task: TaskName;
  readonly input: unknown;
}
export type TaskReply =
  | { readonly id: number; readonly output: unknown }
  | { readonly id: number; readonly error: unknown };

/** Answers one request; the whole of what a worker does. */
export function answer({ id, task, input }: TaskRequest): TaskReply {
  try {
    return { id, output: runTask(task, input as TaskInput<typeof task>) };
  } catch (error) {
    return { id, error };
  }
}

interface Waiting {
  readonly request: TaskRequest;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Workers that share memory with their owner and take tasks as they become free. What a task gives depends on its input alone, never on
 * the worker or on how many there are.
 */
export class WorkerPool {
  readonly size: number;
  readonly #idle: WorkerPort[];
  readonly #ports: readonly WorkerPort[];
  readonly #queue: Waiting[] = [];
  readonly #running = new Map<WorkerPort, Waiting>();
  #nextId = 0;

  constructor(ports: readonly WorkerPort[]) {
    this.size = ports.length;
    this.#ports = ports;
    this.#idle = [...ports];
    for (const port of ports) {
      port.listen(
        (message) => this.#done(port, message as TaskReply),
        (error) => this.#broken(port, error),
      );
    }
  }

  /** Runs a task on each input; outputs in the order of the inputs. @throws the first error of a task, or of a worker that died */
  run<Name extends TaskName>(task: Name, inputs: readonly TaskInput<Name>[]): Promise<TaskOutput<Name>[]> {
    return Promise.all(
      inputs.map(
        (input) =>
          new Promise<TaskOutput<Name>>((resolve, reject) => {
            const request = { id: this.#nextId++, task, input };
            this.#queue.push({ request, resolve: resolve as (output: unknown) => void, reject });
            this.#next();
          }),
      ),
    );
  }

  /** Ends the workers; tasks that have not run are not run any more. */
  close(): void {
    for (const waiting of this.#queue.splice(0)) waiting.reject(new Error('the worker pool was closed'));
    for (const port of this.#ports) port.end();
  }

  #next(): void {
    while (this.#idle.length > 0 && this.#queue.length > 0) {
      const port = this.#idle.pop()!;
      const waiting = this.#queue.shift()!;
      this.#running.set(port, waiting);
      port.post(waiting.request);
    }
  }

  #done(port: WorkerPort, reply: TaskReply): void {
    const waiting = this.#running.get(port);
    this.#running.delete(port);
    this.#idle.push(port);
    if ('error' in reply) waiting?.reject(reply.error);
    else waiting?.resolve(reply.output);
    this.#next();
  }

  #broken(port: WorkerPort, error: Error): void {
    this.#running.get(port)?.reject(error);
    this.#running.delete(port);
    const at = this.#idle.indexOf(port);
    if (at >= 0) this.#idle.splice(at, 1);
    // A dead worker takes no more tasks; without any, none that waits will ever run.
    if (this.#idle.length === 0 && this.#running.size === 0) {
      for (const waiting of this.#queue.splice(0)) waiting.reject(error);
    }
  }
}
