import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  backup,
  compareStores,
  type Database,
  openDatabase,
  type RestoreRequest,
  restore,
  StoreError,
  type StorePlace,
  type TableComparison,
} from '@tuheng/store';
import type { BackupArguments, MigrateArguments, RestoreArguments } from './backup-arguments.ts';
import { Progress } from './progress.ts';
import { shellActor } from './store-place.ts';
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
export async function restoreCommand({ file, place, reason, quiet }: RestoreArguments): Promise<number> {
  const told = { actor: shellActor(), reason };
  const progress = new Progress(quiet);
  const { manifest, digest, versions } = await withStore(place, false, (database) =>
    restore(file, database, {
      ...told,
      progress: (table, rows) => progress.stage(`恢复 ${table}，已写 ${rows} 行`),
    }),
  );
  progress.end();
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(
    `已恢复 ${manifest.createdAt} 的备份：${manifest.tables.length} 张表、${rows} 行；规划的 ${versions} 个版本逐一重算哈希，全部相符。
备份摘要 ${digest}，恢复一事已记入台账。\n`,
  );
  return 0;
}

/** Runs `tuheng migrate`; returns the exit code. */
export async function migrateCommand({ from, to, reason, quiet }: MigrateArguments): Promise<number> {
  const told = { actor: shellActor(), reason, movedFrom: resolve(from) };
  const progress = new Progress(quiet);
  const folder = await mkdtemp(join(tmpdir(), 'tuheng-migrate-'));
  try {
    const tables = await withStore({ folder: from }, true, (source) =>
      withStore({ url: to }, false, (target) =>
        move(source, target, { file: join(folder, 'store.backup'), told, progress }),
      ),
    );
    progress.end();
    process.stdout.write(`${comparisonTable(tables)}\n\n`);
    process.stdout.write(
      '两边逐表相同；此后在新库的台账上记下了搬迁。数据文件夹原样保留；今后请用 --database-url。\n',
    );
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Move {
  /** Where the backup is written on the way. */
  readonly file: string;
  readonly told: Pick<RestoreRequest, 'actor' | 'reason' | 'movedFrom'>;
  readonly progress: Progress;
}

/** Nothing is moved where a table differs. @throws StoreError store.damaged */
async function move(
  source: Database,
  target: Database,
  { file, told, progress }: Move,
): Promise<readonly TableComparison[]> {
  let tables: readonly TableComparison[] = [];
  await backup(source, file, (table, rows) => progress.stage(`读取 ${table}，${rows} 行`));
  await restore(file, target, {
    ...told,
    progress: (table, rows) => progress.stage(`写入 ${table}，${rows} 行`),
    check: async (to) => {
      progress.stage('逐表核对');
      tables = await source.asOwner((one) => compareStores(one, to), 'repeatable read');
      const differing = tables.filter(({ isSame }) => !isSame).map(({ table }) => table);
      if (differing.length > 0)
        throw new StoreError('store.damaged', '搬迁的内容', { detail: differing.join('、') });
    },
  });
  return tables;
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
