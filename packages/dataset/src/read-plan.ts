import { mkdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Plan } from '@tuheng/standard';
import { refuseCoordinateFaults } from './coordinate-faults.ts';
import { DatasetError } from './errors.ts';
import { defaultLimits, type Limits } from './limits.ts';
import type { ReadOptions } from './read-options.ts';
import { readSource } from './read-source.ts';
import { fileDigest, folderDigest } from './source/digest.ts';
import { isZip, locateFile, locateFolder, type Source } from './source/locate.ts';
import { withTemporaryFolder } from './source/temporary-folder.ts';
import { unzip } from './source/unzip.ts';

/**
 * Reads a plan database into columnar layers: those the standard knows, under its names, in file order.
 *
 * @param path a FileGDB folder, a zip with one FileGDB or with Shapefiles, a GeoPackage, a folder of Shapefiles, a GeoJSON
 *   file; also a folder that holds one of these
 * @returns layers with coordinates in the declared CRS (longitude or easting first, degrees or metres); everything that was
 *   left out, changed or assumed is in `notes`
 * @throws DatasetError with one of `datasetErrorCodes`; nothing is left behind then
 */
export async function readPlan(path: string, options: ReadOptions = {}): Promise<Plan> {
  const limits = { ...defaultLimits, ...options.limits };
  const name = basename(resolve(path));
  try {
    return await withTemporaryFolder(async (temporary) => {
      const { source, digest } = await findSource(resolve(path), name, temporary, limits);
      const pivot = join(temporary, 'pivot');
      await mkdir(pivot);
      const { layers, notes } = await readSource(source, {
        name,
        format: source.format,
        pivot,
        limits,
        crs: options.crs,
      });
      refuseCoordinateFaults(layers.values(), name);
      return { name, digest, format: source.format, layers, notes };
    });
  } catch (cause) {
    if (cause instanceof DatasetError) throw cause;
    throw new DatasetError('dataset.unreadable', name, { cause });
  }
}

async function findSource(
  path: string,
  name: string,
  temporary: string,
  limits: Limits,
): Promise<{ source: Source; digest: string }> {
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
