import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { DeliveredTable } from '@tuheng/standard';
import { decodeText } from '../decode-text.ts';
import { MIB } from '../limits.ts';
import { readWorkbook, workbookLimits } from '../workbook/read-workbook.ts';
import type { PackageFile } from './package-file.ts';
import { parseCsv } from './parse-csv.ts';

/** Larger files are not read: the tables of a plan hold some hundred rows. */
const MOST_BYTES = 50 * MIB;
/** More files with tables than these are not read. */
const MOST_FILES = 200;

/** The sheets of workbooks and the CSV files of a package; a file that cannot be read is named with the reason. */
export async function readTables(
  root: string,
  files: readonly PackageFile[],
): Promise<{ tables: DeliveredTable[]; unreadable: ReadonlyMap<string, string> }> {
  const tables: DeliveredTable[] = [];
  const unreadable = new Map<string, string>();
  const sound = files.filter(
    ({ path, unreadable: reason }) => reason === undefined && /\.(xlsx|csv)$/i.test(path),
  );
  for (const [i, { path }] of sound.entries()) {
    if (i >= MOST_FILES) unreadable.set(path, `表格文件超过 ${MOST_FILES} 个，未读取`);
    else if ((await stat(join(root, path))).size > MOST_BYTES) {
      unreadable.set(path, `表格文件超过 ${MOST_BYTES / MIB} MB，未读取`);
    } else {
      const found = await readTable(join(root, path)).catch(() => undefined);
      if (found) tables.push(...found.map((table) => ({ path, ...table })));
      else unreadable.set(path, '表格不能读取：文件损坏，或内容大得不像规划表格');
    }
  }
  return { tables, unreadable };
}

async function readTable(file: string): Promise<Omit<DeliveredTable, 'path'>[]> {
  if (extname(file).toLowerCase() === '.csv') {
    return [{ sheet: '', rows: parseCsv(decodeText(await readFile(file)), workbookLimits.cells) }];
  }
  return (await readWorkbook(file)).map(({ name, rows }) => ({ sheet: name, rows }));
}
