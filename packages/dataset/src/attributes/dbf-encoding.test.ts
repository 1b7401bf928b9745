import { describe, expect, it } from 'vitest';
import { gbk } from '../testing/gbk.ts';
import { square } from '../testing/samples.ts';
import { writeShapefile } from '../testing/shapefile.ts';
import { useTestFolder } from '../testing/test-folder.ts';
import { type DbfEncoding, sniffDbfEncoding } from './dbf-encoding.ts';

const folder = useTestFolder();

async function sniff(
  value: Buffer,
  more: { cpg?: string; languageDriver?: number; length?: number } = {},
): Promise<DbfEncoding> {
  const stem = folder.file('a');
  const field = { name: Buffer.from('MC'), length: more.length ?? 20, values: [value] };
  await writeShapefile(stem, [square(0, 0, 1)], [field], more);
  return sniffDbfEncoding(`${stem}.dbf`, more.cpg === undefined ? undefined : `${stem}.cpg`);
}

describe('sniffDbfEncoding', () => {
  it('finds UTF-8 and GBK by the bytes', async () => {
    expect(await sniff(Buffer.from('示范县'))).toEqual({ encoding: 'UTF-8', by: 'bytes' });
    expect(await sniff(gbk('示范县'))).toEqual({ encoding: 'GBK', by: 'bytes' });
  });

  it('believes a .cpg file and a header that are right', async () => {
    expect(await sniff(gbk('示范县'), { cpg: 'CP936' })).toEqual({ encoding: 'GBK', by: 'declared' });
    expect(await sniff(Buffer.from('示范县'), { cpg: 'utf-8\n' })).toEqual({
      encoding: 'UTF-8',
      by: 'declared',
    });
    expect(await sniff(gbk('示范县'), { languageDriver: 0x4d })).toEqual({
      encoding: 'GBK',
      by: 'declared',
    });
  });

  it('does not believe one that is wrong, and says which', async () => {
    expect(await sniff(gbk('示范县'), { cpg: 'UTF-8' })).toEqual({
      encoding: 'GBK',
      by: 'bytes',
      refuted: 'UTF-8',
    });
    expect(await sniff(Buffer.from('示范县'), { cpg: 'GBK' })).toMatchObject({ encoding: 'UTF-8' });
    expect(await sniff(gbk('示范县'), { cpg: 'ISO-8859-1' })).toMatchObject({
      encoding: 'GBK',
      refuted: 'ISO-8859-1',
    });
  });

  it('is not misled by a character cut in two at the end of a field', async () => {
    expect(await sniff(Buffer.from('示范县'), { length: 8 })).toMatchObject({ encoding: 'UTF-8' });
  });

  it('has nothing to find in plain ASCII', async () => {
    expect(await sniff(Buffer.from('abc'))).toEqual({ encoding: 'GBK', by: 'ascii' });
  });
});
