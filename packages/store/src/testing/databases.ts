import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import type { Database } from '../database/database.ts';
import { openPglite } from '../database/pglite-database.ts';
import { openPostgres } from '../database/postgres-database.ts';

/** URL of the test server, or empty. */
const server = (): string => inject('postgres');

/** Whether there is a test server. */
export function hasServer(): boolean {
  return server() !== '';
}

/** A new database on the test server. */
export async function createServerDatabase(): Promise<string> {
  const client = new pg.Client({ connectionString: server() });
  await client.connect();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return server().replace('/postgres?', `/${name}?`);
}

/** Tests that need a server and no embedded database; skipped by name where there is none. */
export function onServer(title: string, tests: () => void): void {
  describe.skipIf(server() === '')(`${title} (PostgreSQL)`, tests);
}

/** A new embedded database in a folder of its own, which goes when it is closed. */
export async function openNewDatabase(): Promise<Database> {
  const folder = await mkdtemp(join(inject('runFolder'), 'database-'));
  const database = await openPglite(folder);
  return {
    ...database,
    close: async () => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The same tests over an embedded database and over a PostgreSQL server; each with one new database for all of them. */
export function onBothDatabases(title: string, tests: (database: () => Database) => void): void {
  const suite = (open: () => Promise<Database>) => (): void => {
    let database: Database;
    beforeAll(async () => {
      database = await open();
    });
    afterAll(() => database?.close());
    tests(() => database);
  };
  describe(`${title} (PGlite)`, suite(openNewDatabase));
  onServer(
    title,
    suite(async () => openPostgres(await createServerDatabase())),
  );
}
