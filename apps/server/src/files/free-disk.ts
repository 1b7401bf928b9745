import { mkdir, statfs } from 'node:fs/promises';
import { Problem } from '../problems/problem.ts';

/** Bytes that stay free whatever is asked for: the database may lie on the same disk. */
const RESERVE = 1 << 30;

/**
 * Refuses to write so many bytes into a folder whose disk would be full then. The folder is made where it is not.
 *
 * @throws Problem server.disk-full
 */
export async function refuseFullDisk(folder: string, bytes: number): Promise<void> {
  const { free } = await diskOf(folder);
  if (free - bytes < RESERVE) throw new Problem('server.disk-full');
}

/** Bytes of the disk that a folder is on, and those of them that are free. The folder is made where it is not. */
export async function diskOf(folder: string): Promise<{ readonly free: number; readonly total: number }> {
  await mkdir(folder, { recursive: true });
  const { bavail, blocks, bsize } = await statfs(folder);
  return { free: bavail * bsize, total: blocks * bsize };
}
