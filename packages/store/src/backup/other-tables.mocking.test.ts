import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Database } from '../database/database.ts';
import { importPlan } from '../plans/import-plan.ts';
import * as migrate from '../schema/migrate.ts';
import { onBothDatabases, openNewDatabase } from '../testing/databases.ts';
import { tester } from '../testing/plans.ts';
import { squarePlan } from '../testing/square-plan.ts';
import { backup } from './backup.ts';
import { compareStores, type TableComparison } from './compare-stores.ts';
import { type RestoreRequest, restore } from './restore.ts';

/** What a later migration may bring: computed columns, identities, rows that point at later ones, rows to begin with, triggers, policies. */
const later: migrate.Migration = {
  name: '9999-test.sql',
  digest: 'test',
  sql: `
    CREATE TABLE "Neighbour" (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      next bigint REFERENCES "Neighbour",
      "of" integer REFERENCES plan,
      word text,
      long integer GENERATED ALWAYS AS (length(word)) STORED,
      tags text[],
      facts jsonb,
      at timestamptz DEFAULT now()
    );
    CREATE SEQUENCE counter;
    CREATE TABLE hidden (word text, size numeric(10, 2));
    ALTER TABLE hidden ENABLE ROW LEVEL SECURITY;
    CREATE TABLE role (name text PRIMARY KEY, since timestamptz DEFAULT clock_timestamp());
    INSERT INTO role VALUES ('县'), ('市');
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'never'; END $$;
    CREATE TRIGGER never BEFORE INSERT ON hidden FOR EACH ROW EXECUTE FUNCTION refuse();
    CREATE TRIGGER asleep BEFORE INSERT ON role FOR EACH ROW EXECUTE FUNCTION refuse();
    ALTER TABLE hidden ENABLE ALWAYS TRIGGER never;
    ALTER TABLE role DISABLE TRIGGER asleep;
  `,
};

let known: migrate.Migration[] = [];
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tuheng-备份-'));
  known = [...(await migrate.allMigrations()), later];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

vi.mock('../schema/migrate.ts', async (original) => {
  const module = await original<typeof migrate>();
  return { ...module, allMigrations: vi.fn(module.allMigrations) };
});

async function restored(file: string, check?: RestoreRequest['check']): Promise<Database> {
  vi.mocked(migrate.allMigrations).mockResolvedValueOnce(known);
  const target = await openNewDatabase();
  await restore(file, target, { actor: tester, reason: '', ...(check && { check }) });
  return target;
}

onBothDatabases('a backup of tables that the store does not know', (database) => {
  it('of an older program is brought up to date', async () => {
    await importPlan(database(), tester, {
      plan: squarePlan(9),
      code: 'a',
      region: '230899',
      reason: '备案',
    });
    const file = join(folder, `${database().kind}-older`);
    await backup(database(), file);
    const target = await restored(file);
    try {
      expect(await target.query('SELECT count(*)::int AS n FROM plan')).toEqual([{ n: 1 }]);
      expect(await target.asOwner((tx) => tx.query('SELECT name FROM role ORDER BY 1'))).toHaveLength(2);
    } finally {
      await target.close();
    }
  });

  it('has all of them, whatever rights, policies and triggers stand before them', async () => {
    await database().asOwner(async (tx) => {
      await migrate.applyMigrations(tx, known);
      await tx.script(`
        INSERT INTO "Neighbour" (word, "of", tags, facts) VALUES
          ('城镇', 1, '{a,b}', '{"z": [1, 2.50], "a": null}'), ('开发', NULL, '{}', 'null'), ('边界', NULL, NULL, NULL);
        UPDATE "Neighbour" SET next = id % 3 + 1;
        SELECT nextval('counter'), nextval('counter');
        DELETE FROM role WHERE name = '市';
        INSERT INTO role VALUES ('省');
        ALTER TABLE hidden DISABLE TRIGGER never;
        INSERT INTO hidden VALUES ('看不见', 12.30);
        ALTER TABLE hidden ENABLE ALWAYS TRIGGER never;
      `);
    });
    const file = join(folder, `${database().kind}-later`);
    await backup(database(), file);
    await expect(
      openNewDatabase().then((target) => restore(file, target, { actor: tester, reason: '' })),
    ).rejects.toMatchObject({
      code: 'store.schema-newer',
    });
    let comparison: TableComparison[] = [];
    const target = await restored(file, async (tx) => {
      comparison = await database().asOwner((from) => compareStores(from, tx), 'repeatable read');
    });
    try {
      expect(comparison.filter(({ isSame }) => !isSame)).toEqual([]);
      expect(comparison.find(({ table }) => table === 'hidden')!.rows).toEqual([1, 1]);
      await target.asOwner(async (tx) => {
        const next = `INSERT INTO "Neighbour" (word) VALUES ('新') RETURNING id, long`;
        expect(await tx.query(next)).toEqual([{ id: 4, long: 1 }]);
        expect(await tx.query(`SELECT nextval('counter') AS n`)).toEqual([{ n: 3 }]);
        const triggers = `SELECT tgname, tgenabled FROM pg_trigger WHERE tgname IN ('never', 'asleep') ORDER BY 1`;
        expect(await tx.query(triggers)).toEqual([
          { tgname: 'asleep', tgenabled: 'D' },
          { tgname: 'never', tgenabled: 'A' },
        ]);
        const deferrable = `SELECT conname FROM pg_constraint WHERE contype = 'f' AND condeferrable`;
        expect(await tx.query(deferrable)).toEqual([]);
      });
    } finally {
      await target.close();
    }
  });
});
