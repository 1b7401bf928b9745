import { type FileHandle, open } from 'node:fs/promises';
import { ByteBuffer } from 'flatbuffers';
import { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js';
import { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js';

/** `fgb` 3 `fgb` and the patch level, which does not matter. */
export const MAGIC = Uint8Array.of(0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62, 0x00);
const SIZE_PREFIX = 4;
const CHUNK = 4 * 1024 * 1024;

/** Reads a FlatGeobuf file without an index front to back, so that memory holds a chunk, never the file. */
export class FeatureFile {
  readonly header: Header;
  readonly #bytes: ByteSource;

  private constructor(bytes: ByteSource, header: Header) {
    this.#bytes = bytes;
    this.header = header;
  }

  /** Lends `use` the opened file. @throws Error where it is not whole */
  static async read<T>(path: string, use: (file: FeatureFile) => Promise<T>): Promise<T> {
    const handle = await open(path);
    try {
      const bytes = new ByteSource(handle);
      const magic = await bytes.take(MAGIC.length);
      if (!magic?.subarray(0, 7).every((byte, i) => byte === MAGIC[i])) throw new Error('not FlatGeobuf');
      const header = await bytes.takeSized();
      if (!header) throw new Error('FlatGeobuf without a header');
      return await use(new FeatureFile(bytes, Header.getSizePrefixedRootAsHeader(new ByteBuffer(header))));
    } finally {
      await handle.close();
    }
  }

  /** The next feature, or undefined at the end. It is valid until the next call. */
  async next(): Promise<Feature | undefined> {
    const bytes = await this.#bytes.takeSized();
    return bytes && Feature.getSizePrefixedRootAsFeature(new ByteBuffer(bytes));
  }
}

class ByteSource {
  readonly #file: FileHandle;
  #chunk = new Uint8Array(0);
  #offset = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  /** A size-prefixed buffer, prefix included, or undefined at the end. */
  async takeSized(): Promise<Uint8Array | undefined> {
    if (!(await this.#have(SIZE_PREFIX))) return undefined;
    const at = this.#chunk.byteOffset + this.#offset;
    const size = new DataView(this.#chunk.buffer, at, SIZE_PREFIX).getUint32(0, true);
    return this.take(SIZE_PREFIX + size);
  }

  /** The next bytes as a copy that starts at offset 0: views of doubles need the alignment. Undefined at the end. */
  async take(length: number): Promise<Uint8Array | undefined> {
    if (!(await this.#have(length))) return undefined;
    const from = this.#offset;
    this.#offset += length;
    return this.#chunk.slice(from, this.#offset);
  }

  async #have(length: number): Promise<boolean> {
    const rest = this.#chunk.length - this.#offset;
    if (rest >= length) return true;
    const next = new Uint8Array(Math.max(CHUNK, length));
    next.set(this.#chunk.subarray(this.#offset));
    let filled = rest;
    while (filled < length) {
      const { bytesRead } = await this.#file.read(next, filled, next.length - filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    this.#chunk = next.subarray(0, filled);
    this.#offset = 0;
    if (filled > 0 && filled < length) throw new Error('FlatGeobuf ends in the middle of a feature');
    return filled >= length;
  }
}
