import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkVersions } from '../plans/check-versions.ts';
import { importPlan } from '../plans/import-plan.ts';
import { listPlans } from '../plans/version.ts';
import { tester } from '../testing/plans.ts';
import { Cluster } from '../testing/postgres-cluster.ts';
import { findPostgres } from '../testing/postgres-programs.ts';
import { squarePlan } from '../testing/square-plan.ts';
import type { Database } from './database.ts';
import { openDatabase, type StorePlace } from './open-database.ts';

const mayMount = process.getuid?.() === 0 && process.platform === 'linux';
const SIZE = 400;
/** Megabytes that are left: enough to begin with. */
const LEFT = 10;

let disk: string;
beforeEach(() => {
  if (!mayMount) return;
  disk = mkdtempSync(join(tmpdir(), 'tuheng-disk-'));
  mount('mount', '-t', 'tmpfs', '-o', `size=${SIZE}m,mode=755`, 'tmpfs', disk);
});
afterEach(() => {
  if (!mayMount) return;
  // A database that could not start keeps its files open: lazily.
  mount('umount', '--lazy', disk);
  rmSync(disk, { recursive: true });
});

function mount(command: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** Fills the disk up; what comes back makes room again. */
function fill(): () => void {
  const { bavail, bsize } = statfsSync(disk);
  const ballast = join(disk, 'ballast');
  writeFileSync(ballast, Buffer.alloc(bavail * bsize - LEFT * 2 ** 20));
  return () => rmSync(ballast);
}

const small = (database: Database) =>
  importPlan(database, tester, { plan: squarePlan(500), code: 'small', region: '230899', reason: '' });
const large = (database: Database) =>
  importPlan(database, tester, { plan: squarePlan(120_000), code: 'large', region: '230899', reason: '' });

const codes = async (database: Database): Promise<string[]> =>
  (await listPlans(database)).map(({ code }) => code);

describe.skipIf(!mayMount)('a disk that gets full (skipped where no disk may be mounted)', () => {
  it('is told, and the embedded database opens again with what it held', async () => {
    const place: StorePlace = { folder: join(disk, 'data') };
    const database = await openDatabase(place);
    await small(database);
    const makeRoom = fill();
    await expect(large(database)).rejects.toMatchObject({ code: 'store.disk-full' });
    // It never answers as if there were nothing.
    const held = await codes(database).catch((error) => error.code);
    expect([['small'], 'store.disk-full']).toContainEqual(held);
    await database.close();
    makeRoom();
    const again = await openDatabase(place);
    expect(await codes(again)).toEqual(['small']);
    expect(await checkVersions(again)).toBe(1);
    await large(again);
    expect(await codes(again)).toEqual(['large', 'small']);
    await again.close();
  });

  it('is told where there is no room to begin with', async () => {
    const makeRoom = fill();
    const place = { folder: join(disk, 'data') };
    await expect(openDatabase(place)).rejects.toMatchObject({ code: 'store.disk-full' });
    makeRoom();
    await (await openDatabase(place)).close();
  });

  // Its tables only: a server whose log has no room either has to be started anew by its administrator.
  it.skipIf(findPostgres() === undefined)('is told by a server, which goes on', async () => {
    const settings = { listen_addresses: "''", dynamic_shared_memory_type: 'mmap' };
    const cluster = await Cluster.start(findPostgres()!, settings);
    try {
      const url = `postgres://postgres@/postgres?host=${encodeURIComponent(cluster.folder)}`;
      const space = join(disk, 'space');
      mkdirSync(space);
      const { uid, gid } = statSync(cluster.folder);
      chownSync(space, uid, gid);
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(`CREATE TABLESPACE small LOCATION '${space}'`);
      await client.query('ALTER DATABASE postgres SET default_tablespace TO small');
      await client.end();
      const database = await openDatabase({ url });
      await small(database);
      const makeRoom = fill();
      await expect(large(database)).rejects.toMatchObject({ code: 'store.disk-full' });
      expect(await codes(database)).toEqual(['small']);
      makeRoom();
      expect(await checkVersions(database)).toBe(1);
      await large(database);
      await database.close();
    } finally {
      await cluster.stop();
    }
  });
});
