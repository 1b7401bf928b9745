import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database, Session } from '../database/database.ts';
import { openPostgres } from '../database/postgres-database.ts';
import { createServerDatabase, onBothDatabases, onServer } from '../testing/databases.ts';
import { appendLedger, type LedgerEntry } from './append.ts';
import { genesisOf, type LedgerRow } from './ledger-row.ts';
import { readLedger } from './read-ledger.ts';
import { verifyLedger } from './verify.ts';

const WRITERS = 32;

const entry = (scope: string, reason = '首次入库'): LedgerEntry => ({
  scope,
  actor: { name: '王工', origin: '10.1.2.3' },
  verb: 'plan.import',
  object: '230882@1',
  before: null,
  after: 'ab'.repeat(32),
  reason,
});

function rowsOf(database: Database, scope: string): Promise<LedgerRow[]> {
  return database.transaction(async (tx) => {
    const rows: LedgerRow[] = [];
    for await (const row of readLedger(tx)) if (row.scope === scope) rows.push(row);
    return rows;
  });
}

/** Runs statements as the owner of the tables in a transaction that is taken back. */
async function asOwner(database: Database, work: (session: Session) => Promise<void>): Promise<void> {
  const done = new Error('done');
  const ended = database.transaction(async (tx) => {
    await tx.script('SET LOCAL ROLE NONE');
    await work(tx);
    throw done;
  });
  await ended.catch((error: unknown) => {
    if (error !== done) throw error;
  });
}

