import { mkdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { DeliveredDatabase } from '@tuheng/standard';
import { DatasetError } from './errors.ts';
import { defaultLimits, type Limits } from './limits.ts';
import type { ReadOptions } from './read-options.ts';
import { readSource } from './read-source.ts';
import { fileDigest, folderDigest } from './source/digest.ts';
import {
  isZip,
  type LooseFormat,
  locateFile,
  locateFolder,
  locateLoose,
  type Source,
} from './source/locate.ts';
import { withTemporaryFolder } from './source/temporary-folder.ts';
import { unzip } from './source/unzip.ts';

interface Found {
  readonly source: Source;
  readonly digest: string;
}

/**
 * Reads the one database at a path as it was delivered: the layers the standard knows, whatever is wrong with them.
 *
 * @param path as for `readPlan`
 * @param name what it is called, where it lies unpacked under another name
 * @throws DatasetError where there is no database, more than one, or it cannot be read whole; nothing is left behind then
 */
export function readDatabase(
  path: string,
  options: ReadOptions = {},
  name: string = basename(resolve(path)),
): Promise<DeliveredDatabase> {
  return readFound(name, options, (temporary, limits) => find(resolve(path), name, temporary, limits));
}

/**
 * Reads the Shapefiles or the GeoJSON files in a folder, without those in folders under it, as one database.
 *
 * @throws DatasetError as `readDatabase` does
 */
export function readLooseFiles(
  folder: string,
  format: LooseFormat,
  options: ReadOptions,
  name: string,
): Promise<DeliveredDatabase> {
  return readFound(name, options, async () => {
    const source = await locateLoose(folder, format);
    return { source, digest: await folderDigest(folder, source.content) };
  });
}

async function readFound(
  name: string,
  options: ReadOptions,
  locate: (temporary: string, limits: Limits) => Promise<Found>,
): Promise<DeliveredDatabase> {
  const limits = { ...defaultLimits, ...options.limits };
  try {
    return await withTemporaryFolder(async (temporary) => {
      const { source, digest } = await locate(temporary, limits);
      const pivot = join(temporary, 'pivot');
      await mkdir(pivot);
      const read = await readSource(source, {
        name,
        format: source.format,
        pivot,
        limits,
        crs: options.crs,
        aliases: options.aliases ?? {},
      });
      return { name, path: name, digest, format: source.format, ...read };
    });
  } catch (cause) {
    if (cause instanceof DatasetError) throw cause;
    throw new DatasetError('dataset.unreadable', name, { cause });
  }
}

async function find(path: string, name: string, temporary: string, limits: Limits): Promise<Found> {
  const found = await stat(path).catch((cause) => {
    throw new DatasetError('dataset.not-found', name, { cause });
  });
  if (found.isDirectory()) {
    const source = await locateFolder(path, name, limits.entries);
    return { source, digest: await folderDigest(source.root, source.content) };
  }
  if (await isZip(path)) {
    const unpacked = join(temporary, 'unpacked');
    await mkdir(unpacked);
    await unzip(path, unpacked, name, limits);
    return {
      source: await locateFolder(unpacked, name, limits.entries),
      digest: await fileDigest(path),
    };
  }
  const source = await locateFile(path);
  const single = source.content.length === 1;
  return {
    source,
    digest: single ? await fileDigest(path) : await folderDigest(source.root, source.content),
  };
}
