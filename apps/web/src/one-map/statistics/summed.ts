import type { Statistics } from './statistics-query.ts';

/** A row of the table: a township, the sum, or the ground outside of all townships. */
export interface StatisticsRow {
  readonly kind: 'region' | 'outside' | 'sum';
  readonly code: string;
  readonly name: string;
  /** m² by class, in the order of the classes. */
  readonly areas: readonly number[];
  /** m². */
  readonly sum: number;
}

const sumOf = (areas: readonly number[]): number => areas.reduce((sum, area) => sum + area, 0);

/** The table of statistics: townships, what lies outside of them where there is any, and the sum of all; the chart is drawn from the same rows. */
export function rowsOf(
  { regions, areas, outside, classes }: Pick<Statistics, 'regions' | 'areas' | 'outside' | 'classes'>,
  words: { readonly outside: string; readonly sum: string },
): StatisticsRow[] {
  const rows = regions.map(({ code, name }, i): StatisticsRow => {
    const own = areas[i] ?? [];
    return { kind: 'region', code, name, areas: own, sum: sumOf(own) };
  });
  if (outside.some((area) => area !== 0))
    rows.push({ kind: 'outside', code: '', name: words.outside, areas: outside, sum: sumOf(outside) });
  const total = classes.map((_, c) => sumOf(rows.map((row) => row.areas[c] ?? 0)));
  return [...rows, { kind: 'sum', code: '', name: words.sum, areas: total, sum: sumOf(total) }];
}

/** The table as text for a spreadsheet: tabs between cells, hectares with four decimals. */
export function tabbed(rows: readonly StatisticsRow[], heads: readonly string[]): string {
  const hectares = (area: number): string => (area / 10_000).toFixed(4);
  const lines = rows.map(({ name, areas, sum }) => [name, ...areas.map(hectares), hectares(sum)]);
  return [heads, ...lines]
    .map((cells) => cells.map((cell) => cell.replaceAll(/[\t\r\n]/g, ' ')).join('\t'))
    .join('\n');
}
