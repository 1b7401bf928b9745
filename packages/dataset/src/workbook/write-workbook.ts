import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { DatasetError } from '../errors.ts';
import { setZipTimes } from './set-zip-times.ts';
import { sheetNames } from './sheet-names.ts';

/** One sheet to write. */
export interface WorkbookSheet {
  /** Made fit where it is longer than Excel takes, has characters it forbids or is taken. */
  readonly name: string;
  readonly columns: readonly {
    readonly title: string;
    /** In characters. */
    readonly width: number;
    /** `degrees`: longitude or latitude, shown to 1e-9° (0.1 mm on the ground). */
    readonly kind: 'text' | 'number' | 'integer' | 'degrees';
  }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Whether the titles stay in sight; they do by default. */
  readonly freezeHeader?: boolean;
}

/** Equal input shall give equal bytes: the time of writing is none of it. */
const EPOCH = new Date('2000-01-01T00:00:00Z');
/** What Excel takes in one cell is 32,767. */
const MOST_CHARACTERS = 32_000;
/** Rows of a sheet in Excel, the titles among them. */
const MOST_ROWS = 1_048_576;
/** Rows written before what is written may drain to the disk. */
const BATCH = 256;

const formats = { text: '@', number: '#,##0.00##', integer: '0', degrees: '0.000000000' } as const;

/**
 * Writes a workbook (.xlsx) row by row, so that 100,000 rows need no more memory than a few: bold titles that stay in sight, a filter over
 * all columns, the font of the reader's program. Text is written as text and stays text when somebody edits it, whatever it begins with:
 * no cell becomes a formula. Numbers that are none (NaN, infinite) are left empty. Equal input gives equal bytes.
 *
 * @throws DatasetError not-writable; nothing is left at `path` then
 */
export async function writeWorkbook(path: string, sheets: readonly WorkbookSheet[]): Promise<void> {
  const output = createWriteStream(path);
  const failed = new Promise<never>((_, reject) => output.once('error', reject));
  failed.catch(() => undefined);
  try {
    await once(output, 'open');
    await Promise.race([failed, writeTo(output, sheets.flatMap(fitting))]);
    await setZipTimes(path, EPOCH);
  } catch (cause) {
    output.destroy();
    await rm(path, { force: true }).catch(() => undefined);
    throw new DatasetError('dataset.not-writable', basename(path), { cause });
  }
}

/** A sheet with more rows than Excel takes becomes several. */
function fitting(sheet: WorkbookSheet): WorkbookSheet[] {
  const most = MOST_ROWS - 1;
  const parts = Math.max(1, Math.ceil(sheet.rows.length / most));
  return Array.from({ length: parts }, (_, i) => ({
    ...sheet,
    rows: parts === 1 ? sheet.rows : sheet.rows.slice(i * most, (i + 1) * most),
  }));
}

async function writeTo(output: WriteStream, sheets: readonly WorkbookSheet[]): Promise<void> {
  // Loaded when it is needed: it takes longer than all else that reading a plan loads.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: output,
    useStyles: true,
    useSharedStrings: false,
  });
  Object.assign(workbook, { creator: 'Tuheng', lastModifiedBy: 'Tuheng', created: EPOCH, modified: EPOCH });
  const names = sheetNames(sheets.map(({ name }) => name));
  for (const [i, { columns, rows, freezeHeader = true }] of sheets.entries()) {
    const sheet = workbook.addWorksheet(names[i]!, {
      views: freezeHeader ? [{ state: 'frozen', ySplit: 1 }] : [],
    });
    sheet.columns = columns.map(({ title, width, kind }) => ({
      header: plainText(title),
      width,
      style: { numFmt: formats[kind] },
    }));
    const titles = sheet.getRow(1);
    titles.eachCell((cell) => {
      cell.font = { bold: true };
    });
    titles.commit();
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } };
    for (const [r, cells] of rows.entries()) {
      sheet.addRow(cells.map(cellValue)).commit();
      if (r % BATCH === BATCH - 1) await drained(output);
    }
    sheet.commit();
  }
  await workbook.commit();
}

/** Lets the compressor and the disk catch up. */
async function drained(output: WriteStream): Promise<void> {
  await turn();
  if (output.writableNeedDrain) await once(output, 'drain');
}

function cellValue(value: string | number | null): string | number | null {
  if (typeof value === 'string') return value === '' ? null : plainText(value);
  return Number.isFinite(value) ? value : null;
}

/** Text that XML and Excel take. Control characters are left out by the library. */
function plainText(text: string): string {
  const short = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
  return short.toWellFormed().replace(/[\ufffe\uffff]/g, '\ufffd');
}
