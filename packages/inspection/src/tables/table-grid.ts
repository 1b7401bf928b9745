import type { DeliveredTable } from '@tuheng/standard';

type Cell = string | number | null;

/** A row that names something and holds figures. */
export interface TableRow {
  /** From 0, in the sheet. */
  readonly index: number;
  /** What names it, as written. */
  readonly label: string;
  /** The same without blanks, numbering and colon. */
  readonly name: string;
  /** By column; NaN where there is no figure. */
  readonly figures: readonly number[];
}

/** A sheet as rows of figures under headings. */
export interface TableGrid {
  readonly rows: readonly TableRow[];
  /** What stands over each column, joined. */
  readonly headings: readonly string[];
}

/** A figure of a cell: a number, or a text that is one (with separators of thousands); NaN otherwise. */
export function figureOf(cell: Cell): number {
  if (typeof cell === 'number') return cell;
  const text = cell?.trim() ?? '';
  return /^[-+]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : Number.NaN;
}

/** A name without blanks, numbering (一、（一）1.) and colon. */
export function nameOf(label: string): string {
  return label
    .replace(/\s+/g, '')
    .replace(/^(其中[：:]?)/, '')
    .replace(/^([（(]?[一二三四五六七八九十\d]+[）)]?[、.．]?)/, '')
    .replace(/[：:]$/, '');
}

const textOf = (cell: Cell | undefined): string =>
  typeof cell === 'string' && Number.isNaN(figureOf(cell)) ? cell.trim() : '';

/**
 * Rows with a text that names them and a figure to its right; the last text before the first figure is the name. What stands above the
 * first of them are the headings.
 */
export function readGrid({ rows }: DeliveredTable): TableGrid {
  const found: TableRow[] = [];
  let first = rows.length;
  rows.forEach((cells, index) => {
    const row = readRow(cells, index);
    if (!row) return;
    found.push(row);
    first = Math.min(first, index);
  });
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const headings = Array.from({ length: width }, (_, c) =>
    rows
      .slice(0, first)
      .map((cells) => textOf(cells[c]))
      .join(''),
  );
  return { rows: found, headings };
}

function readRow(cells: readonly Cell[], index: number): TableRow | undefined {
  const firstText = cells.findIndex((cell) => textOf(cell) !== '');
  if (firstText < 0) return undefined;
  let last = firstText;
  while (textOf(cells[last + 1]) !== '') last++;
  const figures = cells.map((cell, c) => (c > last ? figureOf(cell) : Number.NaN));
  if (figures.every((figure) => Number.isNaN(figure))) return undefined;
  const label = textOf(cells[last]);
  return { index, label, name: nameOf(label), figures };
}
