import { statfs } from 'node:fs/promises';
import { basename } from 'node:path';
import { StoreError } from '../errors.ts';

/** After an error of these severities PostgreSQL has stopped, and PGlite answers every query with no rows. */
const STOPPED = new Set(['PANIC', 'FATAL']);

/** Bytes: with less room PostgreSQL cannot write a file of its log. */
const LEAST_ROOM = 32 << 20;

/** Runs the work of one PGlite, and none any more once it has stopped. */
export class PgliteHandle {
  readonly #folder: string;
  #stopped: StoreError | undefined;

  /** @param folder where its files are */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @throws StoreError store.disk-full, stopped */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#stopped) throw this.#stopped;
    try {
      const result = await work();
      if (this.#stopped) throw this.#stopped;
      return result;
    } catch (error) {
      if (error instanceof StoreError) throw error;
      if (STOPPED.has((error as { severity?: string }).severity ?? '')) {
        this.#stopped = await this.whatStopped(error);
        throw this.#stopped;
      }
      throw error;
    }
  }

  /** Why it does not run: there is no room, or something else. */
  async whatStopped(cause: unknown): Promise<StoreError> {
    const name = basename(this.#folder);
    const isFull = (await roomOf(this.#folder)) < LEAST_ROOM;
    return isFull
      ? new StoreError('store.disk-full', name, { cause })
      : new StoreError('store.stopped', name, { detail: (cause as Error).message, cause });
  }
}

/** Bytes; endless where the folder is gone, which is no want of room. */
async function roomOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder).catch(() => ({ bavail: Infinity, bsize: 1 }));
  return bavail * bsize;
}
