import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';
/** Bytes that have to be free there. */
const ROOM = 4 * 1024 ** 3;
const PREFIX = 'tuheng-tests-';

/**
 * Lets this process and all that it starts keep temporary files in memory, where there is room, until it ends. A new database is a thousand files:
 * to make them takes a second of the system on a disk, a tenth of it in memory.
 */
export function keepFilesInMemory(): void {
  if (!existsSync(MEMORY)) return;
  for (const name of readdirSync(MEMORY)) {
    const owner = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : undefined;
    if (owner === undefined || existsSync(`/proc/${owner}`)) continue;
    // Left by a run of ours that was killed; those of other people are not ours to remove.
    const left = join(MEMORY, name);
    if (statSync(left).uid === process.getuid?.()) rmSync(left, { recursive: true, force: true });
  }
  const { bavail, bsize } = statfsSync(MEMORY);
  if (bavail * bsize < ROOM) return;
  const folder = mkdtempSync(join(MEMORY, `${PREFIX}${process.pid}-`));
  // A database server, which does not run as root, has its folder in here.
  chmodSync(folder, 0o711);
  process.env.TMPDIR = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}
