import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { StoreError } from '../errors.ts';
import { migrate } from '../schema/migrate.ts';
import { applicationRole, asApplication, asOwner } from '../schema/roles.ts';
import type { Database, Isolation, Row, Session } from './database.ts';
import { translated } from './errors-of-postgres.ts';
import { lockFolder } from './folder-lock.ts';
import { PgliteHandle, type PgliteRunner } from './pglite-handle.ts';

/** Folder of PostgreSQL's own files in a data folder. */
const FILES = 'postgres';
const UNFINISHED = '.postgres-unfinished';

class PgliteSession implements Session {
  readonly #runner: PgliteRunner;
  readonly #handle: PgliteHandle;

  constructor(runner: PgliteRunner, handle: PgliteHandle) {
    this.#runner = runner;
    this.#handle = handle;
  }

  async query<R extends Row>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    const { rows } = await this.#run((runner) => runner.query<R>(sql, [...parameters]));
    return rows;
  }

  async script<R extends Row>(sql: string): Promise<R[]> {
    const results = await this.#run((runner) => runner.exec(sql));
    return results.flatMap(({ rows }) => rows as R[]);
  }

  async copyIn(target: string, bytes: Uint8Array): Promise<void> {
    const blob = new Blob([bytes as Uint8Array<ArrayBuffer>]);
    await this.#run((runner) =>
      runner.query(`COPY ${target} FROM '/dev/blob' WITH (FORMAT binary)`, [], { blob }),
    );
  }

  async copyOut(select: string): Promise<Uint8Array> {
    const { blob } = await this.#run((runner) =>
      runner.query(`COPY (${select}) TO '/dev/blob' WITH (FORMAT binary)`),
    );
    return new Uint8Array(await blob!.arrayBuffer());
  }

  #run<T>(work: (runner: PgliteRunner) => Promise<T>): Promise<T> {
    return this.#handle.run(() => translated(() => work(this.#runner)));
  }
}

/**
 * Opens the embedded database of a data folder; without a folder one in memory. One process at a time.
 *
 * @param mustExist refuse where there is none, instead of making one
 * @throws StoreError store.no-store, in-use, not-a-store, schema-newer, schema-changed, disk-full
 */
export async function openPglite(folder?: string, mustExist = false): Promise<Database> {
  const release = folder === undefined ? async () => {} : await claim(folder, mustExist);
  try {
    const handle = new PgliteHandle(folder);
    const pglite = await started(handle, folder === undefined ? undefined : join(resolve(folder), FILES));
    const session = new PgliteSession(pglite, handle);
    const transaction = <T>(work: (inner: Session) => Promise<T>, isolation?: Isolation): Promise<T> =>
      handle.run(() =>
        pglite.transaction(async (tx) => {
          if (isolation) await tx.query(`SET TRANSACTION ISOLATION LEVEL ${isolation}`);
          return work(new PgliteSession(tx, handle));
        }),
      ) as Promise<T>;
    await migrate({ session, transaction, name: folder === undefined ? '内存数据库' : basename(folder) });
    // COPY reads and writes /dev/blob, which PostgreSQL takes for a file of the server.
    await session.script(
      `GRANT pg_read_server_files, pg_write_server_files TO ${applicationRole}; ${asApplication}`,
    );
    return {
      kind: 'embedded',
      query: (sql, parameters) => session.query(sql, parameters),
      script: (sql) => session.script(sql),
      copyIn: (target, bytes) => session.copyIn(target, bytes),
      copyOut: (select) => session.copyOut(select),
      transaction,
      asOwner: (work, isolation) => transaction((tx) => asOwner(tx, work), isolation),
      close: async () => {
        try {
          await pglite.close();
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
  const pglite = await started(new PgliteHandle(folder), unfinished);
  await pglite.close();
  await rename(unfinished, join(folder, FILES));
}

/** PGlite does not say why it cannot start. */
async function started(handle: PgliteHandle, dataDir: string | undefined): Promise<PGlite> {
  try {
    return await PGlite.create({ ...(dataDir !== undefined && { dataDir }) });
  } catch (cause) {
    throw await handle.whatStopped(cause);
  }
}
