import { parseArgs } from 'node:util';
import type { StorePlace } from '@tuheng/store';
import { UsageError } from './usage.ts';

export interface BackupArguments {
  readonly place: StorePlace;
  readonly out: string;
  readonly quiet: boolean;
}

export interface RestoreArguments {
  readonly file: string;
  readonly place: StorePlace;
  readonly quiet: boolean;
}

export interface MigrateArguments {
  readonly from: string;
  readonly to: string;
  readonly quiet: boolean;
}

const FOLDER = 'tuheng-data';

function parse<T extends NonNullable<Parameters<typeof parseArgs>[0]>>(config: T) {
  try {
    return parseArgs(config);
  } catch (cause) {
    throw new UsageError(`${(cause as Error).message}。用法见 tuheng --help。`);
  }
}

function placeOf(folder: string | undefined, url: string | undefined): StorePlace {
  if (folder !== undefined && url !== undefined)
    throw new UsageError('--data 和 --database-url 只能写一个。用法见 tuheng --help。');
  return url === undefined ? { folder: folder ?? FOLDER } : { url };
}

/** @throws UsageError */
export function backupArguments(args: readonly string[]): BackupArguments {
  const { values } = parse({
    args: [...args],
    options: {
      data: { type: 'string' },
      'database-url': { type: 'string' },
      out: { type: 'string' },
      quiet: { type: 'boolean', default: false },
    },
  });
  const { data, 'database-url': url, out, quiet } = values;
  if (!out) throw new UsageError('backup 缺少 --out。用法见 tuheng --help。');
  return { place: placeOf(data, url), out, quiet };
}

/** @throws UsageError */
export function restoreArguments(args: readonly string[]): RestoreArguments {
  const { values, positionals } = parse({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      'database-url': { type: 'string' },
      quiet: { type: 'boolean', default: false },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new UsageError(`restore 要一个备份文件，收到 ${positionals.length} 个。用法见 tuheng --help。`);
  return { file, place: placeOf(values.data, values['database-url']), quiet: values.quiet };
}

/** @throws UsageError */
export function migrateArguments(args: readonly string[]): MigrateArguments {
  const { values } = parse({
    args: [...args],
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      quiet: { type: 'boolean', default: false },
    },
  });
  const { from, to, quiet } = values;
  if (!from || !to) throw new UsageError('migrate 要写 --from 和 --to。用法见 tuheng --help。');
  return { from, to, quiet };
}
