import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { DeliveredDatabase, Delivery } from '@tuheng/standard';
import { DatasetError } from './errors.ts';
import { defaultLimits } from './limits.ts';
import type { PackageDatabase } from './package/find-databases.ts';
import { innermostFolder, listPackage } from './package/list-package.ts';
import { readTables } from './package/read-tables.ts';
import { readDatabase, readLooseFiles } from './read-database.ts';
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
 * @throws DatasetError not-found; ambiguous (more files or databases than allowed); what `unzip` throws for a zip; for a single database
 *   all that `readDatabase` throws
 */
export async function readDelivery(path: string, options: ReadOptions = {}): Promise<Delivery> {
  const name = basename(resolve(path));
  const found = await stat(path).catch((cause) => {
    throw new DatasetError('dataset.not-found', name, { cause });
  });
  try {
    if (found.isDirectory()) {
      return (
        (await readPackage(resolve(path), name, options)) ?? deliveryOf(await readDatabase(path, options))
      );
    }
    if (await isZip(path)) return await readZip(resolve(path), name, options);
    return deliveryOf(await readDatabase(path, options));
  } catch (cause) {
    if (cause instanceof DatasetError) throw cause;
    throw new DatasetError('dataset.unreadable', name, { cause });
  }
}

function readZip(path: string, name: string, options: ReadOptions): Promise<Delivery> {
  return withTemporaryFolder(async (temporary) => {
    await unzip(path, temporary, name, { ...defaultLimits, ...options.limits });
    const digest = await fileDigest(path);
    return (
      (await readPackage(await innermostFolder(temporary), name, options, digest)) ??
      deliveryOf({ ...(await readDatabase(temporary, options, name)), digest })
    );
  });
}

/**
 * The folder as a package; undefined where it is a database, or just the folder around one.
 *
 * @param digest where it is known already
 */
async function readPackage(
  root: string,
  name: string,
  options: ReadOptions,
  digest?: string,
): Promise<Delivery | undefined> {
  const { entries } = { ...defaultLimits, ...options.limits };
  const listing = await listPackage(root, name, entries);
  if (!listing.isPackage) return undefined;
  const databases: DeliveredDatabase[] = [];
  // One after the other: each may take all the memory it is allowed.
  for (const database of listing.databases) {
    databases.push(await readInPackage(root, name, database, options));
  }
  const { tables, unreadable } = await readTables(root, listing.files);
  return {
    name,
    digest: digest ?? (await folderDigest(root, contentOf(listing.files))),
    files: listing.files.map(({ path, bytes, unreadable: reason = unreadable.get(path) }) =>
      reason === undefined ? { path, bytes } : { path, bytes, unreadable: reason },
    ),
    databases,
    tables,
  };
}

function contentOf(files: readonly { readonly content: readonly string[] }[]): string[] {
  return files.flatMap(({ content }) => content);
}

function deliveryOf(database: DeliveredDatabase): Delivery {
  return { name: database.name, digest: database.digest, databases: [database], tables: [] };
}

async function readInPackage(
  root: string,
  packageName: string,
  { path, format, loose, content }: PackageDatabase,
  options: ReadOptions,
): Promise<DeliveredDatabase> {
  const name = path === '.' ? packageName : basename(path);
  try {
    const database = loose
      ? await readLooseFiles(join(root, path), loose, options, name)
      : await readDatabase(join(root, path), options);
    return { ...database, path };
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    return {
      name,
      path,
      format,
      digest: await folderDigest(root, content),
      layers: [],
      otherLayers: [],
      notes: [],
      failure: { code: error.code, message: error.message },
    };
  }
}
