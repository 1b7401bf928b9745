import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { StoreError } from '../errors.ts';
import { migrate } from '../schema/migrate.ts';
import { applicationRole, asApplication, asOwner } from '../schema/roles.ts';
import type { Database, Isolation, Row, Session } from './database.ts';
import { translated } from './errors-of-postgres.ts';
import { lockFolder } from './folder-lock.ts';
import { Lane } from './lane.ts';
import { copyNewFiles, keepNewFiles } from './new-files.ts';
import { PgliteConnection } from './pglite-connection.ts';
import { PgliteHandle } from './pglite-handle.ts';
import type { PgliteKind, PgliteRequest, PgliteResult } from './pglite-message.ts';

/** Folder of PostgreSQL's own files in a data folder. */
const FILES = 'postgres';
const UNFINISHED = '.postgres-unfinished';

class PgliteSession implements Session {
  readonly #connection: PgliteConnection;
  readonly #handle: PgliteHandle;

  constructor(connection: PgliteConnection, handle: PgliteHandle) {
    this.#connection = connection;
    this.#handle = handle;
  }

  query<R extends Row>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    return this.#ask({ kind: 'query', sql, parameters }) as Promise<R[]>;
  }

  script<R extends Row>(sql: string): Promise<R[]> {
    return this.#ask({ kind: 'script', sql }) as Promise<R[]>;
  }

  async copyIn(target: string, bytes: Uint8Array): Promise<void> {
    const sql = `COPY ${target} FROM '/dev/blob' WITH (FORMAT binary)`;
    // The caller's bytes stay the caller's: what goes to the thread is gone here.
    await this.#ask({ kind: 'copyIn', sql, bytes: new Uint8Array(bytes) });
  }

  copyOut(select: string): Promise<Uint8Array> {
    return this.#ask({ kind: 'copyOut', sql: `COPY (${select}) TO '/dev/blob' WITH (FORMAT binary)` });
  }

  #ask<K extends PgliteKind>(request: PgliteRequest<K>): Promise<PgliteResult<K>> {
    return this.#handle.run(() => translated(() => this.#connection.ask<K>(request)));
  }
}

/**
 * Opens the embedded database of a data folder. One process at a time.
 *
 * @param mustExist refuse where there is none, instead of making one
 * @throws StoreError store.no-store, in-use, not-a-store, schema-newer, schema-changed, disk-full
 */
export async function openPglite(folder: string, mustExist = false): Promise<Database> {
  const release = await claim(folder, mustExist);
  try {
    const { connection, session, lane, transaction } = await started(folder, join(resolve(folder), FILES));
    // COPY reads and writes /dev/blob, which PostgreSQL takes for a file of the server.
    await session.script(
      `GRANT pg_read_server_files, pg_write_server_files TO ${applicationRole}; ${asApplication}`,
    );
    return {
      kind: 'embedded',
      query: (sql, parameters) => lane.run(() => session.query(sql, parameters)),
      script: (sql) => lane.run(() => session.script(sql)),
      copyIn: (target, bytes) => lane.run(() => session.copyIn(target, bytes)),
      copyOut: (select) => lane.run(() => session.copyOut(select)),
      transaction,
      asOwner: (work, isolation) => transaction((tx) => asOwner(tx, work), isolation),
      close: async () => {
        try {
          await connection.close();
        } finally {
          await release();
        }
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

async function inTransaction<T>(
  session: Session,
  work: (session: Session) => Promise<T>,
  isolation: Isolation,
): Promise<T> {
  await session.script(`BEGIN ISOLATION LEVEL ${isolation}`);
  try {
    const result = await work(session);
    await session.script('COMMIT');
    return result;
  } catch (error) {
    await session.script('ROLLBACK').catch(() => {});
    throw error;
  }
}

/** Takes the folder for this process, and makes the database in it where there is none. */
async function claim(folder: string, mustExist: boolean): Promise<() => Promise<void>> {
  const held = (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith('.'));
  if (held.length > 0 && !held.includes(FILES)) throw new StoreError('store.not-a-store', basename(folder));
  if (mustExist && !existsSync(join(folder, FILES, 'PG_VERSION')))
    throw new StoreError('store.no-store', basename(folder));
  const release = await lockFolder(folder);
  try {
    if (!existsSync(join(folder, FILES))) await makeFiles(folder);
    return release;
  } catch (error) {
    await release();
    throw error;
  }
}

/** PostgreSQL's files get their name when they are complete: a process that dies while it makes them leaves no half database. */
async function makeFiles(folder: string): Promise<void> {
  const unfinished = join(resolve(folder), UNFINISHED);
  await rm(unfinished, { recursive: true, force: true });
  const isCopied = await copyNewFiles(unfinished).catch(async (cause) => {
    throw await new PgliteHandle(folder).whatStopped(cause);
  });
  if (!isCopied) {
    const { connection } = await started(folder, unfinished);
    await connection.close();
    await keepNewFiles(unfinished);
  }
  await rename(unfinished, join(folder, FILES));
}

/** A database with this program's schema, which runs. */
async function started(folder: string, dataDir: string) {
  const handle = new PgliteHandle(folder);
  const connection = await PgliteConnection.open(dataDir).catch(async (cause) => {
    // PGlite does not say why it cannot start.
    throw await handle.whatStopped(cause);
  });
  const session = new PgliteSession(connection, handle);
  const lane = new Lane();
  const transaction = <T>(
    work: (inner: Session) => Promise<T>,
    isolation: Isolation = 'read committed',
  ): Promise<T> => lane.run(() => inTransaction(session, work, isolation));
  try {
    await migrate({ session, transaction, name: basename(folder) });
  } catch (error) {
    await connection.close().catch(() => {});
    throw error;
  }
  return { connection, session, lane, transaction };
}
