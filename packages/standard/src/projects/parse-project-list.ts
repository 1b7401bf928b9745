import { roundArea } from '../area-values.ts';
import type { Note } from '../layer.ts';
import { type ProjectColumn, projectColumns } from './project-columns.ts';
import { areaUnit, type Cell, findHeader, type HeaderColumn } from './project-header.ts';
import type { ProjectOperation, ProjectRow } from './project-list.ts';
import { ProjectListError } from './project-list-error.ts';

/** Where a sheet comes from, for messages. */
export interface SheetPlace {
  readonly file: string;
  /** '' for CSV. */
  readonly sheet: string;
}

/** Lists state hectares where they state nothing (standards.md §5.6). */
const HECTARE = 10_000;

const operations: Readonly<Record<string, ProjectOperation | null>> = {
  增补: 'add',
  新增: 'add',
  调序: 'reschedule',
  时序调整: 'reschedule',
  修改: 'amend',
  清退: 'withdraw',
  调出: 'withdraw',
  保留: null,
  不变: null,
};

/** What stands in a cell that says nothing. */
const NOTHING = /^[-—–/／]+$/;
const SUM = /^(合计|总计|小计|共计)/;

/**
 * Reads the list of key projects from the rows of one sheet. Titles may stand under others (the name of the table), in one row or two,
 * in any order; units of areas stand in the titles (公顷, 亩, ㎡, 平方公里) or behind a figure. What is not read — other columns, sums, rows that name no project —
 * is told in `notes`.
 *
 * @returns undefined where the sheet has no row of titles
 * @throws ProjectListError duplicate-column, unknown-unit, not-a-number, unknown-operation, with the row
 */
export function parseProjectList(
  rows: readonly (readonly Cell[])[],
  where: SheetPlace,
): { readonly rows: readonly ProjectRow[]; readonly notes: readonly Note[] } | undefined {
  const header = findHeader(rows, where);
  if (!header) return undefined;
  const found: ProjectRow[] = [];
  const skipped: number[] = [];
  for (let r = header.rows; r < rows.length; r++) {
    const cells = rows[r]!;
    if (cells.every((cell) => cell === null)) continue;
    const row = isSum(cells) ? undefined : readRow(cells, header.columns, r + 1, where);
    if (row) found.push(row);
    else skipped.push(r + 1);
  }
  return { rows: found, notes: notesOf(header.columns, header.unread, skipped, where) };
}

function isSum(cells: readonly Cell[]): boolean {
  const first = cells.find((cell) => cell !== null);
  return typeof first === 'string' && SUM.test(first.replace(/\s+/g, ''));
}

/** Undefined for a row that names no project: a heading between projects, or words under the table. */
function readRow(
  cells: readonly Cell[],
  columns: readonly HeaderColumn[],
  row: number,
  where: SheetPlace,
): ProjectRow | undefined {
  const cellOf = (key: ProjectColumn['key']): Cell => {
    const own = columns.find(({ column }) => column.key === key);
    return own ? (cells[own.index] ?? null) : null;
  };
  const named = textOf(cellOf('number')) !== null || textOf(cellOf('name')) !== null;
  if (!named || cells.filter((cell) => cell !== null).length === 1) return undefined;
  const entries = projectColumns.map((column) => {
    const unit = columns.find((own) => own.column === column)?.unit;
    return [column.key, cellValue(column, cellOf(column.key), unit, { ...where, row })] as const;
  });
  return { sheet: where.sheet, row, ...Object.fromEntries(entries) } as unknown as ProjectRow;
}

function cellValue(
  column: ProjectColumn,
  cell: Cell,
  unit: number | undefined,
  where: SheetPlace & { readonly row: number },
): string | number | null {
  switch (column.kind) {
    case 'text':
      return textOf(cell);
    case 'operation':
      return operationOf(cell, where);
    case 'integer':
      return numberOf(cell, column, where)?.value ?? null;
    case 'area': {
      const figure = numberOf(cell, column, where);
      return figure === null ? null : roundArea(figure.value * (figure.unit ?? unit ?? HECTARE));
    }
  }
}

function textOf(cell: Cell): string | null {
  const text = cell === null ? '' : String(cell).trim();
  return text === '' || NOTHING.test(text) ? null : text;
}

function operationOf(cell: Cell, where: SheetPlace & { readonly row: number }): ProjectOperation | null {
  const text = textOf(cell);
  if (text === null) return null;
  const known = operations[text];
  if (known !== undefined) return known;
  throw new ProjectListError(
    'projects.unknown-operation',
    where,
    `操作“${text}”不认识`,
    '请写成增补、调序、修改或清退，没有操作的留空',
  );
}

/** A figure, with its unit where the cell states one. 无 is none of it: 0. */
function numberOf(
  cell: Cell,
  { title, kind }: ProjectColumn,
  where: SheetPlace & { readonly row: number },
): { readonly value: number; readonly unit: number | undefined } | null {
  const text = textOf(cell);
  if (text === null) return null;
  if (text === '无') return { value: 0, unit: undefined };
  const [, digits, word] = /^(\d[\d,，]*(?:\.\d+)?|\d+(?:\.\d+)?e[+-]?\d+)\s*(.*)$/i.exec(text) ?? [];
  const value = digits === undefined ? Number.NaN : Number(digits.replace(/[,，]/g, ''));
  const unit = word ? areaUnit(word) : undefined;
  if (Number.isFinite(value) && (!word || (kind === 'area' && unit !== undefined))) return { value, unit };
  throw new ProjectListError(
    'projects.not-a-number',
    where,
    `“${title}”写的是“${text}”，不是不小于 0 的数`,
    kind === 'area' ? '请只写数，单位写在表头' : '请只写数',
  );
}

function notesOf(
  columns: readonly HeaderColumn[],
  unread: readonly string[],
  skipped: readonly number[],
  { file, sheet }: SheetPlace,
): Note[] {
  const place = sheet === '' ? file : `${file} 工作表“${sheet}”`;
  const absent = projectColumns.filter((column) => !columns.some((own) => own.column === column));
  const withoutUnit = columns.filter(({ column, unit }) => column.kind === 'area' && unit === undefined);
  const note = (code: string, count: number, message: string): Note[] =>
    count === 0 ? [] : [{ code, count, message: `${place}：${message}` }];
  const titles = (list: readonly ProjectColumn[]): string => list.map(({ title }) => title).join('、');
  return [
    ...note('projects.columns-absent', absent.length, `没有${titles(absent)}列，按空值读取。`),
    ...note('projects.columns-unread', unread.length, `列${unread.join('、')}不是清单的列，未读取。`),
    ...note(
      'projects.unit-assumed',
      withoutUnit.length,
      `${titles(withoutUnit.map(({ column }) => column))}没有写明单位，按公顷读取。`,
    ),
    ...note(
      'projects.rows-skipped',
      skipped.length,
      `第 ${skipped.join('、')} 行是合计、小标题，或没有项目编号和名称，未作为项目读取。`,
    ),
  ];
}
