import { cpSync } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';

/** Milliseconds between two looks at what another worker makes. */
const PAUSE = 50;

/**
 * A copy of a folder that takes long to make. The first test file that needs it makes it, for all that need it in this run; those of other workers
 * wait meanwhile.
 *
 * @param name of the folder in this run: the same name for the same content
 * @param make fills the folder, which is there and empty
 * @param to where the copy is put; what is there already stays beside it
 */
export async function copyOncePerRun(
  name: string,
  make: (folder: string) => void | Promise<void>,
  to: string,
): Promise<void> {
  const made = join(inject('runFolder'), name);
  const part = `${made}.part`;
  while (!(await isThere(made))) {
    if (await begins(part)) await completed(part, made, make);
    else await setTimeout(PAUSE);
  }
  await mkdir(dirname(to), { recursive: true });
  // The files of a database are a thousand, for which promises take four times as long.
  cpSync(made, to, { recursive: true });
}

/** Whether it is for us to make it: the others find the folder. */
const begins = (part: string): Promise<boolean> =>
  mkdir(part).then(
    () => true,
    () => false,
  );

async function completed(part: string, made: string, make: (folder: string) => void | Promise<void>) {
  // Who was first may have completed it between the look and the folder.
  if (await isThere(made)) return rm(part, { recursive: true });
  try {
    await make(part);
    await rename(part, made);
  } catch (error) {
    await rm(part, { recursive: true });
    throw error;
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
