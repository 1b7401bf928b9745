import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { StoreError } from '../errors.ts';

const FILE = '.lock';

/** Who holds a data folder. */
interface Holder {
  readonly pid: number;
  /** When the process started, as the system counts: process numbers are used again. Empty where the system does not tell. */
  readonly started: string;
}

/**
 * Takes a data folder for this process. A lock that a dead process left is taken over.
 *
 * @returns lets go of the folder
 * @throws StoreError store.in-use
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, FILE);
  const own = `${path}.${process.pid}`;
  await mkdir(folder, { recursive: true });
  const holder: Holder = { pid: process.pid, started: await startOf(process.pid) };
  await writeFile(own, JSON.stringify(holder));
  try {
    while (!(await isLinked(own, path))) {
      const other = await holderOf(path);
      if (other && (await isAlive(other)))
        throw new StoreError('store.in-use', basename(folder), { detail: `进程 ${other.pid}` });
      // Only one of those who find the same dead lock can move it away.
      await rename(path, `${own}.dead`).catch(() => {});
      await rm(`${own}.dead`, { force: true });
    }
  } finally {
    await rm(own, { force: true });
  }
  return () => rm(path, { force: true });
}

/** Gives a file, whole as it is, a second name; false where that name is taken. */
async function isLinked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return false;
    throw error;
  }
}

async function holderOf(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

async function isAlive({ pid, started }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
  const now = await startOf(pid);
  return started === '' || now === '' || now === started;
}

/** Clock ticks since boot at which a process started, where the system tells (Linux). */
async function startOf(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
