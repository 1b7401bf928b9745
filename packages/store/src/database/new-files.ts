import { createHash } from 'node:crypto';
import { cpSync, existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { schemaDigest } from '../schema/migrate.ts';

const PREFIX = 'pglite-';

/**
 * PostgreSQL's files as they are when they are new and hold this program's schema. To make them takes seconds, so that they are kept beside the
 * installed packages once they were made: a folder for each release of PGlite and each schema. Where that place cannot be written, they are
 * made anew each time.
 *
 * @param to a folder that is not there yet
 * @returns whether there were any
 */
export async function copyNewFiles(to: string): Promise<boolean> {
  const kept = await place();
  if (!existsSync(kept)) return false;
  copyFolder(kept, to);
  return true;
}

/** Keeps them, whole or not at all, instead of those of other releases and schemas. */
export async function keepNewFiles(folder: string): Promise<void> {
  const kept = await place();
  const part = `${kept}.${process.pid}.part`;
  try {
    await mkdir(dirname(kept), { recursive: true });
    copyFolder(folder, part);
    await rename(part, kept);
    for (const name of await readdir(dirname(kept)))
      if (name.startsWith(PREFIX) && !name.endsWith('.part') && name !== basename(kept))
        await rm(join(dirname(kept), name), { recursive: true, force: true });
  } catch {
    // Then the next database takes as long.
    await rm(part, { recursive: true, force: true }).catch(() => {});
  }
}

/** A thousand small files: one call to the system after the other takes a quarter of the time that promises take. */
function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
}

async function place(): Promise<string> {
  const entry = fileURLToPath(import.meta.resolve('@electric-sql/pglite'));
  const packages = entry.slice(0, entry.lastIndexOf(`${sep}@electric-sql${sep}`));
  const { version } = JSON.parse(
    await readFile(join(packages, '@electric-sql', 'pglite', 'package.json'), 'utf8'),
  ) as { version: string };
  const key = createHash('sha256')
    .update(`${version} ${await schemaDigest()}`)
    .digest('hex')
    .slice(0, 16);
  return join(packages, '.cache', 'tuheng', `${PREFIX}${key}`);
}
