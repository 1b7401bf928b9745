import { rename, rm } from 'node:fs/promises';
import { allFieldsOf, writeDataset, writeWorkbook } from '@tuheng/dataset';
import type { Layer } from '@tuheng/standard';
import { zipFolder } from '../files/zip-folder.ts';
import { attributeSheet } from './attribute-sheet.ts';

export const exportFormats = ['gpkg', 'gdb', 'geojson', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** How the name of a file of so many layers ends. */
export function endingOf(format: ExportFormat, layers: number | undefined): string {
  if (format === 'gdb') return 'gdb.zip';
  return format === 'geojson' && layers !== 1 ? 'geojson.zip' : format;
}

/** How each format is written: whole under its name, or not at all. */
export const writeAs: Readonly<
  Record<ExportFormat, (path: string, layers: readonly Layer[]) => Promise<void>>
> = {
  gpkg: (path, layers) => writeDataset(path, 'GeoPackage', layers.map(allFieldsOf)),
  gdb: async (path, layers) => {
    const folder = path.replace(/\.zip$/, '');
    await writeDataset(folder, 'FileGDB', layers.map(allFieldsOf));
    await packed(folder, path);
  },
  geojson: async (path, layers) => {
    if (layers.length === 1) return writeDataset(path, 'GeoJSON', layers.map(allFieldsOf));
    const folder = path.replace(/\.zip$/, '');
    await writeDataset(folder, 'GeoJSON', layers.map(allFieldsOf));
    await packed(folder, path);
  },
  xlsx: async (path, layers) => {
    await writeWorkbook(`${path}.part`, layers.map(attributeSheet));
    await rename(`${path}.part`, path);
  },
};

async function packed(folder: string, path: string): Promise<void> {
  await zipFolder(folder, path);
  await rm(folder, { recursive: true });
}
