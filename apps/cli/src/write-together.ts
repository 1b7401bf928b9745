import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes results into `out` together: `make` makes them in a folder beside it first, and they are moved in at the end, so that a failure
 * leaves nothing half-written. Of `names`, what stood there before goes, also where `make` makes no new one.
 */
export async function writeTogether(
  out: string,
  names: readonly string[],
  make: (folder: string) => Promise<void>,
): Promise<void> {
  await mkdir(out, { recursive: true });
  const making = await mkdtemp(join(out, '.making-'));
  try {
    await make(making);
    const made = new Set(await readdir(making));
    for (const name of names) {
      await rm(join(out, name), { recursive: true, force: true });
      if (made.has(name)) await rename(join(making, name), join(out, name));
    }
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}
