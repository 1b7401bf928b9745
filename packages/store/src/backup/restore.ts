import { basename } from 'node:path';
import type { Actor } from '../actor.ts';
import type { Database, Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import { appendLedger } from '../ledger/append.ts';
import { checkVersions } from '../plans/check-versions.ts';
import { allMigrations, applyMigrations, type Migration, requireKnown } from '../schema/migrate.ts';
import { queueSchema, schemaName } from '../schema/roles.ts';
import { BackupFile } from './backup-file.ts';
import type { BackupManifest, SavedTable } from './manifest.ts';
import { withRulesSuspended } from './suspended-rules.ts';
import { TableDigest } from './table-digest.ts';
import { columnList, quoted, tableName, tablesOf } from './tables.ts';

export interface RestoreRequest {
  readonly actor: Actor;
  readonly reason: string;
  /** The store that moves here by this backup, for the ledger; absent where a backup is restored. */
  readonly movedFrom?: string;
  /** Runs before the restore is told in the ledger, as the owner of the tables: a rejection undoes it all. */
  readonly check?: (session: Session) => Promise<void>;
  /** Rows restored of a table. */
  readonly progress?: (table: string, rows: number) => void;
}

/** What a restore brought. */
export interface Restored {
  readonly manifest: BackupManifest;
  /** SHA-256 of the manifest, hex: what seals the backup. */
  readonly digest: string;
  /** Versions of plans whose digests were computed anew and found to be those on record. */
  readonly versions: number;
}

/**
 * Fills an empty store from a backup, whole or not at all. The tables are made as they were when the backup was written, filled, and then brought
 * up to date: a backup of an older program restores. Every hash of the file is checked, and the digest of every version computed anew. Last of
 * all the restore is told in the ledger, in the scope `system`: the one row that the backup does not have.
 * @throws StoreError store.not-empty, no-file, not-a-backup, backup-damaged, schema-newer, schema-changed, damaged, disk-full
 */
export async function restore(
  file: string,
  database: Database,
  { actor, reason, movedFrom, check, progress }: RestoreRequest,
): Promise<Restored> {
  const archive = await BackupFile.open(file);
  try {
    const { manifest, digest } = archive;
    const name = basename(file);
    const migrations = await allMigrations();
    requireKnown(manifest.migrations, migrations, name);
    const versions = await database.asOwner(async (tx) => {
      const held = await rowCounts(tx);
      await remakeTables(tx, migrations);
      requireEmpty(held, await rowCounts(tx));
      await remakeTables(tx, appliedOf(manifest, migrations));
      await requireSameTables(tx, manifest, name);
      await withRulesSuspended(tx, async () => {
        for (const table of manifest.tables) await fillTable(tx, archive, table, name, progress);
      });
      await setSequences(tx, manifest);
      await applyMigrations(tx, migrations);
      const checked = await checkVersions(tx);
      await check?.(tx);
      await appendLedger(tx, {
        scope: 'system',
        actor,
        verb: movedFrom === undefined ? 'store.restore' : 'store.migrate',
        object: movedFrom ?? name,
        before: null,
        after: digest,
        reason,
      });
      return checked;
    });
    return { manifest, digest, versions };
  } finally {
    await archive.close();
  }
}

function appliedOf({ migrations }: BackupManifest, all: readonly Migration[]): Migration[] {
  const names = new Set(migrations.map(({ name }) => name));
  return all.filter(({ name }) => names.has(name));
}

/** Rows of every table, none of which changes any more. */
async function rowCounts(session: Session): Promise<ReadonlyMap<string, number>> {
  const tables = await tablesOf(session);
  await session.script(`LOCK TABLE ${tables.map(tableName).join(', ')} IN ACCESS EXCLUSIVE MODE`);
  const counts = new Map<string, number>();
  for (const table of tables) {
    const [row] = await session.query<{ n: number }>(`SELECT count(*) AS n FROM ${tableName(table)}`);
    counts.set(table.name, row!.n);
  }
  return counts;
}

/** Empty is a store with the rows that its migrations put there, and no more. */
function requireEmpty(held: ReadonlyMap<string, number>, fresh: ReadonlyMap<string, number>): void {
  for (const [table, n] of held) {
    if (n > (fresh.get(table) ?? 0))
      throw new StoreError('store.not-empty', '数据库', { detail: `表 ${table}` });
  }
}

async function remakeTables(session: Session, migrations: readonly Migration[]): Promise<void> {
  await session.script(`DROP SCHEMA IF EXISTS ${schemaName}, ${queueSchema} CASCADE`);
  await applyMigrations(session, migrations);
}

/** Names in the file become SQL only where they are the store's own. */
async function requireSameTables(session: Session, manifest: BackupManifest, name: string): Promise<void> {
  const shapes = (tables: readonly Pick<SavedTable, 'name' | 'columns'>[]): string =>
    JSON.stringify(
      tables.map((table) => [table.name, table.columns.map((column) => [column.name, column.type])]),
    );
  if (shapes(await tablesOf(session)) !== shapes(manifest.tables))
    throw new StoreError('store.schema-changed', name);
}

async function fillTable(
  session: Session,
  archive: BackupFile,
  table: SavedTable,
  name: string,
  progress: ((table: string, rows: number) => void) | undefined,
): Promise<void> {
  // What migrations put there is in the backup too, as it was by then.
  await session.script(`DELETE FROM ${tableName(table)}`);
  const digest = new TableDigest();
  for await (const bytes of archive.slices(table)) {
    await session.copyIn(`${tableName(table)} (${columnList(table)})`, bytes);
    digest.add(bytes);
    progress?.(table.name, digest.rows);
  }
  if (digest.rows !== table.rows || digest.hex !== table.digest)
    throw new StoreError('store.backup-damaged', name, { detail: `表 ${table.name}` });
}

async function setSequences(session: Session, { sequences }: BackupManifest): Promise<void> {
  for (const { name, last } of sequences) {
    if (last !== null)
      await session.query('SELECT setval($1::text::regclass, $2::text::bigint)', [
        `${schemaName}.${quoted(name)}`,
        last,
      ]);
  }
}
