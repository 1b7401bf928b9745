import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backup } from '../backup/backup.ts';
import { openDatabase } from '../database/open-database.ts';
import { enqueue, openJobQueue } from '../jobs/job-queue.ts';
import { importPlan } from '../plans/import-plan.ts';
import { findVersion } from '../plans/version.ts';
import { tester } from '../testing/plans.ts';
import { Cluster } from '../testing/postgres-cluster.ts';
import { findPostgres } from '../testing/postgres-programs.ts';
import { squarePlan } from '../testing/square-plan.ts';

const document = readFileSync(new URL('../../../../docs/operations.md', import.meta.url), 'utf8');
const [withRoles, byAdministrator, service, ...more] = [
  ...document.matchAll(/^```sql\n([\s\S]*?)^```$/gm),
].map(([, sql]) => sql!);

const bin = findPostgres();

describe.skipIf(bin === undefined)('the SQL of docs/operations.md (PostgreSQL)', () => {
  let cluster: Cluster;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tuheng-文档-'));
    cluster = await Cluster.start(bin!, { listen_addresses: "''", fsync: 'off' });
  });
  afterAll(async () => {
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** As the server's administrator would, word for word. */
  const administer = (sql: string, database = 'postgres'): string =>
    execFileSync(
      join(bin!, 'psql'),
      [
        '-h',
        cluster.folder,
        '-U',
        'postgres',
        '-d',
        database,
        '-v',
        'ON_ERROR_STOP=1',
        '-X',
        '-q',
        '-A',
        '-t',
      ],
      { input: sql, encoding: 'utf8' },
    );
  const urlOf = (user: string): string =>
    `postgres://${user}@/tuheng?host=${encodeURIComponent(cluster.folder)}`;
  const imported = async (user: string, code: string): Promise<void> => {
    const database = await openDatabase({ url: urlOf(user) });
    try {
      expect(await database.query('SELECT current_user AS role')).toEqual([{ role: 'tuheng_app' }]);
      await importPlan(database, tester, { plan: squarePlan(5), code, region: '230882', reason: '备案' });
      const queue = await openJobQueue(database);
      await enqueue(queue, tester, { kind: 'inspect', parameters: {} });
      await queue.close();
      expect(await findVersion(database, code)).toMatchObject({ number: 1, features: 5 });
    } finally {
      await database.close();
    }
  };

  it('is three blocks', () => {
    expect(more).toEqual([]);
    expect(service).toContain('tuheng_service');
  });

  it.each([
    ['makes a user who makes the role of the application', withRoles!],
    ['makes both where nobody may have CREATEROLE', byAdministrator!],
  ])('%s', async (_title, sql) => {
    administer(sql);
    await imported('tuheng', 'a');
    administer(service!);
    await imported('tuheng_service', 'b');
    const owners = `SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'tuheng'`;
    expect(administer(owners, 'tuheng').trim()).toBe('tuheng');

    const database = await openDatabase({ url: urlOf('tuheng_service') });
    try {
      for (const refused of ['SET ROLE tuheng', 'RESET ROLE; DELETE FROM tuheng.feature'])
        await expect(database.script(refused), refused).rejects.toThrow('permission denied');
      await expect(backup(database, join(folder, 'a.backup'))).rejects.toMatchObject({
        code: 'store.not-owner',
      });
    } finally {
      await database.close();
    }
    administer('DROP DATABASE tuheng; DROP ROLE tuheng_service; DROP ROLE tuheng; DROP ROLE tuheng_app');
  });
});
