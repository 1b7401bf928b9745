import ExcelJS from 'exceljs';

/** One sheet to write. */
export interface WorkbookSheet {
  readonly name: string;
  readonly columns: readonly {
    readonly title: string;
    /** In characters. */
    readonly width: number;
    readonly kind: 'text' | 'number' | 'integer';
  }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Equal input shall give equal content: the time of writing is none of it. */
const EPOCH = new Date('2000-01-01T00:00:00Z');
/** What Excel takes in one cell. */
const MOST_CHARACTERS = 32_000;

/**
 * Writes a workbook (.xlsx) row by row, so that 100,000 rows need no more memory than a few: bold first row that stays in sight, a filter
 * over all columns. Text is written as text, whatever it begins with: no cell becomes a formula.
 */
export async function writeWorkbook(path: string, sheets: readonly WorkbookSheet[]): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: path,
    useStyles: true,
    useSharedStrings: false,
  });
  workbook.creator = 'Tuheng';
  workbook.created = EPOCH;
  workbook.modified = EPOCH;
  for (const { name, columns, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = columns.map(({ title, width, kind }) => ({
      header: title,
      width,
      style: kind === 'number' ? { numFmt: '#,##0.00##' } : {},
    }));
    sheet.getRow(1).font = { bold: true };
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } };
    sheet.getRow(1).commit();
    for (const cells of rows) {
      sheet
        .addRow(cells.map((cell) => (typeof cell === 'string' ? cell.slice(0, MOST_CHARACTERS) : cell)))
        .commit();
    }
    sheet.commit();
  }
  await workbook.commit();
}
