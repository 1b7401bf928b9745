import type { FileHandle } from 'node:fs/promises';

/** Everything in a tar file begins at a multiple of this. */
const BLOCK = 512;

/** Where a field of a header stands (POSIX ustar). */
const NAME = [0, 100] as const;
const SIZE = [124, 12] as const;
const CHECKSUM = [148, 8] as const;
const MAGIC = 257;

/** Appends files to a tar archive. The names are ours: ASCII and short. */
export class TarWriter {
  readonly #file: FileHandle;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  async add(name: string, bytes: Uint8Array): Promise<void> {
    await this.#write(headerOf(name, bytes.length));
    await this.#write(bytes);
    const rest = bytes.length % BLOCK;
    if (rest > 0) await this.#write(Buffer.alloc(BLOCK - rest));
  }

  /** Two empty blocks end an archive. */
  async finish(): Promise<void> {
    await this.#write(Buffer.alloc(2 * BLOCK));
  }

  async #write(bytes: Uint8Array): Promise<void> {
    let done = 0;
    while (done < bytes.length) done += (await this.#file.write(bytes, done)).bytesWritten;
  }
}

/** A file in a tar archive. */
export interface TarEntry {
  readonly name: string;
  /** Where its bytes begin, and how many they are. */
  readonly offset: number;
  readonly size: number;
}

/** The files of an archive of `TarWriter`; undefined where it is none, or not whole. */
export async function tarEntries(file: FileHandle): Promise<TarEntry[] | undefined> {
  const { size: end } = await file.stat();
  const entries: TarEntry[] = [];
  let at = 0;
  for (;;) {
    const header = Buffer.alloc(BLOCK);
    const { bytesRead } = await file.read(header, 0, BLOCK, at);
    if (bytesRead < BLOCK) return undefined;
    if (header.every((byte) => byte === 0)) return at + 2 * BLOCK === end ? entries : undefined;
    if (header.toString('latin1', MAGIC, MAGIC + 5) !== 'ustar') return undefined;
    if (octal(header, CHECKSUM) !== checksumOf(header)) return undefined;
    const entry = { name: textOf(header, NAME), offset: at + BLOCK, size: octal(header, SIZE) };
    at = entry.offset + Math.ceil(entry.size / BLOCK) * BLOCK;
    if (!(at <= end)) return undefined;
    entries.push(entry);
  }
}

export async function readEntry(file: FileHandle, { offset, size }: TarEntry): Promise<Buffer> {
  const bytes = Buffer.alloc(size);
  let done = 0;
  while (done < size) {
    const { bytesRead } = await file.read(bytes, done, size - done, offset + done);
    if (bytesRead === 0) throw new Error('the file ends in the middle of an entry');
    done += bytesRead;
  }
  return bytes;
}

function headerOf(name: string, size: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  header.write(name, NAME[0], NAME[1], 'latin1');
  header.write('0000600\0', 100, 'latin1');
  header.write('0000000\0', 108, 'latin1');
  header.write('0000000\0', 116, 'latin1');
  header.write(`${size.toString(8).padStart(11, '0')}\0`, SIZE[0], 'latin1');
  header.write('00000000000\0', 136, 'latin1');
  header.write('0', 156, 'latin1');
  header.write('ustar\x0000', MAGIC, 'latin1');
  header.write(`${checksumOf(header).toString(8).padStart(6, '0')}\0 `, CHECKSUM[0], 'latin1');
  return header;
}

/** The sum of a header's bytes, those of the sum itself taken for blanks. */
function checksumOf(header: Buffer): number {
  const [from, length] = CHECKSUM;
  return header.reduce((sum, byte, i) => sum + (i >= from && i < from + length ? 32 : byte), 0);
}

function textOf(header: Buffer, [from, length]: readonly [number, number]): string {
  const text = header.toString('latin1', from, from + length);
  return text.slice(0, `${text}\0`.indexOf('\0'));
}

function octal(header: Buffer, field: readonly [number, number]): number {
  return Number.parseInt(textOf(header, field), 8);
}
