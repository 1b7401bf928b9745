import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { expect, it } from 'vitest';
import { allMigrations } from '../schema/migrate.ts';
import { copyNewFiles } from './new-files.ts';
import { openPglite } from './pglite-database.ts';

it('a new folder is made from the files that were kept with their schema, and is a database of its own', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tuheng-new-'));
  try {
    const [one, other, kept] = [join(folder, 'one'), join(folder, 'other'), join(folder, 'kept')];
    await (await openPglite(one)).close();
    expect(await copyNewFiles(kept)).toBe(true);
    const raw = await PGlite.create(kept);
    const applied = await raw.query('SELECT name FROM tuheng.migration ORDER BY name');
    await raw.close();
    expect(applied.rows).toEqual((await allMigrations()).map(({ name }) => ({ name })));
    const database = await openPglite(other);
    await database.query("INSERT INTO region (adcode, level, name) VALUES ('230000', 'province', 'x')");
    await database.close();
    const again = await openPglite(one);
    expect(await again.query('SELECT adcode FROM region')).toEqual([]);
    await again.close();
    expect((await readFile(join(other, 'postgres', 'PG_VERSION'), 'utf8')).trim()).toMatch(/^\d+$/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
