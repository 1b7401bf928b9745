import type { KernelTasks, TaskInput, TaskName, TaskOutput, Tasks } from './tasks.ts';

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
  readonly task: string;
  readonly input: unknown;
}
export type TaskReply =
  | { readonly id: number; readonly output: unknown }
  | { readonly id: number; readonly error: unknown };

/** Answers one request; the whole of what a worker does. */
export function answer(tasks: Tasks, { id, task, input }: TaskRequest): TaskReply {
  try {
    return { id, output: tasks[task]!(input as never) };
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
 * Workers that share memory with their owner and take tasks as they become free. What a task gives depends on its input, and on what every
 * worker was given by `everywhere`, never on the worker or on how many there are.
 */
export class WorkerPool<T extends Tasks = KernelTasks> {
  readonly size: number;
  readonly #idle: WorkerPort[];
  /** Those that have not died, each with what it alone must do, before it takes from the common queue. */
  readonly #alive: Map<WorkerPort, Waiting[]>;
  readonly #queue: Waiting[] = [];
  readonly #running = new Map<WorkerPort, Waiting>();
  #nextId = 0;

  constructor(ports: readonly WorkerPort[]) {
    this.size = ports.length;
    this.#alive = new Map(ports.map((port) => [port, []]));
    this.#idle = [...ports];
    for (const port of ports) {
      port.listen(
        (message) => this.#done(port, message as TaskReply),
        (error) => this.#broken(port, error),
      );
    }
  }

  /** Runs a task on each input; outputs in the order of the inputs. @throws the first error of a task, or of a worker that died */
  run<Name extends TaskName<T>>(
    task: Name,
    inputs: readonly TaskInput<T, Name>[],
  ): Promise<TaskOutput<T, Name>[]> {
    return Promise.all(inputs.map((input) => this.#ask(this.#queue, task, input)));
  }

  /** Runs a task once on each worker that lives, before what waits for any of them. @throws as `run` does */
  async everywhere<Name extends TaskName<T>>(task: Name, input: TaskInput<T, Name>): Promise<void> {
    await Promise.all([...this.#alive.values()].map((own) => this.#ask(own, task, input)));
  }

  /** Ends the workers; tasks that have not run are not run any more. */
  close(): void {
    for (const queue of [this.#queue, ...this.#alive.values()]) {
      for (const waiting of queue.splice(0)) waiting.reject(new Error('the worker pool was closed'));
    }
    for (const port of this.#alive.keys()) port.end();
  }

  #ask<Name extends TaskName<T>>(
    queue: Waiting[],
    task: Name,
    input: TaskInput<T, Name>,
  ): Promise<TaskOutput<T, Name>> {
    return new Promise((resolve, reject) => {
      const request = { id: this.#nextId++, task, input };
      queue.push({ request, resolve: resolve as (output: unknown) => void, reject });
      this.#next();
    });
  }

  #next(): void {
    for (let i = this.#idle.length - 1; i >= 0; i--) {
      const port = this.#idle[i]!;
      const waiting = this.#alive.get(port)!.shift() ?? this.#queue.shift();
      if (!waiting) continue;
      this.#idle.splice(i, 1);
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
    for (const waiting of this.#alive.get(port) ?? []) waiting.reject(error);
    this.#alive.delete(port);
    const at = this.#idle.indexOf(port);
    if (at >= 0) this.#idle.splice(at, 1);
    // A dead worker takes no more tasks; without any, none that waits will ever run.
    if (this.#alive.size === 0) for (const waiting of this.#queue.splice(0)) waiting.reject(error);
  }
}
