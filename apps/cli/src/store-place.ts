import type { StorePlace } from '@tuheng/store';
import { UsageError } from './usage.ts';

/** Where the data are when nothing is said. */
const DEFAULT_FOLDER = './tuheng-data';

/** Options of all commands that work on a store, for `parseArgs`. */
export const placeOptions = {
  data: { type: 'string' },
  'database-url': { type: 'string' },
} as const;

/** Where the store is. @throws UsageError where both options are there */
export function placeOf(values: {
  readonly data?: string | undefined;
  readonly 'database-url'?: string | undefined;
}): StorePlace {
  const { data, 'database-url': url } = values;
  if (data !== undefined && url !== undefined)
    throw new UsageError('--data 和 --database-url 只能写一个。用法见 tuheng --help。');
  return url === undefined ? { folder: data ?? DEFAULT_FOLDER } : { url };
}
