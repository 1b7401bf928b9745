import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { DeliveredDatabase, Delivery } from '@tuheng/standard';
import { DatasetError } from './errors.ts';
import { defaultLimits } from './limits.ts';
import { listPackage } from './package/list-package.ts';
import { readTables } from './package/read-tables.ts';
import { readDatabase } from './read-database.ts';
import type { ReadOptions } from './read-options.ts';
import { fileDigest, folderDigest } from './source/digest.ts';
import { isZip } from './source/locate.ts';
import { withTemporaryFolder } from './source/temporary-folder.ts';
import { unzip } from './source/unzip.ts';

/**
 * Reads what was delivered, as it was delivered: a database (whatever `readPlan` takes, plan or maintenance), or a package folder or its
 * zip with databases, tables and documents. Coordinates, names and values are not judged: that is for the inspection. In a package a
 * database that cannot be read is told as such; a single one is an error.
 *
 * @throws DatasetError not-found; for a single database all that `readDatabase` throws
 */
export async function readDelivery(path: string, options: ReadOptions = {}): Promise<Delivery> {
  const name = basename(resolve(path));
  const found = await stat(path).catch((cause) => {
    throw new DatasetError('dataset.not-found', name, { cause });
  });
  if (found.isDirectory()) {
    return (await readPackage(resolve(path), name, options)) ?? deliveryOf(await readDatabase(path, options));
  }
  if (!(await isZip(path))) return deliveryOf(await readDatabase(path, options));
  return withTemporaryFolder(async (temporary) => {
    await unzip(resolve(path), temporary, name, { ...defaultLimits, ...options.limits });
    const digest = await fileDigest(path);
    const delivery =
      (await readPackage(temporary, name, options)) ??
      deliveryOf({ ...(await readDatabase(temporary, options, name)), digest });
    return { ...delivery, digest };
  });
}

/** The folder as a package; undefined where it is a database, or just the folder around one. */
async function readPackage(root: string, name: string, options: ReadOptions): Promise<Delivery | undefined> {
  const { entries } = { ...defaultLimits, ...options.limits };
  const { files, databases, isPackage } = await listPackage(root, name, entries);
  if (!isPackage) return undefined;
  const read: DeliveredDatabase[] = [];
  for (const relative of databases) read.push(await readInPackage(root, relative, options));
  const { tables, unreadable } = await readTables(root, files);
  return {
    name,
    digest: await folderDigest(
      root,
      files.flatMap(({ content }) => content),
    ),
    files: files.map(({ content, ...file }) => {
      const reason = unreadable.get(file.path) ?? file.unreadable;
      return reason === undefined ? file : { ...file, unreadable: reason };
    }),
    databases: read,
    tables,
  };
}

function deliveryOf(database: DeliveredDatabase): Delivery {
  return { name: database.name, digest: database.digest, databases: [database], tables: [] };
}

async function readInPackage(
  root: string,
  relative: string,
  options: ReadOptions,
): Promise<DeliveredDatabase> {
  try {
    return { ...(await readDatabase(join(root, relative), options)), path: relative };
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    return {
      name: basename(relative),
      path: relative,
      format: /\.gpkg$/i.test(relative) ? 'GeoPackage' : 'FileGDB',
      digest: '',
      layers: [],
      otherLayers: [],
      notes: [],
      failure: { code: error.code, message: error.message },
    };
  }
}
