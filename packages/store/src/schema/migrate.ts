import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import { applicationRole, schemaName } from './roles.ts';

const folder = new URL('./migrations/', import.meta.url);

/** A lock that all who migrate one server database take: the number stands for nothing else. */
const LOCK = 4_490_2035;

/** What a migration needs of a session. */
export type MigrationSession = Pick<Session, 'query' | 'script'>;

export interface MigrationTarget {
  /** Runs as the owner of the tables, not as the application. */
  readonly session: MigrationSession;
  readonly transaction: <T>(work: (session: MigrationSession) => Promise<T>) => Promise<T>;
  /** For messages. */
  readonly name: string;
}

export interface Migration {
  /** Its file name. */
  readonly name: string;
  readonly sql: string;
  readonly digest: string;
}

/**
 * Brings a database to this program's schema: all missing migrations in one transaction. Those that were applied are never run again and must
 * be the same as then.
 *
 * @throws StoreError schema-newer, schema-changed, migration-refused
 */
export async function migrate({ session, transaction, name }: MigrationTarget): Promise<void> {
  const migrations = await allMigrations();
  if (await isCurrent(session, migrations, name)) return;
  try {
    await transaction((tx) => applyMigrations(tx, migrations));
  } catch (cause) {
    if ((cause as { code?: string }).code === '42501')
      throw new StoreError('store.migration-refused', name, { detail: (cause as Error).message, cause });
    throw cause;
  }
}

/** Applies those of the migrations that a database does not have yet, as its owner and in a transaction. */
export async function applyMigrations(tx: MigrationSession, migrations: readonly Migration[]): Promise<void> {
  await tx.script(`SELECT pg_advisory_xact_lock(${LOCK}); ${preparation}`);
  const applied = new Set(
    (await tx.query<{ name: string }>('SELECT name FROM migration')).map((row) => row.name),
  );
  for (const migration of migrations) {
    if (applied.has(migration.name)) continue;
    await tx.script(migration.sql);
    await tx.query('INSERT INTO migration (name, digest) VALUES ($1, $2)', [
      migration.name,
      migration.digest,
    ]);
  }
}

const preparation = `
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${applicationRole}') THEN
      -- Roles belong to the whole server: another database may make it at the same moment.
      BEGIN
        CREATE ROLE ${applicationRole} NOLOGIN;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
      END;
    END IF;
    -- From PostgreSQL 16 on, who makes a role is a member of it and yet may not put it on.
    IF NOT pg_has_role('${applicationRole}', CASE WHEN current_setting('server_version_num')::int < 160000 THEN 'MEMBER' ELSE 'SET' END) THEN
      EXECUTE format('GRANT ${applicationRole} TO %I', current_user);
    END IF;
  END $$;
  CREATE SCHEMA IF NOT EXISTS ${schemaName};
  GRANT USAGE ON SCHEMA ${schemaName} TO ${applicationRole};
  SET LOCAL search_path TO ${schemaName};
  CREATE TABLE IF NOT EXISTS migration (
    name text PRIMARY KEY,
    digest text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT clock_timestamp()
  );
  GRANT SELECT ON migration TO ${applicationRole};
`;

/** The migrations of this program, in their order. */
export async function allMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8');
      return { name, sql, digest: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Tells the schema of this program from all others. */
export async function schemaDigest(): Promise<string> {
  const digests = (await allMigrations()).map(({ digest }) => digest);
  return createHash('sha256')
    .update([preparation, ...digests].join('\n'))
    .digest('hex');
}

/** Whether nothing is missing. */
async function isCurrent(
  session: MigrationSession,
  migrations: readonly Migration[],
  name: string,
): Promise<boolean> {
  const [table] = await session.query<{ found: string | null }>(
    `SELECT to_regclass('${schemaName}.migration')::text AS found`,
  );
  if (!table?.found) return false;
  const applied = await session.query<{ name: string; digest: string }>(
    `SELECT name, digest FROM ${schemaName}.migration ORDER BY name`,
  );
  requireKnown(applied, migrations, name);
  return applied.length === migrations.length;
}

/**
 * Whether this program knows all migrations that were applied somewhere, and the same ones.
 *
 * @param name where, for the message
 * @throws StoreError schema-newer, schema-changed
 */
export function requireKnown(
  applied: readonly Pick<Migration, 'name' | 'digest'>[],
  migrations: readonly Migration[],
  name: string,
): void {
  for (const row of applied) {
    const own = migrations.find((migration) => migration.name === row.name);
    if (!own) throw new StoreError('store.schema-newer', name, { detail: row.name });
    if (own.digest !== row.digest) throw new StoreError('store.schema-changed', name, { detail: row.name });
  }
}
