import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database/database.ts';
import { openPostgres } from '../database/postgres-database.ts';
import { readLedger } from '../ledger/read-ledger.ts';
import { verifyLedger } from '../ledger/verify.ts';
import { checkVersions } from '../plans/check-versions.ts';
import { importPlan } from '../plans/import-plan.ts';
import { readVersion } from '../plans/read-version.ts';
import { rollBack } from '../plans/roll-back.ts';
import { listVersions } from '../plans/version.ts';
import { createServerDatabase, hasServer, onBothDatabases, openNewDatabase } from '../testing/databases.ts';
import { tester } from '../testing/plans.ts';
import { publishEdition, squarePlan } from '../testing/square-plan.ts';
import { backup } from './backup.ts';
import { compareStores, type TableComparison } from './compare-stores.ts';
import { type RestoreRequest, restore } from './restore.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tuheng-备份-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const request: RestoreRequest = { actor: tester, reason: '演练' };

/** A restore, and how its tables compare with those of the store that was backed up. */
async function restoreCompared(file: string, target: Database, source: Database) {
  let comparison: TableComparison[] = [];
  const check: RestoreRequest['check'] = async (tx) => {
    comparison = await source.asOwner((from) => compareStores(from, tx), 'repeatable read');
  };
  return { ...(await restore(file, target, { ...request, check })), comparison };
}

let files = 0;
const newFile = (): string => join(folder, `${++files}.backup`);

async function fill(database: Database): Promise<void> {
  await importPlan(database, tester, { plan: squarePlan(300), code: 'a', region: '230899', reason: '备案' });
  await importPlan(database, tester, { plan: squarePlan(50), code: 'b', region: '230882', reason: '备案' });
  await publishEdition(database, 'a', 300, 1);
  await rollBack(database, tester, { code: 'a', to: 1, reason: '误发布' });
}

onBothDatabases('a backup', (database) => {
  let file: string;
  beforeAll(async () => {
    await fill(database());
    file = newFile();
    await backup(database(), file);
  });

  it.for([
    ['an embedded database', openNewDatabase],
    ['a server', async () => openPostgres(await createServerDatabase())],
  ] as const)('restores in %s: the same rows, versions and rules', async ([name, open], { skip }) => {
    skip(name === 'a server' && !hasServer(), 'PostgreSQL is not installed');
    const target = await open();
    try {
      const { versions, manifest, digest, comparison } = await restoreCompared(file, target, database());
      expect(versions).toBe(4);
      expect(comparison.filter(({ isSame }) => !isSame)).toEqual([]);
      expect(comparison.find(({ table }) => table === 'feature')!.rows).toEqual([360, 360]);
      expect(manifest.tables.map(({ name: table }) => table)).toEqual(comparison.map(({ table }) => table));
      expect(await listVersions(target, 'a')).toEqual(await listVersions(database(), 'a'));
      expect(await readVersion(target, 'a', 2)).toEqual(await readVersion(database(), 'a', 2));
      await expect(target.query('DELETE FROM feature')).rejects.toThrow('permission denied');
      for (const rule of ['immutable', 'open_version', 'follows'])
        expect(await enabled(target, rule), rule).toEqual(await enabled(database(), rule));
      await expect(
        target.query(
          'INSERT INTO feature_end (layer, feature, version) SELECT layer, max(id), 2 FROM feature GROUP BY layer',
        ),
      ).rejects.toThrow('cannot be changed');
      expect(await target.query(`SELECT * FROM ledger WHERE scope = 'system'`)).toMatchObject([
        {
          seq: 1,
          actor: tester.name,
          origin: tester.origin,
          verb: 'store.restore',
          object: basename(file),
          after_digest: digest,
          reason: '演练',
        },
      ]);
      expect(digest).toBe(
        createHash('sha256')
          .update(`${JSON.stringify(manifest, null, 2)}\n`)
          .digest('hex'),
      );
      expect((await target.transaction((tx) => verifyLedger(readLedger(tx)))).sound).toBe(true);
      // The next numbers are free, and the next publication finds its base.
      await importPlan(target, tester, { plan: squarePlan(5), code: 'c', region: '230899', reason: '备案' });
      await publishEdition(target, 'a', 300, 1);
      expect(await checkVersions(target)).toBe(6);
    } finally {
      await target.close();
    }
  });

  it('is refused by a store that holds something', async () => {
    await expect(restore(file, database(), request)).rejects.toMatchObject({ code: 'store.not-empty' });
    expect(await checkVersions(database())).toBe(4);
  });

  it('is not restored where a check of it fails', async () => {
    const target = await openNewDatabase();
    try {
      const check = () => Promise.reject(new Error('不同'));
      await expect(restore(file, target, { ...request, check })).rejects.toThrow('不同');
      expect(await target.query('SELECT FROM plan UNION ALL SELECT FROM ledger')).toEqual([]);
    } finally {
      await target.close();
    }
  });

  it('is never written over a file that is there', async () => {
    await expect(backup(database(), file)).rejects.toMatchObject({ code: 'store.file-exists' });
  });

  it('leaves nothing where it cannot be written', async () => {
    await expect(backup(database(), join(folder, '没有', 'x'))).rejects.toMatchObject({
      code: 'store.file-unwritable',
    });
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is the state of one moment', async () => {
    const other = newFile();
    let writing: Promise<unknown> | undefined;
    await backup(database(), other, () => {
      writing ??= importPlan(database(), tester, {
        plan: squarePlan(20),
        code: `late${files}`,
        region: '230899',
        reason: '备案',
      });
    });
    await writing;
    const target = await openNewDatabase();
    try {
      expect((await restore(other, target, request)).versions).toBe(4);
    } finally {
      await target.close();
    }
    expect(await checkVersions(database())).toBe(5);
  });
});

