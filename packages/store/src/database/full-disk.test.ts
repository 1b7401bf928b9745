import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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

  it.skipIf(findPostgres() === undefined)('is told by a server, which goes on', async () => {
    const folder = join(disk, 'server');
    mkdirSync(folder, { mode: 0o755 });
    const settings = { listen_addresses: "''", dynamic_shared_memory_type: 'mmap', max_wal_size: '64MB' };
    const cluster = await Cluster.start(findPostgres()!, settings, folder);
    const place = { url: `postgres://postgres@/postgres?host=${encodeURIComponent(cluster.folder)}` };
    const database = await openDatabase(place);
    await small(database);
    const makeRoom = fill();
    const refused = await large(database).catch((error) => error.code);
    // Where there is no room for its log either, it starts anew.
    expect(['store.disk-full', 'store.unreachable']).toContain(refused);
    makeRoom();
    await vi.waitFor(() => codes(database), { timeout: 30_000, interval: 200 });
    expect(await codes(database)).toEqual(['small']);
    expect(await checkVersions(database)).toBe(1);
    await large(database);
    await database.close();
    await cluster.stop();
  });
});
