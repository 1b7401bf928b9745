import { constants } from 'node:fs';
import { copyFile, link, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Database, findVersion, type Job, type Json } from '@tuheng/store';
import type { DeskPlace } from '../desk/desk-writer.ts';
import type { Exports } from '../exports/exports.ts';
import { removeOld } from '../files/remove-old.ts';
import { zipFolder } from '../files/zip-folder.ts';
import { Problem } from '../problems/problem.ts';
import type { Uploads } from '../uploads/uploads.ts';
import { inputsOf, isInput, type JobInput } from './job-input.ts';

/** Hours that the files of a job are kept. */
const KEPT = 90 * 24;

export interface ResultFile {
  readonly name: string;
  readonly bytes: number;
}

/**
 * The files of jobs: a folder each, with what it works on and what it leaves behind. Inputs are links to the uploads and exports, so that a
 * publication finds exactly the files that its review judged, whatever was deleted meanwhile.
 */
export class JobFiles {
  readonly #folder: string;
  readonly #database: Database;
  readonly #uploads: Uploads;
  readonly #exports: Exports;

  constructor(folder: string, database: Database, uploads: Uploads, exports: Exports) {
    this.#folder = folder;
    this.#database = database;
    this.#uploads = uploads;
    this.#exports = exports;
  }

  /**
   * Puts the inputs of a job in their place and gives its parameters as handlers take them: paths, `out` for the results, and `desk` for what the
   * review desk needs. What an earlier run left is removed.
   *
   * @throws Problem server.no-upload, upload-unfinished, no-file; StoreError
   */
  async prepare({ id, kind, parameters }: Job): Promise<Json> {
    await rm(this.#of(id), { recursive: true, force: true });
    const paths: Record<string, Json> = {
      out: this.#resultsOf(id),
      ...((kind === 'review' || kind === 'inspect') && { desk: this.#deskOf(id, parameters) }),
    };
    for (const [name, value] of Object.entries((parameters ?? {}) as Record<string, Json>)) {
      if (!isInput(value)) paths[name] = value;
      else if ('job' in value) Object.assign(paths, await this.#reviewed(value.job));
      else paths[name] = await this.#place(id, name, await this.#pathOf(value));
    }
    return paths;
  }

  /** Packs what a job left as folders (FileGDB): each result is one file. */
  async packResults(id: string): Promise<void> {
    const results = this.#resultsOf(id);
    for (const entry of await readdir(results, { withFileTypes: true }).catch(() => [])) {
      if (!entry.isDirectory()) continue;
      const folder = join(results, entry.name);
      await zipFolder(folder, `${folder}.zip`);
      await rm(folder, { recursive: true });
    }
  }

  /** What a job has left behind, by name. */
  async results(id: string): Promise<ResultFile[]> {
    const folder = this.#resultsOf(id);
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
    const found = files.map(async ({ name }) => ({ name, bytes: (await stat(join(folder, name))).size }));
    return (await Promise.all(found)).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Path of one of the results. @throws Problem server.no-file */
  async resultPath(id: string, name: string): Promise<string> {
    const found = (await this.results(id)).find((file) => file.name === name);
    if (!found) throw new Problem('server.no-file', { detail: name });
    return join(this.#resultsOf(id), found.name);
  }

  /** A text of a job as it may be told: without the place of its files on this machine. */
  withoutPlace(id: string, text: string): string {
    return text
      .replaceAll(new RegExp(`${RegExp.escape(join(this.#of(id), 'inputs'))}.[^/\\\\]+.`, 'g'), '')
      .replaceAll(this.#resultsOf(id), basename(this.#resultsOf(id)));
  }

  /** The folder of what the review desk needs. */
  deskOf(id: string): string {
    return join(this.#of(id), 'desk');
  }

  /** The folder of the files that go with what people say of it. */
  attachmentsOf(id: string): string {
    return join(this.#of(id), 'attachments');
  }

  async removeExpired(): Promise<void> {
    await removeOld(this.#folder, KEPT);
  }

  /** A database that is a version is in the store: the desk needs no copy of it. */
  #deskOf(id: string, parameters: Json): { folder: string; keep: string[] } {
    const inputs = Object.entries(inputsOf(parameters));
    const keep = inputs.filter(([, input]) => !('plan' in input)).map(([name]) => name);
    return { folder: this.deskOf(id), keep } satisfies Record<keyof DeskPlace, unknown>;
  }

  async #pathOf(input: Exclude<JobInput, { job: string }>): Promise<string> {
    if ('upload' in input) return this.#uploads.pathOf(input.upload);
    const version = await findVersion(this.#database, input.plan, input.version);
    return this.#exports.fileOf({ version, format: 'gpkg' });
  }

  /** What a review judged and what it said, as parameters of a publication. */
  async #reviewed(review: string): Promise<Record<string, Json>> {
    const input = async (role: string): Promise<string> => {
      const folder = join(this.#of(review), 'inputs', role);
      const [name] = await readdir(folder).catch(() => []);
      if (name === undefined) throw new Problem('server.no-file', { detail: `审查 ${review}` });
      return join(folder, name);
    };
    return {
      filed: await input('filed'),
      maintained: await input('maintained'),
      review: await this.resultPath(review, 'review.json'),
    };
  }

  async #place(id: string, role: string, path: string): Promise<string> {
    const folder = join(this.#of(id), 'inputs', role);
    await mkdir(folder, { recursive: true });
    const placed = join(folder, basename(path));
    // Some file systems know no links.
    await link(path, placed).catch(() => copyFile(path, placed, constants.COPYFILE_FICLONE));
    return placed;
  }

  #of(id: string): string {
    return join(this.#folder, id);
  }

  #resultsOf(id: string): string {
    return join(this.#of(id), 'results');
  }
}
