import { expect, it } from 'vitest';
import { onBothDatabases } from '../testing/databases.ts';
import { CopyReader, CopyWriter } from './copy-format.ts';

onBothDatabases('binary COPY', (database) => {
  it('is what PostgreSQL reads and writes', async () => {
    const rows = await database().transaction(async (tx) => {
      await tx.script(
        'CREATE TEMPORARY TABLE copied (a int4, b float8, c text, d bytea, e box) ON COMMIT DROP',
      );
      const writer = new CopyWriter(1);
      writer.row(5);
      writer.int4(-7);
      writer.float8(0.1);
      writer.bytes(Buffer.from('标识码'));
      writer.bytes(Uint8Array.of(0, 255));
      writer.box([1, 2, 3, 4]);
      writer.row(5);
      for (let i = 0; i < 5; i++) writer.null();
      await tx.copyIn('copied (a, b, c, d, e)', writer.finish());
      const read = await tx.query(
        `SELECT a, b, c, encode(d, 'hex') AS d, e::text AS e FROM copied ORDER BY a`,
      );
      const reader = new CopyReader(await tx.copyOut('SELECT a, c, d FROM copied ORDER BY a LIMIT 1'));
      expect(reader.next()).toBe(true);
      expect([reader.int4(), reader.textOrNull(), [...reader.bytes()]]).toEqual([-7, '标识码', [0, 255]]);
      expect(reader.next()).toBe(false);
      return read;
    });
    expect(rows).toEqual([
      { a: -7, b: 0.1, c: '标识码', d: '00ff', e: '(3,4),(1,2)' },
      { a: null, b: null, c: null, d: null, e: null },
    ]);
  });

  it('refuses what is none', () => {
    expect(() => new CopyReader(Buffer.alloc(30))).toThrow('not a binary COPY');
  });
});
