import { type ProjectColumn, projectColumns } from './project-columns.ts';
import { ProjectListError } from './project-list-error.ts';

export type Cell = string | number | null;
type Rows = readonly (readonly Cell[])[];

/** A column of a sheet that is one of the list. */
export interface HeaderColumn {
  readonly column: ProjectColumn;
  /** From 0. */
  readonly index: number;
  /** m² of one unit of the column's figures; undefined where the title states none. */
  readonly unit: number | undefined;
}

/** Where the titles of a sheet stand and what they mean. */
export interface ProjectHeader {
  /** Rows above the first project. */
  readonly rows: number;
  readonly columns: readonly HeaderColumn[];
  /** Titles that are no column of the list. */
  readonly unread: readonly string[];
}

/** Titles stand among the first rows, under what the table is called. */
const MOST_ROWS_ABOVE = 20;
/** Titles that must be known before a row counts as the one of titles, the project's name among them. */
const LEAST_KNOWN = 3;

const squareMetres: Readonly<Record<string, number>> = {
  'm²': 1,
  m2: 1,
  '㎡': 1,
  平方米: 1,
  ha: 10_000,
  'hm²': 10_000,
  hm2: 10_000,
  公顷: 10_000,
  亩: 10_000 / 15,
  'km²': 1_000_000,
  km2: 1_000_000,
  平方公里: 1_000_000,
  平方千米: 1_000_000,
};

const byTitle = new Map(
  projectColumns.flatMap((column) =>
    [column.title, ...column.aliases, column.field].map((title) => [title.toUpperCase(), column] as const),
  ),
);

/** m² of one unit, or undefined where the word is no unit of area. */
export function areaUnit(word: string): number | undefined {
  return squareMetres[word.trim().toLowerCase()];
}

/**
 * Finds the titles: in one row, or in two where figures are gathered under one title (用地规模（公顷）: 总规模, 新增, 占耕地 …).
 *
 * @returns undefined where no row has them
 * @throws ProjectListError duplicate-column, unknown-unit
 */
export function findHeader(
  rows: Rows,
  where: { readonly file: string; readonly sheet: string },
): ProjectHeader | undefined {
  for (let r = 0; r < Math.min(rows.length, MOST_ROWS_ABOVE); r++) {
    const titles = titlesOf(rows[r]!);
    if (!isHeader(titles)) continue;
    const below = titlesOf(rows[r + 1] ?? []);
    const two = below.filter(({ column }) => column !== undefined).length >= 2;
    const joined = two ? joinRows(titles, below) : titles;
    return checked(joined, two ? r + 2 : r + 1, { ...where, row: r + 1 });
  }
  return undefined;
}

interface Title {
  readonly index: number;
  readonly text: string;
  readonly column: ProjectColumn | undefined;
  readonly unit: string | undefined;
}

function titlesOf(row: readonly Cell[]): Title[] {
  return row.flatMap((cell, index) => {
    const text = typeof cell === 'string' ? plain(cell) : '';
    return text === '' ? [] : [{ index, text, ...read(text) }];
  });
}

/** Blanks and line breaks say nothing, and brackets come in two widths. */
function plain(text: string): string {
  return text.replace(/\s+/g, '').replaceAll('（', '(').replaceAll('）', ')').replaceAll('：', ':');
}

/** The column of a title, and the unit that it states in brackets, behind a slash, or behind 单位. */
function read(text: string): Pick<Title, 'column' | 'unit'> {
  const whole = byTitle.get(text.toUpperCase());
  if (whole) return { column: whole, unit: undefined };
  const [, name, bracket, slash] = /^(.+?)(?:\((?:单位:)?([^()]+)\)|[/／](.+))$/.exec(text) ?? [];
  return { column: byTitle.get((name ?? text).toUpperCase()), unit: bracket ?? slash };
}

function isHeader(titles: readonly Title[]): boolean {
  const known = titles.filter(({ column }) => column !== undefined);
  return known.length >= LEAST_KNOWN && known.some(({ column }) => column!.key === 'name');
}

/** Titles of the lower row take the place of the one that they are gathered under, and its unit. */
function joinRows(upper: readonly Title[], lower: readonly Title[]): Title[] {
  const known = lower.filter(({ column }) => column !== undefined);
  const over = (index: number): Title | undefined => upper.findLast((title) => title.index <= index);
  const gathered = new Set(known.map(({ index }) => over(index)));
  return [
    ...upper.filter((title) => !gathered.has(title)),
    ...lower.map((title) => ({ ...title, unit: title.unit ?? over(title.index)?.unit })),
  ].sort((a, b) => a.index - b.index);
}

function checked(
  titles: readonly Title[],
  rows: number,
  where: { readonly file: string; readonly sheet: string; readonly row: number },
): ProjectHeader {
  const columns: HeaderColumn[] = [];
  const unread: string[] = [];
  for (const { index, text, column, unit } of titles) {
    if (!column) {
      unread.push(text);
      continue;
    }
    if (columns.some((other) => other.column === column)) {
      throw new ProjectListError(
        'projects.duplicate-column',
        where,
        `有两列都是“${column.title}”`,
        '请只保留一列，或改名其中一列',
      );
    }
    columns.push({ column, index, unit: column.kind === 'area' ? unitOf(unit, text, where) : undefined });
  }
  return { rows, columns, unread };
}

function unitOf(
  unit: string | undefined,
  title: string,
  where: { readonly file: string; readonly sheet: string; readonly row: number },
): number | undefined {
  if (unit === undefined) return undefined;
  const known = areaUnit(unit);
  if (known !== undefined) return known;
  throw new ProjectListError(
    'projects.unknown-unit',
    where,
    `列“${title}”的单位“${unit}”不认识`,
    '请写成公顷、亩、平方米或平方公里',
  );
}
