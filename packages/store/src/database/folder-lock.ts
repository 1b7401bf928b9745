import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../errors.ts';

/** An empty SQLite database: nothing is ever written to it. */
const LOCK = '.lock';

/** Who holds the folder, for people to read; the lock is not in it. */
const HOLDER = '.lock-holder';

const BUSY = 5;

/**
 * Takes a data folder for this process. The lock is one of the operating system, taken through SQLite, which knows how on every system: it ends
 * with the process, however that ends, so that none is ever left behind, and no number of a process is mistaken for another's.
 *
 * @returns lets go of the folder
 * @throws StoreError store.in-use, folder-unusable
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const lock = await made(folder);
  try {
    // No journal: the lock can be had where the disk is full.
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    if ((cause as { errcode?: number }).errcode !== BUSY) throw unusable(folder, cause);
    throw new StoreError('store.in-use', basename(folder), await detailOf(join(folder, HOLDER)));
  }
  const holder = join(folder, HOLDER);
  // Without room for it the lock is as good: only its holder is not named.
  await writeFile(holder, `进程 ${process.pid}，主机 ${hostname()}`).catch(() => {});
  return async () => {
    await rm(holder, { force: true });
    lock.close();
  };
}

async function made(folder: string): Promise<DatabaseSync> {
  try {
    await mkdir(folder, { recursive: true });
    return new DatabaseSync(join(folder, LOCK), { timeout: 0 });
  } catch (cause) {
    throw unusable(folder, cause);
  }
}

function unusable(folder: string, cause: unknown): StoreError {
  return new StoreError('store.folder-unusable', basename(folder), {
    detail: (cause as Error).message,
    cause,
  });
}

async function detailOf(holder: string): Promise<{ readonly detail?: string }> {
  const detail = await readFile(holder, 'utf8').catch(() => '');
  return detail === '' ? {} : { detail };
}
