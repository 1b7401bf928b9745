import { nameOf, type TableGrid, type TableRow } from './table-grid.ts';

/** A figure that is not the sum of its parts. */
export interface WrongSum {
  /** Row and column of the sheet, from 0. */
  readonly row: number;
  readonly column: number;
  /** What the figure is named. */
  readonly name: string;
  readonly figure: number;
  readonly sum: number;
}

/** What is the sum of what, by name. */
export interface SumIdentity {
  readonly whole: string;
  readonly parts: readonly string[];
}

export interface SumCheck {
  readonly wrong: readonly WrongSum[];
  /** Sums that were compared. */
  readonly compared: number;
  /** True where a total did not add up but rows may be parts of one another: then nothing is said of it. */
  readonly isUnclear: boolean;
}

const SUBTOTAL = /^小计$/;
const TOTAL = /^(合计|总计|总和|共计)$/;
/** Columns that do not add up: shares, means, numbers, years. */
const NO_SUM = /%|％|比|占|率|均|序号|代码|编码|编号|年份|年度/;
/** Two decimals of binary fractions. */
const EPSILON = 1e-6;

/** Compares all sums of a sheet, each figure once. `tolerance` is in the table's own unit. */
export function checkSums(grid: TableGrid, identities: readonly SumIdentity[], tolerance: number): SumCheck {
  const sums = new Sums(tolerance);
  for (const identity of identities) {
    sums.byRows(grid, identity);
    sums.byColumns(grid, identity);
  }
  sums.totals(grid, identities);
  return { wrong: sums.wrong, compared: sums.compared, isUnclear: sums.isUnclear };
}

class Sums {
  readonly wrong: WrongSum[] = [];
  compared = 0;
  isUnclear = false;
  readonly #tolerance: number;

  constructor(tolerance: number) {
    this.#tolerance = tolerance + EPSILON;
  }

  /** 耕地, 水田, 水浇地, 旱地 are rows. */
  byRows({ rows, headings }: TableGrid, { whole, parts }: SumIdentity): void {
    const named = (name: string) => rows.filter((row) => row.name === name);
    const [sum, ...more] = named(whole);
    const found = parts.map(named);
    if (!sum || more.length > 0 || found.some(({ length }) => length !== 1)) return;
    const terms = found.map(([row]) => row!);
    for (const [c, figure] of sum.figures.entries()) {
      if (NO_SUM.test(headings[c] ?? '') || Number.isNaN(figure)) continue;
      if (terms.some((row) => Number.isNaN(row.figures[c]))) continue;
      this.#compare(sum, c, whole, add(terms, c));
    }
  }

