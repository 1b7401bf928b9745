import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { defaultLimits, type Limits, MIB } from '../limits.ts';
import { failureOf } from '../testing/expect-error.ts';
import { gbk } from '../testing/gbk.ts';
import { useTestFolder } from '../testing/test-folder.ts';
import { type ZipEntry, zipBytes } from '../testing/zip-file.ts';
import { unzip } from './unzip.ts';

const folder = useTestFolder();
const data = Buffer.from('abc'.repeat(100));

async function unpack(entries: readonly ZipEntry[], limits: Partial<Limits> = {}): Promise<void> {
  await writeFile(folder.file('a.zip'), zipBytes(entries));
  await mkdir(folder.file('out'));
  await unzip(folder.file('a.zip'), folder.file('out'), 'a.zip', { ...defaultLimits, ...limits });
}

describe('unzip', () => {
  it('unpacks folders and files with Chinese names in GBK', async () => {
    await unpack([
      { name: gbk('规划/'), data: Buffer.alloc(0), mode: 0o040755 },
      { name: gbk('规划/说明.txt'), data },
    ]);
    expect(await readFile(folder.file('out/规划/说明.txt'))).toEqual(data);
  });

  it.each(['../b', '/b', 'C:/b', '..\\b'])('refuses the entry %j and unpacks nothing', async (name) => {
    const error = await failureOf(
      unpack([
        { name: 'good', data },
        { name, data },
      ]),
      'dataset.path-traversal',
    );
    expect(error.where).toContain('a.zip');
    expect(await readdir(folder.file('out'))).toEqual([]);
  });

  it('refuses symbolic links', async () => {
    await failureOf(unpack([{ name: 'a', data, mode: 0o120777 }]), 'dataset.path-traversal');
  });

  it('refuses encrypted entries, also those of AES', async () => {
    await failureOf(unpack([{ name: 'a', data, flags: 1 }]), 'dataset.encrypted');
  });

  it('refuses AES by its method number', async () => {
    await failureOf(unpack([{ name: 'a', data, method: 99 }]), 'dataset.encrypted');
  });

  it('names a compression it cannot undo', async () => {
    await failureOf(unpack([{ name: 'a', data, method: 14 }]), 'dataset.unsupported-format');
  });

  it('refuses a bomb by its ratio', async () => {
    await failureOf(unpack([{ name: 'a', data: Buffer.alloc(32 * MIB) }]), 'dataset.zip-bomb');
    expect(await readdir(folder.file('out'))).toEqual([]);
  });

  it('refuses a bomb by its size', async () => {
    const entries = [1, 2, 3].map((i) => ({ name: `${i}`, data: Buffer.alloc(MIB) }));
    await failureOf(unpack(entries, { unpackedMB: 2 }), 'dataset.zip-bomb');
  });

  it('refuses too many entries', async () => {
    const entries = [1, 2, 3].map((i) => ({ name: `${i}`, data }));
    await failureOf(unpack(entries, { entries: 2 }), 'dataset.zip-bomb');
  });

  it('stops inflating where the header lied about the size', async () => {
    await failureOf(unpack([{ name: 'a', data: Buffer.alloc(8 * MIB), size: 10 }]), 'dataset.zip-bomb');
  });

  it('refuses content that does not match its checksum', async () => {
    await failureOf(unpack([{ name: 'a', data, checksum: 1 }]), 'dataset.unreadable');
  });

  it('refuses two entries of one name', async () => {
    await failureOf(
      unpack([
        { name: 'a', data },
        { name: 'a', data },
      ]),
      'dataset.unreadable',
    );
  });

  it('refuses a truncated archive', async () => {
    const bytes = zipBytes([{ name: 'a', data }]);
    await writeFile(folder.file('cut.zip'), bytes.subarray(0, bytes.length - 30));
    await failureOf(
      unzip(folder.file('cut.zip'), folder.path, 'cut.zip', defaultLimits),
      'dataset.unreadable',
    );
  });
});
