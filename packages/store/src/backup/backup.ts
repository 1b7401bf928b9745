import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Database, Row, Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import { timestamp } from '../plans/version.ts';
import { schemaName } from '../schema/roles.ts';
import {
  type BackupManifest,
  backupSchema,
  entryNames,
  type SavedSlice,
  type SavedTable,
  sealOf,
} from './manifest.ts';
import { TableDigest } from './table-digest.ts';
import { tableSlices } from './table-slices.ts';
import { type StoreTable, sequencesOf, tableName, tablesOf } from './tables.ts';
import { TarWriter } from './tar-archive.ts';

const compress = promisify(gzip);

/** Coordinates compress little: more effort costs three times the time for a twentieth of the size. */
const EFFORT = { level: 3 };

/**
 * Writes every table of the store into one file, as they all were at one moment, while others go on writing (on a server; in an embedded
 * database they wait). The file is a tar archive of gzipped binary COPYs and a manifest with their hashes; it gets its name when it is
 * whole and on the disk. What pg-boss keeps in its own schema is left out: the store's own tables know the jobs.
 *
 * @param progress rows written of a table
 * @throws StoreError store.file-exists, file-unwritable, disk-full
 */
export async function backup(
  database: Database,
  file: string,
  progress?: (table: string, rows: number) => void,
): Promise<BackupManifest> {
  if (existsSync(file)) throw new StoreError('store.file-exists', basename(file));
  const part = `${file}.${process.pid}.part`;
  try {
    const manifest = await withNewFile(part, (handle) =>
      database.asOwner((tx) => writeStore(tx, new TarWriter(handle), progress), 'repeatable read'),
    );
    await rename(part, file);
    await syncFolder(dirname(file));
    return manifest;
  } catch (cause) {
    await rm(part, { force: true });
    throw fileError(cause, basename(file));
  }
}

async function withNewFile<T>(path: string, work: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(path, 'w', 0o600);
  try {
    const result = await work(handle);
    await handle.sync();
    return result;
  } finally {
    await handle.close();
  }
}

/** Makes the new name of a file outlast a loss of power, where folders can be synced. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

function fileError(cause: unknown, name: string): unknown {
  switch ((cause as { code?: string }).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new StoreError('store.disk-full', name, { cause });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT':
    case 'ENOTDIR':
      return new StoreError('store.file-unwritable', name, { detail: (cause as Error).message, cause });
    default:
      return cause;
  }
}

async function writeStore(
  session: Session,
  archive: TarWriter,
  progress: ((table: string, rows: number) => void) | undefined,
): Promise<BackupManifest> {
  // Before the snapshot is taken, so that no migration comes between it and the catalog. Rows that a policy hides are an error, not left out.
  await session.script(`LOCK TABLE ${schemaName}.migration IN SHARE MODE; SET LOCAL row_security = off`);
  const tables = await tablesOf(session);
  await session.script(`LOCK TABLE ${tables.map(tableName).join(', ')} IN ACCESS SHARE MODE`);
  const [clock] = await session.query<{ now: string }>(`SELECT ${timestamp('now()')} AS now`);
  const migrations = await session.query<{ name: string; digest: string } & Row>(
    `SELECT name, digest FROM ${schemaName}.migration ORDER BY name`,
  );
  await archive.add(entryNames.format, Buffer.from(`${backupSchema}\n`));
  const saved: SavedTable[] = [];
  for (const table of tables) saved.push(await writeTable(session, archive, table, progress));
  const manifest: BackupManifest = {
    schema: backupSchema,
    createdAt: clock!.now,
    migrations,
    tables: saved,
    // Read after the tables: a sequence may be ahead of the snapshot, never behind.
    sequences: await sequencesOf(session),
  };
  const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  await archive.add(entryNames.manifest, text);
  await archive.add(entryNames.seal, sealOf(text));
  await archive.finish();
  return manifest;
}

async function writeTable(
  session: Session,
  archive: TarWriter,
  table: StoreTable,
  progress: ((table: string, rows: number) => void) | undefined,
): Promise<SavedTable> {
  const digest = new TableDigest();
  const slices: SavedSlice[] = [];
  for await (const bytes of tableSlices(session, table)) {
    const name = entryNames.slice(table.name, slices.length);
    slices.push({ rows: digest.add(bytes), bytes: bytes.length, sha256: hash('sha256', bytes, 'hex') });
    await archive.add(name, await compress(bytes, EFFORT));
    progress?.(table.name, digest.rows);
  }
  return { ...table, rows: digest.rows, digest: digest.hex, slices };
}
