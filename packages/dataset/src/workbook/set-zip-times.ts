import { type FileHandle, open } from 'node:fs/promises';

const END = 'PK\x05\x06';
const END_SIZE = 22;
const MEMBER_SIZE = 46;

/**
 * Gives every member of a zip (of less than 4 GB, without a comment) the same time, in place: equal content is to give equal bytes,
 * whenever it was written.
 *
 * @throws Error where it is no such zip
 */
export async function setZipTimes(path: string, time: Date): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const end = await read(file, (await file.stat()).size - END_SIZE, END_SIZE);
    if (end.toString('latin1', 0, 4) !== END) throw new Error('a zip without an end');
    const from = end.readUInt32LE(16);
    const directory = await read(file, from, end.readUInt32LE(12));
    const stamp = dosTime(time);
    let at = 0;
    while (at + MEMBER_SIZE <= directory.length) {
      stamp.copy(directory, at + 12);
      await file.write(stamp, 0, 4, directory.readUInt32LE(at + 42) + 10);
      const [name, extra, comment] = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset));
      at += MEMBER_SIZE + name! + extra! + comment!;
    }
    await file.write(directory, 0, directory.length, from);
  } finally {
    await file.close();
  }
}

async function read(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, from);
  if (bytesRead !== length) throw new Error('a zip cut short');
  return buffer;
}

/** Time and date as MS-DOS wrote them, four bytes, to two seconds, in UTC. */
function dosTime(time: Date): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt16LE(
    (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1),
    0,
  );
  buffer.writeUInt16LE(
    ((time.getUTCFullYear() - 1980) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate(),
    2,
  );
  return buffer;
}
