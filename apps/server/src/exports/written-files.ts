import { mkdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Layer } from '@tuheng/standard';
import { refuseFullDisk } from '../files/free-disk.ts';
import { removeOld } from '../files/remove-old.ts';
import { type ExportFormat, writeAs } from './export-format.ts';

/** Hours without use after which a file is removed: it can be written again at any time. */
const KEPT = 24;
/** Bytes of a feature in a file, so much at most in all but the strangest plans. */
const FEATURE = 4096;

/** A file that can be written at any time again. */
export interface WantedFile {
  /** Of all that decides what it holds: the name of its folder. */
  readonly key: string;
  /** What it is called, with its ending. */
  readonly name: string;
  readonly format: ExportFormat;
  /** How many there are in it. */
  readonly features: number;
  readonly layers: () => Promise<readonly Layer[]>;
}

/**
 * Files that are written once and then there for everybody, until nobody has asked for them for a day. One is written at a time, because a large one
 * takes much of the memory.
 */
export class WrittenFiles {
  readonly #folder: string;
  readonly #writing = new Map<string, Promise<string>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * The path of the file, once it is whole.
   *
   * @throws DatasetError; Problem server.disk-full; and what `layers` throws
   */
  async fileOf(wanted: WantedFile): Promise<string> {
    return (await this.find(wanted)) ?? this.#begin(wanted);
  }

  /** The path of a file that is there or being written, once it is whole; undefined where there is none. */
  async find({ key, name }: Pick<WantedFile, 'key' | 'name'>): Promise<string | undefined> {
    const writing = this.#writing.get(key);
    if (writing) return writing;
    const path = join(this.#folder, key, name);
    if (!(await isThere(path))) return undefined;
    await utimes(join(this.#folder, key), new Date(), new Date());
    return path;
  }

  async removeExpired(): Promise<void> {
    await removeOld(this.#folder, KEPT);
  }

  #begin(wanted: WantedFile): Promise<string> {
    const { key } = wanted;
    // Another one may have begun while the disk was looked at.
    const writing =
      this.#writing.get(key) ??
      this.#last.then(() => this.#write(wanted)).finally(() => this.#writing.delete(key));
    this.#writing.set(key, writing);
    this.#last = writing.catch(() => {});
    return writing;
  }

  async #write({ key, name, format, features, layers }: WantedFile): Promise<string> {
    await refuseFullDisk(this.#folder, features * FEATURE);
    const folder = join(this.#folder, key);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder);
    const path = join(folder, name);
    await writeAs[format](path, await layers());
    return path;
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
