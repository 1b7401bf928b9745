import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { StoreError } from '../errors.ts';
import { migrate } from '../schema/migrate.ts';
import { asApplication, asOwner, schemaName } from '../schema/roles.ts';
import type { Database, Isolation, Row, Session } from './database.ts';
import { translated } from './errors-of-postgres.ts';

const OLDEST = 150_000;
/** Bytes handed to the socket at once. */
const CHUNK = 1 << 20;

const CONNECTIONS = 16;

/** SQLSTATE. */
const INSUFFICIENT_PRIVILEGE = '42501';

/** int8 as number: nothing here counts beyond 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.INT8 ? (text: string) => Number(text) : pg.types.getTypeParser(oid, format),
};

class PostgresSession implements Session {
  readonly #client: pg.ClientBase;

  constructor(client: pg.ClientBase) {
    this.#client = client;
  }

  async query<R extends Row>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    const { rows } = await translated(() => this.#client.query<R>(sql, [...parameters]));
    return rows;
  }

  async script<R extends Row>(sql: string): Promise<R[]> {
    // The driver gives one result where there is one statement, and a list where there are several.
    const results: pg.QueryResult<R> | pg.QueryResult<R>[] = await translated(() =>
      this.#client.query<R>(sql),
    );
    return [results].flat().flatMap(({ rows }) => rows);
  }

  async copyIn(target: string, bytes: Uint8Array): Promise<void> {
    const stream = this.#client.query(copyFrom(`COPY ${target} FROM STDIN WITH (FORMAT binary)`));
    await translated(() => pipeline(Readable.from(chunksOf(bytes)), stream));
  }

  async copyOut(select: string): Promise<Uint8Array> {
    const stream = this.#client.query(copyTo(`COPY (${select}) TO STDOUT WITH (FORMAT binary)`));
    const chunks: Uint8Array[] = [];
    await translated(async () => {
      for await (const chunk of stream) chunks.push(chunk as Uint8Array);
    });
    return Buffer.concat(chunks);
  }
}

function* chunksOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += CHUNK) yield bytes.subarray(from, from + CHUNK);
}

/**
 * Opens a database on a PostgreSQL server and brings its schema up to date. The URL's user sets up the tables and the role `tuheng_app` and must
 * be a member of it; everything else runs as that role.
 *
 * @param mustExist refuse a database without Tuheng's tables, instead of making them
 * @throws StoreError store.no-store, unreachable, server-too-old, migration-refused, schema-newer, schema-changed
 */
export async function openPostgres(url: string, mustExist = false): Promise<Database> {
  const name = serverName(url);
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, types });
  // A connection that is lost while idle is replaced by the pool; one in use rejects its own query.
  pool.on('error', () => {});
  const withClient = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await connect(pool, name);
    let broken: Error | undefined;
    const lost = (error: Error): void => {
      broken = error;
    };
    client.on('error', lost);
    try {
      return await work(client);
    } finally {
      client.off('error', lost);
      client.release(broken);
    }
  };
  const transactionOf = async <T>(
    client: pg.PoolClient,
    work: (session: Session) => Promise<T>,
    isolation: Isolation,
  ): Promise<T> => {
    await client.query(`BEGIN ISOLATION LEVEL ${isolation}`);
    try {
      const result = await work(new PostgresSession(client));
      await translated(() => client.query('COMMIT'));
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {});
      throw error;
    }
  };
  try {
    await withClient(async (client) => {
      const { rows } = await client.query<{ version: string }>(
        `SELECT current_setting('server_version_num') AS version`,
      );
      if (Number(rows[0]!.version) < OLDEST) throw new StoreError('store.server-too-old', name);
      if (mustExist && !(await hasSchema(client))) throw new StoreError('store.no-store', name);
      await migrate({
        session: new PostgresSession(client),
        transaction: (work) => transactionOf(client, work, 'read committed'),
        name,
      });
    });
  } catch (error) {
    await pool.end();
    throw error;
  }
  const ready = new WeakSet<pg.PoolClient>();
  const withRole = <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> =>
    withClient(async (client) => {
      if (!ready.has(client)) {
        await client.query(asApplication);
        ready.add(client);
      }
      return work(client);
    });
  const asSession = <T>(work: (session: Session) => Promise<T>): Promise<T> =>
    withRole((client) => work(new PostgresSession(client)));
  const transaction: Database['transaction'] = (work, isolation = 'read committed') =>
    withRole((client) => transactionOf(client, work, isolation));
  return {
    kind: 'server',
    query: <R extends Row>(sql: string, parameters?: readonly unknown[]) =>
      asSession((session) => session.query<R>(sql, parameters)),
    script: <R extends Row = Row>(sql: string) => asSession((session) => session.script<R>(sql)),
    copyIn: (target, bytes) => asSession((session) => session.copyIn(target, bytes)),
    copyOut: (select) => asSession((session) => session.copyOut(select)),
    transaction,
    asOwner: async (work, isolation) => {
      try {
        return await transaction((tx) => asOwner(tx, work), isolation);
      } catch (cause) {
        if ((cause as { code?: string }).code !== INSUFFICIENT_PRIVILEGE) throw cause;
        throw new StoreError('store.not-owner', name, { detail: (cause as Error).message, cause });
      }
    },
    close: () => pool.end(),
  };
}

async function hasSchema(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    `SELECT to_regnamespace('${schemaName}') IS NOT NULL AS found`,
  );
  return rows[0]!.found;
}

async function connect(pool: pg.Pool, name: string): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (cause) {
    throw new StoreError('store.unreachable', name, { detail: (cause as Error).message, cause });
  }
}

/** Host and database of a URL, without its password. */
function serverName(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host || '本机'}${pathname}`;
  } catch {
    return '数据库服务器';
  }
}