describe('a backup file', () => {
  let bytes: Buffer;
  let empty: Database;
  beforeAll(async () => {
    const database = await openNewDatabase();
    await fill(database);
    const file = newFile();
    await backup(database, file);
    await database.close();
    bytes = readFileSync(file);
    empty = await openNewDatabase();
  });
  afterAll(() => empty.close());

  const restoring = async (changed: Buffer): Promise<unknown> => {
    const file = newFile();
    writeFileSync(file, changed);
    return restore(file, empty, request).then(
      () => 'restored',
      (error: { code: string }) => error.code,
    );
  };

  it('takes large tables in pieces', async () => {
    const target = await openNewDatabase();
    try {
      await target.query(
        `INSERT INTO review (id, document)
         SELECT n::text, decode(repeat(lpad(n::text, 2, '0'), 7000000), 'hex') FROM generate_series(1, 5) n`,
      );
      const other = newFile();
      const { tables } = await backup(target, other);
      expect(tables.find(({ name }) => name === 'review')!.slices.map(({ rows }) => rows)).toEqual([2, 2, 1]);
      const again = await openNewDatabase();
      const { comparison } = await restoreCompared(other, again, target);
      expect(comparison.every(({ isSame }) => isSame)).toBe(true);
      await again.close();
    } finally {
      await target.close();
    }
  });

  it('that was cut anywhere is refused', async () => {
    for (const share of [0.001, 0.1, 0.5, 0.9, 0.999]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * share));
      expect(await restoring(cut), String(share)).toBe('store.backup-damaged');
    }
    expect(await restoring(Buffer.alloc(0))).toBe('store.not-a-backup');
    expect(await restoring(Buffer.from('PK\x03\x04 something else'))).toBe('store.not-a-backup');
  });

  it('with one byte altered anywhere in it is refused, and the store stays empty', async () => {
    for (let at = 600; at < bytes.length - 1600; at += 997) {
      const changed = Buffer.from(bytes);
      // Padding says nothing; everything else is under a hash.
      if (bytes[at] === 0) continue;
      changed[at]! ^= 0x20;
      expect(await restoring(changed), String(at)).toMatch(/^store\.(backup-damaged|not-a-backup)$/);
    }
    expect(await empty.query('SELECT * FROM plan')).toEqual([]);
  });
});

function enabled(database: Database, trigger: string): Promise<unknown> {
  return database.query(
    `SELECT tgrelid::regclass::text AS table, tgenabled FROM pg_trigger WHERE tgname = $1 ORDER BY 1`,
    [trigger],
  );
}
