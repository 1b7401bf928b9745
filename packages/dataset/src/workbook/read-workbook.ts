import ExcelJS from 'exceljs';

export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Cells beyond these are not looked at: a sheet of a plan's tables is far smaller. */
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 200;

/** The sheets of a workbook (.xlsx): text, numbers, and of formulas their last result. @throws Error where it cannot be read */
export async function readWorkbook(path: string): Promise<ReadSheet[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook.worksheets.map((sheet) => {
    const rows: (string | number | null)[][] = [];
    const last = Math.min(sheet.rowCount, MOST_ROWS);
    for (let r = 1; r <= last; r++) {
      const row = sheet.getRow(r);
      rows.push(
        Array.from({ length: Math.min(row.cellCount, MOST_COLUMNS) }, (_, c) =>
          plainValue(row.getCell(c + 1).value),
        ),
      );
    }
    return { name: sheet.name, rows };
  });
}

function plainValue(value: ExcelJS.CellValue): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('result' in value) return plainValue(value.result as ExcelJS.CellValue);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  return 'text' in value ? String(value.text) : null;
}
