import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { DatasetError } from '../errors.ts';
import { defaultLimits, type Limits, MIB } from '../limits.ts';
import { printable } from '../printable.ts';
import { decodeEntryName, entryDanger } from './entry-name.ts';

/** Below this unpacked size (bytes) an archive can do no harm, whatever its ratio. */
const HARMLESS = 16 * MIB;
/** Bits 0 and 6 of an entry's flags, and the method number of AES. */
const ENCRYPTED_FLAGS = 0x41;
const AES_METHOD = 99;

interface Member {
  readonly name: string;
  readonly entry: Entry;
}

/**
 * Unpacks a zip into `folder`. Everything the directory of the archive says is checked before a byte is unpacked; what it
 * says about sizes is checked again while inflating, because headers lie.
 *
 * @param where the archive's name for error messages
 * @throws DatasetError unreadable, encrypted, path-traversal, zip-bomb, unsupported-format
 */
export async function unzip(path: string, folder: string, where: string, limits: Limits): Promise<void> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { autoClose: false, decodeStrings: false, validateEntrySizes: false });
    const members = await checkedMembers(zip, where, limits);
    for (const member of members) await unpack(zip, member, folder, where);
  } catch (cause) {
    throw cause instanceof DatasetError ? cause : new DatasetError('dataset.unreadable', where, { cause });
  } finally {
    zip?.close();
  }
}

/**
 * Refuses a zip that `unzip` would refuse by what its directory says. Nothing is unpacked.
 *
 * @throws DatasetError as `unzip`
 */
export async function checkZip(path: string, where: string, limits: Limits): Promise<void> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { autoClose: false, decodeStrings: false, validateEntrySizes: false });
    await checkedMembers(zip, where, limits);
  } catch (cause) {
    throw cause instanceof DatasetError ? cause : new DatasetError('dataset.unreadable', where, { cause });
  } finally {
    zip?.close();
  }
}

/** Names in a zip by its directory; none where it cannot be read. */
export async function zipNames(path: string): Promise<string[]> {
  const names: string[] = [];
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { autoClose: false, decodeStrings: false, validateEntrySizes: false });
    if (zip.entryCount > defaultLimits.entries) return [];
    for await (const entry of zip.eachEntry()) {
      names.push(decodeEntryName(entry.fileNameRaw, entry.generalPurposeBitFlag));
    }
    return names;
  } catch {
    return [];
  } finally {
    zip?.close();
  }
}

async function checkedMembers(zip: ZipFile, where: string, limits: Limits): Promise<Member[]> {
  const tooMany = () =>
    new DatasetError('dataset.zip-bomb', where, { detail: `文件数超过 ${limits.entries} 个` });
  if (zip.entryCount > limits.entries) throw tooMany();
  const members: Member[] = [];
  let packed = 0;
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const name = decodeEntryName(entry.fileNameRaw, entry.generalPurposeBitFlag);
    const inside = `${where} 内的 ${printable(name)}`;
    const danger = entryDanger(name, entry.externalFileAttributes >>> 16);
    if (danger) throw new DatasetError('dataset.path-traversal', inside, { detail: danger });
    if (entry.generalPurposeBitFlag & ENCRYPTED_FLAGS || entry.compressionMethod === AES_METHOD) {
      throw new DatasetError('dataset.encrypted', inside);
    }
    if (!entry.canDecodeFileData()) {
      throw new DatasetError('dataset.unsupported-format', inside, {
        detail: `压缩方法 ${entry.compressionMethod}`,
      });
    }
    if (members.push({ name, entry }) > limits.entries) throw tooMany();
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
  }
  if (unpacked > limits.unpackedMB * MIB) {
    throw new DatasetError('dataset.zip-bomb', where, { detail: `解开后超过 ${limits.unpackedMB} MB` });
  }
  if (unpacked > HARMLESS && unpacked > packed * limits.compressionRatio) {
    throw new DatasetError('dataset.zip-bomb', where, {
      detail: `压缩比超过 ${limits.compressionRatio}`,
    });
  }
  return members;
}

async function unpack(zip: ZipFile, { name, entry }: Member, folder: string, where: string): Promise<void> {
  const target = join(folder, name);
  if (name.endsWith('/')) {
    await mkdir(target, { recursive: true });
    return;
  }
  await mkdir(dirname(target), { recursive: true });
  const inside = `${where} 内的 ${printable(name)}`;
  let size = 0;
  let checksum = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      checksum = crc32(chunk, checksum);
      if (size > entry.uncompressedSize) {
        done(new DatasetError('dataset.zip-bomb', inside, { detail: '实际大小超过文件头所写' }));
      } else {
        done(null, chunk);
      }
    },
  });
  await pipeline(await zip.openReadStreamPromise(entry), meter, createWriteStream(target, { flags: 'wx' }));
  if (size !== entry.uncompressedSize || checksum !== entry.crc32) {
    throw new DatasetError('dataset.unreadable', inside, { detail: '校验和或大小不符' });
  }
}
