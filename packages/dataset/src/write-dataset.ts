import { mkdir } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { DatasetError } from './errors.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { writeDatabase } from './output/database.ts';
import { writeGeoJson } from './output/geojson.ts';
import type { OutputLayer } from './output/output-layer.ts';
import { replace } from './output/replace.ts';
import { withTemporaryFolder } from './source/temporary-folder.ts';

export type OutputFormat = 'FileGDB' | 'GeoPackage' | 'GeoJSON';

export interface WriteOptions {
  /** Overrides of `defaultLimits`; only `seconds` and `memoryMB` matter here. */
  readonly limits?: Partial<Limits>;
}

const extensions: Readonly<Record<OutputFormat, string>> = {
  FileGDB: '.gdb',
  GeoPackage: '.gpkg',
  GeoJSON: '.geojson',
};

/**
 * Writes layers as one dataset. It is made in a temporary folder beside the target and moved into place when it is whole: a
 * failure leaves nothing, and what stood at `path` stays.
 *
 * FileGDB rounds coordinates to its grid: 0.1 mm, or 1e-9°. GeoPackage and GeoJSON keep every digit and give the same bytes
 * for the same input; FileGDB holds random identifiers.
 *
 * @param path ends in `.gdb`, `.gpkg` or `.geojson`; several layers as GeoJSON make a folder (any name) of one file each
 * @throws DatasetError value-too-long, not-writable, gdal-timeout, gdal-memory, gdal-crashed
 */
export async function writeDataset(
  path: string,
  format: OutputFormat,
  layers: readonly OutputLayer[],
  options: WriteOptions = {},
): Promise<void> {
  const target = resolve(path);
  const name = basename(target);
  const folderOfFiles = format === 'GeoJSON' && layers.length > 1;
  if (layers.length === 0) throw new DatasetError('dataset.not-writable', name, { detail: '没有图层' });
  if (!folderOfFiles && extname(name).toLowerCase() !== extensions[format]) {
    throw new DatasetError('dataset.not-writable', name, { detail: `应以 ${extensions[format]} 结尾` });
  }
  const twice = layers.find(({ name: a }, i) => layers.findIndex(({ name: b }) => a === b) < i);
  if (twice) throw new DatasetError('dataset.not-writable', name, { detail: `图层 ${twice.name} 出现两次` });
  const limits = { ...defaultLimits, ...options.limits };
  try {
    await withTemporaryFolder(async (folder) => {
      const finished =
        format === 'GeoJSON'
          ? await writeGeoJsonFiles(folder, layers)
          : await writeDatabase(folder, format, layers, limits, name);
      await replace(finished, target, folder);
    }, dirname(target));
  } catch (cause) {
    throw cause instanceof DatasetError ? cause : new DatasetError('dataset.not-writable', name, { cause });
  }
}

/** One layer: the file; several: the folder of their files. */
async function writeGeoJsonFiles(folder: string, layers: readonly OutputLayer[]): Promise<string> {
  const files = join(folder, 'layers');
  await mkdir(files);
  for (const layer of layers) await writeGeoJson(join(files, `${layer.name}.geojson`), layer);
  return layers.length === 1 ? join(files, `${layers[0]!.name}.geojson`) : files;
}
