import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  backup,
  compareStores,
  type Database,
  openDatabase,
  restore,
  StoreError,
  type StorePlace,
  type TableComparison,
} from '@tuheng/store';
import type { BackupArguments, MigrateArguments, RestoreArguments } from './backup-arguments.ts';
import { Progress } from './progress.ts';
import { terminalTable } from './terminal-table.ts';

/** Runs `tuheng backup`; returns the exit code. */
export async function backupCommand({ place, out, quiet }: BackupArguments): Promise<number> {
  const progress = new Progress(quiet);
  const { tables } = await withStore(place, true, (database) =>
    backup(database, out, (table, rows) => progress.stage(`备份 ${table}，已写 ${rows} 行`)),
  );
  progress.end();
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const { size } = await stat(out);
  process.stdout.write(
    `已备份 ${tables.length} 张表、${rows} 行，写入 ${out}（${(size / 1e6).toFixed(1)} MB）\n`,
  );
  return 0;
}

/** Runs `tuheng restore`; returns the exit code. */
export async function restoreCommand({ file, place, quiet }: RestoreArguments): Promise<number> {
  const progress = new Progress(quiet);
  const { manifest, versions } = await withStore(place, false, (database) =>
    restore(file, database, (table, rows) => progress.stage(`恢复 ${table}，已写 ${rows} 行`)),
  );
  progress.end();
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(
    `已恢复 ${manifest.createdAt} 的备份：${manifest.tables.length} 张表、${rows} 行；规划的 ${versions} 个版本逐一重算哈希，全部相符。\n`,
  );
  return 0;
}

/** Runs `tuheng migrate`; returns the exit code. */
export async function migrateCommand({ from, to, quiet }: MigrateArguments): Promise<number> {
  const progress = new Progress(quiet);
  const folder = await mkdtemp(join(tmpdir(), 'tuheng-migrate-'));
  try {
    const tables = await withStore({ folder: from }, true, (source) =>
      withStore({ url: to }, false, (target) => move(source, target, join(folder, 'store.backup'), progress)),
    );
    progress.end();
    const differing = tables.filter(({ isSame }) => !isSame).map(({ table }) => table);
    process.stdout.write(`${comparisonTable(tables)}\n\n`);
    if (differing.length > 0)
      throw new StoreError('store.damaged', '搬迁后的数据库', { detail: differing.join('、') });
    process.stdout.write('两边逐表相同。数据文件夹原样保留；今后请用 --database-url。\n');
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function move(
  source: Database,
  target: Database,
  file: string,
  progress: Progress,
): Promise<TableComparison[]> {
  await backup(source, file, (table, rows) => progress.stage(`读取 ${table}，${rows} 行`));
  await restore(file, target, (table, rows) => progress.stage(`写入 ${table}，${rows} 行`));
  progress.stage('逐表核对');
  return compareStores(source, target);
}

/** @param mustExist whether a store is there already, or made */
async function withStore<T>(
  place: StorePlace,
  mustExist: boolean,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(place, { mustExist });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Digits of a hash that a person can compare. */
const DIGITS = 16;

function comparisonTable(tables: readonly TableComparison[]): string {
  const rows = tables.map(({ table, rows: [one, two], digests: [a, b], isSame }) => [
    table,
    String(one),
    String(two),
    a.slice(0, DIGITS),
    b.slice(0, DIGITS),
    isSame ? '相同' : '不同',
  ]);
  return terminalTable(['表', '原有行', '搬到行', '原哈希', '搬到哈希', '核对'], rows, [1, 2]).join('\n');
}
