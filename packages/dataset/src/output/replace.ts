import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Moves a finished file or folder into place. What stood there is set aside first and comes back where the move fails.
 *
 * @param aside a folder on the same file system for the old one; the caller removes it
 */
export async function replace(finished: string, target: string, aside: string): Promise<void> {
  const old = join(aside, 'replaced');
  const stands = await stat(target).then(
    () => true,
    () => false,
  );
  if (stands) await rename(target, old);
  try {
    await rename(finished, target);
  } catch (error) {
    if (stands) await rename(old, target);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}
