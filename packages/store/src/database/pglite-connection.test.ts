import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openNewDatabase } from '../testing/databases.ts';
import { copyNewFiles } from './new-files.ts';
import { PgliteConnection } from './pglite-connection.ts';

describe('the thread of an embedded database', () => {
  let connection: PgliteConnection;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(inject('runFolder'), 'connection-'));
    await copyNewFiles(join(folder, 'postgres'));
    connection = await PgliteConnection.open(join(folder, 'postgres'));
  });
  afterAll(async () => {
    await connection.close();
    await rm(folder, { recursive: true });
  });
  const query = (sql: string, ...parameters: unknown[]) => connection.ask({ kind: 'query', sql, parameters });

  it('computes while this one goes on', async () => {
    let turns = 0;
    let isDone = false;
    const computing = query('SELECT count(*)::int AS n FROM generate_series(1, 2000000)').then((rows) => {
      isDone = true;
      return rows;
    });
    while (!isDone) {
      turns++;
      await setImmediate();
    }
    expect(await computing).toEqual([{ n: 2_000_000 }]);
    expect(turns).toBeGreaterThan(100);
  });

  it('answers in the order of the requests, whether they fail or not', async () => {
    const answers = await Promise.allSettled([
      query('SELECT 1 AS a'),
      query('SELECT nonsense'),
      connection.ask({ kind: 'script', sql: 'SELECT 2 AS a; SELECT 3 AS a' }),
      query('SELECT $1::bytea AS a, $2::text AS b, $3::int8 AS c', new Uint8Array([0, 255]), '标识码', 7),
    ]);
    expect(answers.map((answer) => ('value' in answer ? answer.value : answer.reason.code))).toEqual([
      [{ a: 1 }],
      '42703',
      [{ a: 2 }, { a: 3 }],
      [{ a: new Uint8Array([0, 255]), b: '标识码', c: 7 }],
    ]);
  });

  it('keeps the fields of errors', async () => {
    await connection.ask({ kind: 'script', sql: 'CREATE TABLE t (a int CONSTRAINT once UNIQUE)' });
    await query('INSERT INTO t VALUES (1)');
    const error = await query('INSERT INTO t VALUES (1)').catch((caught) => caught);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      code: '23505',
      severity: 'ERROR',
      constraint: 'once',
      detail: expect.stringContaining('(1)'),
    });
  });

  it('refuses what cannot be sent, and answers what comes after', async () => {
    expect(() => query('SELECT $1::text', () => {})).toThrow('could not be cloned');
    expect(await query('SELECT 1 AS a')).toEqual([{ a: 1 }]);
  });

  it('leaves the bytes of a caller where they are', async () => {
    const database = await openNewDatabase();
    await database.transaction(async (tx) => {
      await tx.script('CREATE TEMPORARY TABLE t (a int4) ON COMMIT DROP');
      const bytes = await tx.copyOut('SELECT 5');
      await tx.copyIn('t', bytes);
      await tx.copyIn('t', bytes);
      expect(await tx.query('SELECT a FROM t')).toEqual([{ a: 5 }, { a: 5 }]);
    });
    await database.close();
  });
});

describe('an embedded database', () => {
  it('lets transactions wait for each other, and queries outside for both', async () => {
    const database = await openNewDatabase();
    const order: string[] = [];
    const slow = database.transaction(async (tx) => {
      await tx.query('SELECT 1');
      await setImmediate();
      await tx.query('SELECT 1');
      order.push('first');
    });
    const failing = database
      .transaction(async (tx) => {
        order.push('second');
        await tx.query('SELECT nonsense');
      })
      .catch(({ code }) => order.push(code));
    const outside = database.query('SELECT 1').then(() => order.push('outside'));
    await Promise.all([slow, failing, outside]);
    expect(order).toEqual(['first', 'second', '42703', 'outside']);
    await database.close();
  });

  it('says that it stopped once its thread has ended, and does not wait for it', async () => {
    const database = await openNewDatabase();
    await database.close();
    await expect(database.query('SELECT 1')).rejects.toMatchObject({ code: 'store.stopped' });
  });

  it.each(['left open', 'closed'])(
    'keeps a process going that waits for it, and no longer (%s)',
    async (end) => {
      const folder = await mkdtemp(join(inject('runFolder'), 'ask-'));
      const script = fileURLToPath(new URL('../testing/ask-once.ts', import.meta.url));
      const run = spawnSync(process.execPath, [script, folder, end], { encoding: 'utf8', timeout: 100_000 });
      expect([run.status, run.stdout, run.signal]).toEqual([0, '1\n', null]);
      await rm(folder, { recursive: true });
    },
  );
});
