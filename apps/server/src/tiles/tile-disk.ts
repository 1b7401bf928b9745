import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TileAddress } from '@tuheng/tiles';

/** Tiles on the disk, gzipped: a folder for each set of layers of a version. What is there never changes. */
export class TileDisk {
  readonly #folder: string;
  readonly #room: number;
  readonly #made = new Set<string>();
  #written = 0;
  #bytes: number | undefined;

  /** @param bytes that all sets may take */
  constructor(folder: string, bytes: number) {
    this.#folder = folder;
    this.#room = bytes;
  }

  /** Bytes of all tiles as they were counted when room was made last, and what was written since; undefined before. */
  get bytes(): number | undefined {
    return this.#bytes;
  }

  /** Undefined where it is not there. No bytes: the tile is known to be empty. */
  async read(set: string, address: TileAddress): Promise<Buffer | undefined> {
    try {
      return await readFile(this.#pathOf(set, address));
    } catch {
      return undefined;
    }
  }

  /** Complete or not at all: a reader beside, or a process that dies, sees no half tile. */
  async write(set: string, address: TileAddress, bytes: Uint8Array): Promise<void> {
    const path = this.#pathOf(set, address);
    const folder = join(path, '..');
    if (!this.#made.has(folder)) {
      await mkdir(folder, { recursive: true });
      this.#made.add(folder);
    }
    const part = `${path}.${process.pid}-${this.#written++}.part`;
    await writeFile(part, bytes);
    await rename(part, path);
    if (this.#bytes !== undefined) this.#bytes += bytes.length;
  }

  /** Takes sets away, those used longest ago first, until the rest has room. */
  async trim(): Promise<void> {
    const sets: { readonly name: string; readonly usedAt: number; readonly bytes: number }[] = [];
    for (const name of await readdir(this.#folder).catch(() => []))
      sets.push({ name, ...(await this.#sizeOf(name)) });
    sets.sort((a, b) => b.usedAt - a.usedAt);
    let kept = 0;
    let left = sets.reduce((sum, { bytes }) => sum + bytes, 0);
    let gone = 0;
    for (const set of sets) {
      kept += set.bytes;
      if (kept <= this.#room) continue;
      await rm(join(this.#folder, set.name), { recursive: true, force: true });
      left -= set.bytes;
      gone++;
    }
    if (gone > 0) this.#made.clear();
    this.#bytes = left;
  }

  async #sizeOf(set: string): Promise<{ usedAt: number; bytes: number }> {
    const folder = join(this.#folder, set);
    let usedAt = 0;
    let bytes = 0;
    for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const { size, atimeMs, mtimeMs } = await stat(join(file.parentPath, file.name));
      bytes += size;
      usedAt = Math.max(usedAt, atimeMs, mtimeMs);
    }
    return { usedAt, bytes };
  }

  #pathOf(set: string, { z, x, y }: TileAddress): string {
    return join(this.#folder, set, String(z), String(x), `${y}.mvt.gz`);
  }
}
