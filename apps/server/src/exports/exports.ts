import { hash } from 'node:crypto';
import { mkdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { allFieldsOf, writeDataset, writeWorkbook } from '@tuheng/dataset';
import type { Layer } from '@tuheng/standard';
import { type Database, type PlanVersion, readLayer, readVersion } from '@tuheng/store';
import { refuseFullDisk } from '../files/free-disk.ts';
import { removeOld } from '../files/remove-old.ts';
import { zipFolder } from '../files/zip-folder.ts';
import { attributeSheet } from './attribute-sheet.ts';

export const exportFormats = ['gpkg', 'gdb', 'geojson', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportRequest {
  readonly version: PlanVersion;
  readonly format: ExportFormat;
  /** Codes; absent: all. */
  readonly layers?: readonly string[];
}

/** Hours without use after which a file is removed: it can be written again at any time. */
const KEPT = 24;
/** Bytes of a feature in a file, so much at most in all but the strangest plans. */
const FEATURE = 4096;

/**
 * Versions as files. What a version holds never changes: each file is written once and then there for everybody, until nobody has asked for it for a
 * day. One is written at a time, because a large one takes much of the memory.
 */
export class Exports {
  readonly #database: Database;
  readonly #folder: string;
  readonly #writing = new Map<string, Promise<string>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(database: Database, folder: string) {
    this.#database = database;
    this.#folder = folder;
  }

  /**
   * The path of the file, once it is whole.
   *
   * @throws StoreError store.no-layer; DatasetError; Problem server.disk-full
   */
  async fileOf(request: ExportRequest): Promise<string> {
    const { version, format, layers } = request;
    const key = hash('sha256', JSON.stringify([version.code, version.content, format, layers]), 'hex');
    const path = join(this.#folder, key, nameOf(request));
    if (await isThere(path)) {
      await utimes(join(this.#folder, key), new Date(), new Date());
      return path;
    }
    const writing = this.#writing.get(key) ?? this.#begin(key, path, request);
    return writing;
  }

  async removeExpired(): Promise<void> {
    await removeOld(this.#folder, KEPT);
  }

  #begin(key: string, path: string, request: ExportRequest): Promise<string> {
    const writing = this.#last
      .then(() => this.#write(join(this.#folder, key), path, request))
      .finally(() => this.#writing.delete(key));
    this.#writing.set(key, writing);
    this.#last = writing.catch(() => {});
    return writing;
  }

  async #write(folder: string, path: string, { version, format, layers }: ExportRequest): Promise<string> {
    await refuseFullDisk(this.#folder, version.features * FEATURE);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder);
    const plan = layers ? undefined : await readVersion(this.#database, version.code, version.number);
    const read: Layer[] = plan ? [...plan.layers.values()] : [];
    for (const code of layers ?? []) read.push((await readLayer(this.#database, version, code)).layer);
    await writeAs[format](path, read);
    return path;
  }
}

/** How each format is written: whole under its name, or not at all. */
const writeAs: Readonly<Record<ExportFormat, (path: string, layers: readonly Layer[]) => Promise<void>>> = {
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

function nameOf({ version: { code, number }, format, layers }: ExportRequest): string {
  const stem = `${code}-v${number}${layers?.length === 1 ? `-${layers[0]}` : ''}`;
  switch (format) {
    case 'gdb':
      return `${stem}.gdb.zip`;
    case 'geojson':
      return layers?.length === 1 ? `${stem}.geojson` : `${stem}.geojson.zip`;
    default:
      return `${stem}.${format}`;
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
