import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip that may lie: `size`, `checksum`, `flags` and `mode` are written as given. */
export interface ZipEntry {
  readonly name: string | Buffer;
  readonly data: Buffer;
  readonly flags?: number;
  readonly mode?: number;
  readonly method?: number;
  readonly size?: number;
  readonly checksum?: number;
}

/** A zip as bytes, made by hand so that tests can make hostile ones. */
export function zipBytes(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.isBuffer(entry.name) ? entry.name : Buffer.from(entry.name);
    const packed = deflateRawSync(entry.data);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(entry.flags ?? 0, 2);
    common.writeUInt16LE(entry.method ?? 8, 4);
    common.writeUInt32LE(entry.checksum ?? crc32(entry.data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(entry.size ?? entry.data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.from('PK\x01\x02', 'latin1'),
      Buffer.from([20, 3]),
      common.subarray(0, 26),
      rest,
      name,
    );
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

/** Zips a folder under `prefix`, names encoded by `encode`. */
export async function zipFolder(
  folder: string,
  zip: string,
  prefix = basename(folder),
  encode: (name: string) => Buffer = Buffer.from,
): Promise<void> {
  const entries: ZipEntry[] = [];
  for (const file of await readdir(folder)) {
    entries.push({ name: encode(`${prefix}/${file}`), data: await readFile(join(folder, file)) });
  }
  await writeFile(zip, zipBytes(entries));
}
