import { StoreError } from '../errors.ts';

/** SQLSTATE classes that mean there is no room: disk_full, and what Node says of a full file system. */
const FULL = new Set(['53100', 'ENOSPC']);

/** Classes of SQLSTATE, and what Node says, where the server went away in the middle of something. */
const LOST = /^(08|57P0)|^(ECONNRESET|EPIPE)$/;

/** Runs a piece of database work; errors of the system that people can do something about become StoreErrors. */
export async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const { code, message } = error as { code?: string; message?: string };
    if ((code !== undefined && FULL.has(code)) || /No space left on device|ENOSPC/.test(message ?? ''))
      throw new StoreError('store.disk-full', '数据库', { cause: error });
    if (LOST.test(code ?? '') || /^Connection terminated/.test(message ?? ''))
      throw new StoreError('store.unreachable', '数据库', { detail: message ?? '', cause: error });
    throw error;
  }
}

/** Whether an error is the violation of a unique constraint. */
export function isUniqueViolation(error: unknown): boolean {
  return (error as { code?: string }).code === '23505';
}
