import { existsSync } from 'node:fs';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { Cluster } from './postgres-cluster.ts';
import { findPostgres } from './postgres-programs.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the test server's `postgres` database, as a user who may make databases and roles but is no superuser; empty without a server. */
    readonly postgres: string;
  }
}

const OWNER = 'tuheng_owner';

const settings = {
  listen_addresses: "''",
  max_connections: '200',
  fsync: 'off',
  dynamic_shared_memory_type: 'mmap',
};

let cluster: Cluster | undefined;

/**
 * Starts a PostgreSQL server for the tests of the store, in a temporary folder. Where PostgreSQL is not installed those tests skip themselves by
 * name; on Debian as root, where `npm test` installs it, that is an error.
 */
export async function setup(project: TestProject): Promise<void> {
  const bin = findPostgres();
  if (bin === undefined) {
    if (process.getuid?.() === 0 && existsSync('/etc/debian_version'))
      throw new Error('PostgreSQL is not installed: apt-get install postgresql');
    project.provide('postgres', '');
    return;
  }
  cluster = await Cluster.start(bin, settings);
  const client = new pg.Client({ host: cluster.folder, user: 'postgres', database: 'postgres' });
  await client.connect();
  await client.query(`CREATE ROLE ${OWNER} LOGIN CREATEDB CREATEROLE`);
  await client.end();
  project.provide('postgres', `postgres://${OWNER}@/postgres?host=${encodeURIComponent(cluster.folder)}`);
}

export async function teardown(): Promise<void> {
  await cluster?.stop();
}
