import { hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { StoreError } from '../errors.ts';
import { type BackupManifest, backupSchema, entryNames, type SavedTable, sealOf } from './manifest.ts';
import { readEntry, type TarEntry, tarEntries } from './tar-archive.ts';

const decompress = promisify(gunzip);

/** A backup that is read: what comes out of it is what its manifest says, or an error. */
export class BackupFile {
  readonly manifest: BackupManifest;
  /** SHA-256 of the manifest, hex: what seals the backup. */
  readonly digest: string;
  readonly #handle: FileHandle;
  readonly #entries: ReadonlyMap<string, TarEntry>;
  readonly #name: string;

  private constructor(
    handle: FileHandle,
    entries: ReadonlyMap<string, TarEntry>,
    manifest: Uint8Array,
    name: string,
  ) {
    this.#handle = handle;
    this.#entries = entries;
    this.manifest = JSON.parse(Buffer.from(manifest).toString('utf8')) as BackupManifest;
    this.digest = hash('sha256', manifest, 'hex');
    this.#name = name;
  }

  /** @throws StoreError store.no-file, not-a-backup, backup-damaged */
  static async open(path: string): Promise<BackupFile> {
    const name = basename(path);
    const handle = await open(path, 'r').catch((cause: Error) => {
      throw new StoreError('store.no-file', name, { detail: cause.message, cause });
    });
    try {
      const entries = await entriesOf(handle, name);
      return new BackupFile(handle, entries, await manifestOf(handle, entries, name), name);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** The pieces of a table, each a binary COPY. @throws StoreError store.backup-damaged */
  async *slices(table: SavedTable): AsyncGenerator<Uint8Array> {
    for (const [i, slice] of table.slices.entries()) {
      const entry = entryNames.slice(table.name, i);
      const bytes = await this.#unpacked(entry, slice.bytes);
      if (bytes === undefined || hash('sha256', bytes, 'hex') !== slice.sha256)
        throw new StoreError('store.backup-damaged', this.#name, { detail: entry });
      yield bytes;
    }
  }

  close(): Promise<void> {
    return this.#handle.close();
  }

  /** A file of the archive that unpacks to so many bytes and no more. */
  async #unpacked(name: string, bytes: number): Promise<Buffer | undefined> {
    const entry = this.#entries.get(name);
    if (!entry) return undefined;
    const packed = await readEntry(this.#handle, entry);
    return decompress(packed, { maxOutputLength: Math.max(bytes, 1) }).catch(() => undefined);
  }
}

async function entriesOf(handle: FileHandle, name: string): Promise<ReadonlyMap<string, TarEntry>> {
  const begin = Buffer.alloc(entryNames.format.length + 1);
  await handle.read(begin, 0, begin.length, 0).catch(() => {});
  if (begin.toString('latin1') !== `${entryNames.format}\0`) throw new StoreError('store.not-a-backup', name);
  const entries = await tarEntries(handle);
  if (!entries) throw new StoreError('store.backup-damaged', name, { detail: '不完整' });
  return new Map(entries.map((entry) => [entry.name, entry]));
}

async function manifestOf(
  handle: FileHandle,
  entries: ReadonlyMap<string, TarEntry>,
  name: string,
): Promise<Uint8Array> {
  const read = async (file: string): Promise<Buffer> => {
    const entry = entries.get(file);
    if (!entry) throw new StoreError('store.backup-damaged', name, { detail: `没有 ${file}` });
    return readEntry(handle, entry);
  };
  const schema = (await read(entryNames.format)).toString('utf8').trim();
  if (schema !== backupSchema)
    throw new StoreError('store.not-a-backup', name, { detail: schema.slice(0, 40) });
  const text = await read(entryNames.manifest);
  if (!sealOf(text).equals(await read(entryNames.seal)))
    throw new StoreError('store.backup-damaged', name, { detail: entryNames.manifest });
  return text;
}
