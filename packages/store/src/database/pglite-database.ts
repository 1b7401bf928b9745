import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { StoreError } from '../errors.ts';
import { migrate } from '../schema/migrate.ts';
import { applicationRole, asApplication, asOwner } from '../schema/roles.ts';
import type { Database, Isolation, Row, Session } from './database.ts';
import { translated } from './errors-of-postgres.ts';
import { lockFolder } from './folder-lock.ts';

/** Folder of PostgreSQL's own files in a data folder. */
const FILES = 'postgres';
const UNFINISHED = '.postgres-unfinished';

type Handle = PGlite | Transaction;

class PgliteSession implements Session {
  readonly #handle: Handle;

  constructor(handle: Handle) {
    this.#handle = handle;
  }

  async query<R extends Row>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    const { rows } = await translated(() => this.#handle.query<R>(sql, [...parameters]));
    return rows;
  }

  async script<R extends Row>(sql: string): Promise<R[]> {
    const results = await translated(() => this.#handle.exec(sql));
    return results.flatMap(({ rows }) => rows as R[]);
  }

  async copyIn(target: string, bytes: Uint8Array): Promise<void> {
    const blob = new Blob([bytes as Uint8Array<ArrayBuffer>]);
    await translated(() =>
      this.#handle.query(`COPY ${target} FROM '/dev/blob' WITH (FORMAT binary)`, [], { blob }),
    );
  }

  async copyOut(select: string): Promise<Uint8Array> {
    const { blob } = await translated(() =>
      this.#handle.query(`COPY (${select}) TO '/dev/blob' WITH (FORMAT binary)`),
    );
    return new Uint8Array(await blob!.arrayBuffer());
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
    const pglite = await translated(() =>
      PGlite.create({ ...(folder !== undefined && { dataDir: join(resolve(folder), FILES) }) }),
    );
    const session = new PgliteSession(pglite);
    const transaction = <T>(work: (inner: Session) => Promise<T>, isolation?: Isolation): Promise<T> =>
      translated(() =>
        pglite.transaction(async (tx) => {
          if (isolation) await tx.query(`SET TRANSACTION ISOLATION LEVEL ${isolation}`);
          return work(new PgliteSession(tx));
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
        await pglite.close();
        await release();
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
  const pglite = await translated(() => PGlite.create({ dataDir: unfinished }));
  await pglite.close();
  await rename(unfinished, join(folder, FILES));
}
