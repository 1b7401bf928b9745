import type { StorePlace } from '@tuheng/store';
import { parse } from './arguments.ts';
import { placeOf, placeOptions } from './store-place.ts';
import { UsageError } from './usage.ts';

export interface BackupArguments {
  readonly place: StorePlace;
  readonly out: string;
  readonly quiet: boolean;
}

export interface RestoreArguments {
  readonly file: string;
  readonly place: StorePlace;
  /** Why, for the ledger; may be empty. */
  readonly reason: string;
  readonly quiet: boolean;
}

export interface MigrateArguments {
  readonly from: string;
  readonly to: string;
  /** Why, for the ledger; may be empty. */
  readonly reason: string;
  readonly quiet: boolean;
}

/** @throws UsageError */
export function backupArguments(args: readonly string[]): BackupArguments {
  const { values } = parse({
    args: [...args],
    options: {
      ...placeOptions,
      out: { type: 'string' },
      quiet: { type: 'boolean', default: false },
    },
  });
  const { out, quiet } = values;
  if (!out) throw new UsageError('backup 缺少 --out。用法见 tuheng --help。');
  return { place: placeOf(values), out, quiet };
}

/** @throws UsageError */
export function restoreArguments(args: readonly string[]): RestoreArguments {
  const { values, positionals } = parse({
    args: [...args],
    allowPositionals: true,
    options: {
      ...placeOptions,
      reason: { type: 'string', default: '' },
      quiet: { type: 'boolean', default: false },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new UsageError(`restore 要一个备份文件，收到 ${positionals.length} 个。用法见 tuheng --help。`);
  return { file, place: placeOf(values), reason: values.reason, quiet: values.quiet };
}

/** @throws UsageError */
export function migrateArguments(args: readonly string[]): MigrateArguments {
  const { values } = parse({
    args: [...args],
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      reason: { type: 'string', default: '' },
      quiet: { type: 'boolean', default: false },
    },
  });
  const { from, to, reason, quiet } = values;
  if (!from || !to) throw new UsageError('migrate 要写 --from 和 --to。用法见 tuheng --help。');
  return { from, to, reason, quiet };
}
