import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { expect, inject, it } from 'vitest';
import type { Row, Session } from '../database/database.ts';
import { copyNewFiles } from '../database/new-files.ts';
import { onBothDatabases } from '../testing/databases.ts';
import { migrate } from './migrate.ts';
import { asApplication } from './roles.ts';

onBothDatabases('a new database', (database) => {
  it('is worked on by a role that owns nothing', async () => {
    expect(await database().query('SELECT current_user AS role')).toEqual([{ role: 'tuheng_app' }]);
    const owned = await database().query(
      `SELECT relname FROM pg_class WHERE relowner = 'tuheng_app'::regrole AND relnamespace = 'tuheng'::regnamespace`,
    );
    expect(owned).toEqual([]);
  });
});

it('is set up on PostgreSQL 18 by a user who may make roles and is no superuser', async () => {
  const folder = await mkdtemp(join(inject('runFolder'), 'migrate-'));
  const files = join(folder, 'postgres');
  const isKept = await copyNewFiles(files);
  const pglite = await PGlite.create(files);
  const sessionOf = (runner: PGlite | Transaction): Session => ({
    query: async <R extends Row>(sql: string, parameters: readonly unknown[] = []) =>
      (await runner.query<R>(sql, [...parameters])).rows,
    script: async <R extends Row>(sql: string) =>
      (await runner.exec(sql)).flatMap(({ rows }) => rows as unknown as R[]),
    copyIn: () => Promise.reject(new Error('not here')),
    copyOut: () => Promise.reject(new Error('not here')),
  });
  try {
    if (isKept) {
      await pglite.exec('DROP SCHEMA tuheng CASCADE; DROP OWNED BY tuheng_app; DROP ROLE tuheng_app');
    }
    await pglite.exec(
      `CREATE ROLE tuheng LOGIN CREATEROLE;
       DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO tuheng', current_database()); END $$;
       SET SESSION AUTHORIZATION tuheng`,
    );
    const session = sessionOf(pglite);
    const transaction = <T>(work: (inner: Session) => Promise<T>): Promise<T> =>
      pglite.transaction((tx) => work(sessionOf(tx))) as Promise<T>;
    await migrate({ session, transaction, name: 'test' });
    await session.script(asApplication);
    expect(await session.query('SELECT current_user AS role, count(*)::int AS n FROM plan')).toEqual([
      { role: 'tuheng_app', n: 0 },
    ]);
  } finally {
    await pglite.close();
    await rm(folder, { recursive: true });
  }
});
