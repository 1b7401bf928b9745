import { operationWords, type ProjectRow, projectColumns } from '@tuheng/standard';
import type { WorkbookSheet } from '../workbook/write-workbook.ts';

const HECTARE = 10_000;
const WIDTHS = { text: 20, area: 16, integer: 8, operation: 8 } as const;

/** A list of key projects as a sheet that `readProjectList` reads back: every column, areas in hectares with four decimals (1 m²). */
export function projectListSheet(rows: readonly ProjectRow[]): WorkbookSheet {
  return {
    name: '重点建设项目清单',
    columns: projectColumns.map(({ title, kind }) => ({
      title: kind === 'area' ? `${title}（公顷）` : title,
      width: WIDTHS[kind],
      kind: kind === 'area' ? 'number' : kind === 'integer' ? 'integer' : 'text',
    })),
    rows: rows.map((row) =>
      projectColumns.map(({ key, kind }) => {
        const value = row[key];
        if (value === null) return null;
        if (kind === 'operation') return row.operation && operationWords[row.operation];
        return kind === 'area' ? Math.round(Number(value)) / HECTARE : value;
      }),
    ),
  };
}
