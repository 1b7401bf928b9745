import { hash } from 'node:crypto';
import type { Layer } from '@tuheng/standard';
import { type Database, type PlanVersion, readLayer, readVersion } from '@tuheng/store';
import { type ExportFormat, endingOf } from './export-format.ts';
import type { WrittenFiles } from './written-files.ts';

export interface ExportRequest {
  readonly version: PlanVersion;
  readonly format: ExportFormat;
  /** Codes; absent: all. */
  readonly layers?: readonly string[];
}

/** Versions as files. What a version holds never changes, so each file has to be written once. */
export class Exports {
  readonly #database: Database;
  readonly #files: WrittenFiles;

  constructor(database: Database, files: WrittenFiles) {
    this.#database = database;
    this.#files = files;
  }

  /**
   * The path of the file, once it is whole.
   *
   * @throws StoreError store.no-layer; DatasetError; Problem server.disk-full
   */
  fileOf(request: ExportRequest): Promise<string> {
    const { version, format, layers } = request;
    return this.#files.fileOf({
      key: hash('sha256', JSON.stringify([version.code, version.content, format, layers]), 'hex'),
      name: nameOf(request),
      format,
      features: version.features,
      layers: () => this.#read(request),
    });
  }

  async #read({ version, layers }: ExportRequest): Promise<Layer[]> {
    const plan = layers ? undefined : await readVersion(this.#database, version.code, version.number);
    const read: Layer[] = plan ? [...plan.layers.values()] : [];
    for (const code of layers ?? []) read.push((await readLayer(this.#database, version, code)).layer);
    return read;
  }
}

function nameOf({ version: { code, number }, format, layers }: ExportRequest): string {
  const stem = `${code}-v${number}${layers?.length === 1 ? `-${layers[0]}` : ''}`;
  return `${stem}.${endingOf(format, layers?.length)}`;
}
