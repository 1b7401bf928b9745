import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { schemaDigest } from '../schema/migrate.ts';

const PREFIX = 'pglite-';

/**
 * PostgreSQL's files as they are when they are new and hold this program's schema. To make them takes seconds, so that they are kept beside the
 * installed packages once they were made: an archive for each release of PGlite and each schema. Where that folder cannot be written, they are
 * made anew each time.
 */
export async function keptNewFiles(): Promise<Blob | undefined> {
  const path = await archive();
  const bytes = await readFile(path).catch(() => undefined);
  return bytes && new Blob([bytes]);
}

/** Keeps them, whole or not at all, instead of those of other releases and schemas. */
export async function keepNewFiles(files: Blob): Promise<void> {
  const path = await archive();
  const part = `${path}.${process.pid}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(part, new Uint8Array(await files.arrayBuffer()));
    await rename(part, path);
    for (const name of await readdir(dirname(path)))
      if (name.startsWith(PREFIX) && name.endsWith('.tar') && name !== basename(path))
        await rm(join(dirname(path), name));
  } catch {
    // Then the next database takes as long.
  }
}

async function archive(): Promise<string> {
  const entry = fileURLToPath(import.meta.resolve('@electric-sql/pglite'));
  const packages = entry.slice(0, entry.lastIndexOf(`${sep}@electric-sql${sep}`));
  const { version } = JSON.parse(
    await readFile(join(packages, '@electric-sql', 'pglite', 'package.json'), 'utf8'),
  ) as { version: string };
  const key = createHash('sha256')
    .update(`${version} ${await schemaDigest()}`)
    .digest('hex')
    .slice(0, 16);
  return join(packages, '.cache', 'tuheng', `${PREFIX}${key}.tar`);
}
