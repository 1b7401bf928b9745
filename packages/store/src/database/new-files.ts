import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * PostgreSQL's files as they are when they are new. To make them takes seconds, so that they are kept beside the installed packages once they were
 * made: an archive for each release of PGlite. Where that folder cannot be written, they are made anew each time.
 */
export async function keptNewFiles(): Promise<Blob | undefined> {
  const path = await archive();
  const bytes = await readFile(path).catch(() => undefined);
  return bytes && new Blob([bytes]);
}

/** Keeps them, whole or not at all. */
export async function keepNewFiles(files: Blob): Promise<void> {
  const path = await archive();
  const part = `${path}.${process.pid}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(part, new Uint8Array(await files.arrayBuffer()));
    await rename(part, path);
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
  return join(packages, '.cache', 'tuheng', `pglite-${version}.tar`);
}