onBothDatabases('the ledger', (database) => {
  it('keeps what was told, by the clock of the database, each row after the one before', async () => {
    const first = await database().transaction((tx) => appendLedger(tx, entry('kept')));
    const second = await database().transaction((tx) => appendLedger(tx, entry('kept', '第二次')));
    expect(await rowsOf(database(), 'kept')).toEqual([first, second]);
    expect(first).toMatchObject({
      scope: 'kept',
      seq: 1,
      actor: '王工',
      origin: '10.1.2.3',
      verb: 'plan.import',
      object: '230882@1',
      before: null,
      after: 'ab'.repeat(32),
      reason: '首次入库',
      algorithm: 'sm3',
      prevHash: genesisOf('kept', 'sm3'),
    });
    expect(first.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    expect(Math.abs(Date.parse(first.at) - Date.now())).toBeLessThan(60_000);
    expect([second.seq, second.prevHash]).toEqual([2, first.hash]);
    expect(second.at >= first.at).toBe(true);
  });

  it('is written with its transaction or not at all', async () => {
    const failing = database().transaction(async (tx) => {
      await appendLedger(tx, entry('failed'));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await rowsOf(database(), 'failed')).toEqual([]);
  });

  it('takes several rows in one transaction', async () => {
    await database().transaction(async (tx) => {
      for (let i = 0; i < 3; i++) await appendLedger(tx, entry('several'));
    });
    expect((await rowsOf(database(), 'several')).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('hashes texts as they are read back: signs outside the plane, halves of them, zeros', async () => {
    await database().transaction((tx) => appendLedger(tx, entry('texts', '𠮷\ud800\0"\\\n\u2028\u007f')));
    const rows = await rowsOf(database(), 'texts');
    expect(rows[0]!.reason).toBe('𠮷\ufffd\ufffd"\\\n\u2028\u007f');
    expect((await verifyLedger(rows)).breaks).toEqual([]);
  });

  it(`is one chain without a fork after ${WRITERS} writers at once`, async () => {
    const scopes = ['busy', 'busier'];
    await Promise.all(
      Array.from({ length: WRITERS }, (_, i) =>
        database().transaction((tx) => appendLedger(tx, entry(scopes[i % 2]!, `第 ${i} 个`))),
      ),
    );
    for (const scope of scopes) {
      const rows = await rowsOf(database(), scope);
      expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: WRITERS / 2 }, (_, i) => i + 1));
      expect((await verifyLedger(rows)).breaks).toEqual([]);
    }
  });

  it('refuses a transaction that would not see the row to follow', async () => {
    const old = database().transaction((tx) => appendLedger(tx, entry('old')), 'repeatable read');
    await expect(old).rejects.toThrow('cannot be appended to under repeatable read');
  });

  const changes = [
    `UPDATE ledger SET reason = 'x'`,
    'DELETE FROM ledger',
    'TRUNCATE ledger',
    `UPDATE ledger_setting SET algorithm = 'sha256'`,
    'DELETE FROM ledger_setting',
  ];

  it.each(changes)('lets the application not do this: %s', async (sql) => {
    await expect(database().query(sql)).rejects.toThrow('permission denied');
  });

  it.each(changes)('lets the owner not do this either: %s', async (sql) => {
    const change = asOwner(database(), async (session) => {
      await session.script(sql);
    });
    await expect(change).rejects.toThrow('what is published cannot be changed');
  });

  it.each([
    ['a gap', 3, 'last'],
    ['another row before it', 2, 'other'],
    ['no beginning', 2, 'none'],
  ])('refuses a row with %s, whoever writes it', async (_, seq, previous) => {
    const scope = `forged ${previous}`;
    let prevHash = 'f'.repeat(64);
    if (previous !== 'none') {
      const { hash } = await database().transaction((tx) => appendLedger(tx, entry(scope)));
      if (previous === 'last') prevHash = hash;
    }
    const forged = database().query(
      `INSERT INTO ledger (scope, seq, at, actor, origin, verb, object, reason, algorithm, prev_hash, hash)
       VALUES ($1, $2, now(), '', '', '', '', '', 'sm3', decode($3, 'hex'), decode($3, 'hex'))`,
      [scope, seq, prevHash],
    );
    await expect(forged).rejects.toThrow('does not follow');
  });

  it('refuses a fork', async () => {
    const scope = 'fork';
    await database().transaction((tx) => appendLedger(tx, entry(scope)));
    const fork = database().query(
      `INSERT INTO ledger SELECT scope, seq, at, 'x', origin, verb, object, before_digest, after_digest, reason, algorithm, prev_hash, hash
       FROM ledger WHERE scope = $1`,
      [scope],
    );
    await expect(fork).rejects.toMatchObject({ code: '23505' });
  });

  it('shows what somebody did who took the triggers away', async () => {
    await database().transaction(async (tx) => {
      for (let i = 0; i < 4; i++) await appendLedger(tx, entry('robbed'));
    });
    const robbed = async (sql: string): Promise<unknown> => {
      let breaks: unknown;
      await asOwner(database(), async (session) => {
        await session.script('ALTER TABLE ledger DISABLE TRIGGER USER');
        await session.script(sql);
        breaks = (await verifyLedger(readLedger(session))).breaks.map(({ scope, seq, fault }) => [
          scope,
          seq,
          fault,
        ]);
      });
      return breaks;
    };
    const row = `scope = 'robbed' AND seq = 2`;
    expect(await robbed(`UPDATE ledger SET at = at + interval '1 microsecond' WHERE ${row}`)).toEqual([
      ['robbed', 2, 'altered'],
    ]);
    expect(await robbed(`DELETE FROM ledger WHERE ${row}`)).toEqual([['robbed', 2, 'missing']]);
    const double = `ALTER TABLE ledger DROP CONSTRAINT ledger_pkey, DROP CONSTRAINT ledger_scope_prev_hash_key;
      INSERT INTO ledger SELECT * FROM ledger WHERE ${row}`;
    expect(await robbed(double)).toEqual([['robbed', 2, 'inserted']]);
  });
});

/** Lets nobody go on before all have come. */
function barrier(count: number): () => Promise<void> {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  let come = 0;
  return () => {
    if (++come === count) open();
    return opened;
  };
}

onServer('the ledger under many connections', () => {
  let pools: Database[];
  beforeAll(async () => {
    const url = await createServerDatabase();
    pools = [await openPostgres(url), await openPostgres(url)];
  });
  afterAll(() => Promise.all(pools.map((pool) => pool.close())));

  it(`is one chain without a fork after ${WRITERS} transactions that were all open at once`, async () => {
    const allIn = barrier(WRITERS);
    await Promise.all(
      Array.from({ length: WRITERS }, (_, i) =>
        pools[i % 2]!.transaction(async (tx) => {
          await tx.query('SELECT 1');
          await allIn();
          await appendLedger(tx, entry('busy', `第 ${i} 个`));
        }),
      ),
    );
    const rows = await rowsOf(pools[0]!, 'busy');
    expect(new Set(rows.map(({ reason }) => reason)).size).toBe(WRITERS);
    expect((await verifyLedger(rows)).breaks).toEqual([]);
  });

  it('follows the row before when its writer gives up, too', async () => {
    const failed = barrier(2);
    const first = pools[0]!.transaction(async (tx) => {
      await appendLedger(tx, entry('given up'));
      await failed();
      await new Promise((resolve) => setTimeout(resolve, 50));
      throw new Error('gives up');
    });
    const second = pools[1]!.transaction(async (tx) => {
      await failed();
      return appendLedger(tx, entry('given up', '第二个'));
    });
    await expect(first).rejects.toThrow('gives up');
    expect((await second).seq).toBe(1);
  });
});

describe('appendLedger', () => {
  it('gives up with a code where another is always faster', async () => {
    const tail = { isolation: 'read committed', at: '', algorithm: 'sm3', seq: null, hash: null };
    const session = {
      query: async (sql: string) => (sql.startsWith('INSERT') ? [] : [tail]),
    } as unknown as Session;
    await expect(appendLedger(session, entry('busy'))).rejects.toMatchObject({ code: 'store.ledger-busy' });
  });
});
