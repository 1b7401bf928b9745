import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { DeliveredTable } from '@tuheng/standard';
import { readWorkbook } from '../workbook/read-workbook.ts';
import type { PackageFile } from './list-package.ts';
import { parseCsv } from './parse-csv.ts';

/** Larger tables are not read: those of a plan hold some hundred rows. */
const MOST_BYTES = 50 * 1024 * 1024;

/** The sheets of workbooks and the CSV files of a package; a file that cannot be read is named with the reason. */
export async function readTables(
  root: string,
  files: readonly PackageFile[],
): Promise<{ tables: DeliveredTable[]; unreadable: ReadonlyMap<string, string> }> {
  const tables: DeliveredTable[] = [];
  const unreadable = new Map<string, string>();
  for (const { path, unreadable: reason } of files) {
    const extension = extname(path).toLowerCase();
    if (reason !== undefined || (extension !== '.xlsx' && extension !== '.csv')) continue;
    const file = join(root, path);
    try {
      if ((await stat(file)).size > MOST_BYTES) throw new Error('too large');
      if (extension === '.xlsx') {
        for (const { name, rows } of await readWorkbook(file)) tables.push({ path, sheet: name, rows });
      } else tables.push({ path, sheet: '', rows: parseCsv(decode(await readFile(file))) });
    } catch {
      unreadable.set(path, '表格损坏或过大，不能读取');
    }
  }
  return { tables, unreadable };
}

/** UTF-8 where the bytes are, GBK otherwise. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gbk').decode(bytes);
  }
}