  /** They are columns: every row is a sum. */
  byColumns({ rows, headings }: TableGrid, { whole, parts }: SumIdentity): void {
    const columns = (name: string) =>
      headings.flatMap((heading, c) => (nameOf(heading).replace(/[（(].*[）)]$/, '') === name ? [c] : []));
    const [sum, ...more] = columns(whole);
    const found = parts.map(columns);
    if (sum === undefined || more.length > 0 || found.some(({ length }) => length !== 1)) return;
    for (const row of rows) {
      const terms = found.map(([c]) => row.figures[c!] ?? Number.NaN);
      if (Number.isNaN(row.figures[sum] ?? Number.NaN) || terms.some((term) => Number.isNaN(term))) continue;
      this.#compare(
        row,
        sum,
        `${row.name}的${whole}`,
        terms.reduce((all, term) => all + term, 0),
      );
    }
  }

  /** Rows named 小计 add up the rows since the last one; the one row named 合计 adds up those, or all rows where there are none. */
  totals({ rows, headings }: TableGrid, identities: readonly SumIdentity[]): void {
    const grand = rows.filter(({ name }) => TOTAL.test(name));
    const hasSubtotals = rows.some(({ name }) => SUBTOTAL.test(name));
    if (grand.length === 0 && !hasSubtotals) return;
    const isAtEdge = grand.length === 1 && (grand[0] === rows[0] || grand[0] === rows.at(-1));
    const unclear =
      (grand.length > 0 && !isAtEdge) ||
      rows.some(({ label }) => /^\s*(其中|[（(]?[一二三四五六七八九十]+[）)、])/.test(label));
    if (unclear) {
      this.isUnclear = true;
      return;
    }
    const others = rows.filter((row) => row !== grand[0]);
    const groups = hasSubtotals ? groupsOf(others) : undefined;
    if (hasSubtotals && !groups) {
      this.isUnclear = true;
      return;
    }
    for (const { subtotal, parts } of groups ?? []) this.#total(subtotal, parts, headings, identities);
    if (grand[0]) {
      const parts = groups ? groups.map(({ subtotal }) => subtotal) : others;
      this.#total(grand[0], parts, headings, identities);
    }
  }

  #total(
    total: TableRow,
    rows: readonly TableRow[],
    headings: readonly string[],
    identities: readonly SumIdentity[],
  ): void {
    const parts = withoutParts(rows, identities);
    for (const [c, figure] of total.figures.entries()) {
      if (NO_SUM.test(headings[c] ?? '') || Number.isNaN(figure)) continue;
      if (parts.filter((row) => !Number.isNaN(row.figures[c])).length < 2) continue;
      const sum = add(parts, c);
      if (Math.abs(figure - sum) > this.#tolerance && this.#hasNested(parts, c)) this.isUnclear = true;
      else this.#compare(total, c, total.name, sum);
    }
  }

  /** Whether some row is the sum of rows that follow it: then rows of two levels stand in one column. */
  #hasNested(rows: readonly TableRow[], c: number): boolean {
    const figures = rows.map((row) => row.figures[c]!).filter((figure) => !Number.isNaN(figure));
    return figures.some((figure, i) => {
      let sum = 0;
      for (let j = i + 1; j < figures.length && j <= i + LONGEST_RUN; j++) {
        sum += figures[j]!;
        if (j > i + 1 && figure !== 0 && Math.abs(sum - figure) <= this.#tolerance) return true;
      }
      return false;
    });
  }

  #compare(row: TableRow, column: number, name: string, sum: number): void {
    const figure = row.figures[column]!;
    this.compared++;
    const isKnown = this.wrong.some((wrong) => wrong.row === row.index && wrong.column === column);
    if (isKnown || Math.abs(figure - sum) <= this.#tolerance) return;
    this.wrong.push({ row: row.index, column, name, figure, sum });
  }
}

/** So many rows below a row are looked at for being its parts. */
const LONGEST_RUN = 60;

const add = (rows: readonly TableRow[], c: number): number =>
  rows.reduce((sum, row) => sum + (Number.isNaN(row.figures[c] ?? Number.NaN) ? 0 : row.figures[c]!), 0);

/** The rows without those that an identity says are parts of another of them. */
function withoutParts(rows: readonly TableRow[], identities: readonly SumIdentity[]): TableRow[] {
  const there = new Set(rows.map(({ name }) => name));
  const parts = new Set(
    identities.filter(({ whole }) => there.has(whole)).flatMap((identity) => identity.parts),
  );
  return rows.filter(({ name }) => !parts.has(name));
}

/** Groups that end with their 小计, or that begin with it; undefined where it is neither. */
function groupsOf(rows: readonly TableRow[]): { subtotal: TableRow; parts: TableRow[] }[] | undefined {
  const isSubtotal = (row: TableRow | undefined) => row !== undefined && SUBTOTAL.test(row.name);
  const leads = isSubtotal(rows[0]);
  if (leads === isSubtotal(rows.at(-1))) return undefined;
  const ordered = leads ? rows : rows.toReversed();
  const groups: { subtotal: TableRow; parts: TableRow[] }[] = [];
  for (const row of ordered) {
    if (isSubtotal(row)) groups.push({ subtotal: row, parts: [] });
    else groups.at(-1)!.parts.push(row);
  }
  return leads ? groups : groups.toReversed();
}
