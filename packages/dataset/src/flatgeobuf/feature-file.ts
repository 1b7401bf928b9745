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

  /**
   * Calls `visit` for each feature in file order. A feature is valid during its visit only: its bytes are overwritten by the next.
   *
   * @throws Error where the file is not whole
   */
  async forEach(visit: (feature: Feature) => void): Promise<void> {
    do {
      for (let bytes = this.#bytes.nextSized(); bytes; bytes = this.#bytes.nextSized()) {
        visit(Feature.getSizePrefixedRootAsFeature(new ByteBuffer(bytes)));
      }
    } while (await this.#bytes.fill());
  }
}

/** Size-prefixed buffers of a file, a chunk of it in memory at a time. */
class ByteSource {
  readonly #file: FileHandle;
  #chunk: Uint8Array = new Uint8Array(0);
  #view = new DataView(this.#chunk.buffer);
  #offset = 0;
  #scratch = new Uint8Array(1 << 16);

  constructor(file: FileHandle) {
    this.#file = file;
  }

  /** The next bytes, from as many reads as it takes; undefined at the end. */
  async take(length: number): Promise<Uint8Array | undefined> {
    while (this.#chunk.length - this.#offset < length) if (!(await this.#fill(length))) return undefined;
    const from = this.#offset;
    this.#offset += length;
    return this.#chunk.slice(from, this.#offset);
  }

  /** The next size-prefixed buffer, prefix included, as a copy of its own. */
  async takeSized(): Promise<Uint8Array | undefined> {
    do {
      const bytes = this.nextSized();
      if (bytes) return bytes.slice();
    } while (await this.fill());
    return undefined;
  }

  /**
   * The next size-prefixed buffer, prefix included, where the chunk in memory holds it whole. It starts at offset 0, since views of
   * doubles need the alignment, and is overwritten by the next call.
   */
  nextSized(): Uint8Array | undefined {
    const size = this.#sizeAhead();
    if (size === undefined || this.#chunk.length - this.#offset < size) return undefined;
    if (size > this.#scratch.length) this.#scratch = new Uint8Array(2 * size);
    this.#scratch.set(this.#chunk.subarray(this.#offset, this.#offset + size));
    this.#offset += size;
    return this.#scratch.subarray(0, size);
  }

  /** Reads on; false at the end. @throws Error where the file ends within a buffer */
  async fill(): Promise<boolean> {
    return this.#fill(this.#sizeAhead() ?? SIZE_PREFIX);
  }

  #sizeAhead(): number | undefined {
    if (this.#chunk.length - this.#offset < SIZE_PREFIX) return undefined;
    return SIZE_PREFIX + this.#view.getUint32(this.#offset, true);
  }

  async #fill(wanted: number): Promise<boolean> {
    const rest = this.#chunk.length - this.#offset;
    const next = new Uint8Array(Math.max(CHUNK, wanted));
    next.set(this.#chunk.subarray(this.#offset));
    const { bytesRead } = await this.#file.read(next, rest, next.length - rest);
    if (bytesRead === 0 && rest > 0) throw new Error('FlatGeobuf ends in the middle of a feature');
    this.#chunk = next.subarray(0, rest + bytesRead);
    this.#view = new DataView(next.buffer, 0, rest + bytesRead);
    this.#offset = 0;
    return bytesRead > 0;
  }
}
