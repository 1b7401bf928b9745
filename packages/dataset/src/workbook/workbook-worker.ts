/** The thread that reads one workbook; started and stopped by `read-workbook.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import ExcelJS from 'exceljs';
import type { ReadSheet, WorkbookReply, WorkbookRequest } from './read-workbook.ts';

/**
 * Parts of a sheet that say nothing about the values of its cells. The library unfolds some of them cell by cell, so that a range over
 * the whole sheet would never end; others (drawings) it cannot read from every program.
 */
const unwanted = [
  'mergeCells',
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'rowBreaks',
  'extLst',
];

async function sheetsOf({ path, cells: mostCells }: WorkbookRequest): Promise<ReadSheet[]> {
  const workbook = new ExcelJS.Workbook();
  // The types ask for all options, the library for none.
  await workbook.xlsx.readFile(path, { ignoreNodes: unwanted } as Parameters<
    typeof workbook.xlsx.readFile
  >[1]);
  if (workbook.worksheets.length === 0) throw new Error('no sheet');
  let cells = 0;
  const count = (more: number): void => {
    cells += more;
    if (cells > mostCells) throw new Error(`more than ${mostCells} cells`);
  };
  return workbook.worksheets.map((sheet) => {
    const rows: (string | number | null)[][] = [];
    sheet.eachRow((row, number) => {
      const values: (string | number | null)[] = [];
      row.eachCell((cell, column) => {
        const value = plainValue(cell.value);
        if (value === null) return;
        count(column - values.length);
        while (values.length < column - 1) values.push(null);
        values.push(value);
      });
      if (values.length === 0) return;
      count(number - rows.length);
      while (rows.length < number - 1) rows.push([]);
      rows.push(values);
    });
    return { name: sheet.name, rows };
  });
}

function plainValue(value: ExcelJS.CellValue | undefined): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (typeof value === 'boolean') return String(value).toUpperCase();
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  }
  if ('error' in value) return value.error;
  if ('richText' in value) return plainValue(value.richText.map(({ text }) => text).join(''));
  if ('text' in value) return plainValue(value.text as ExcelJS.CellValue);
  return 'result' in value ? plainValue(value.result as ExcelJS.CellValue) : null;
}

async function answer(): Promise<WorkbookReply> {
  try {
    return { sheets: await sheetsOf(workerData as WorkbookRequest) };
  } catch (error) {
    return { error: String(error) };
  }
}

parentPort!.postMessage(await answer());
