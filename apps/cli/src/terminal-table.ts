/** Columns a text takes on a terminal: Chinese characters and full-width signs take two. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += /[\u1100-\u115f\u2e80-\uffdc]/.test(character) ? 2 : 1;
  return columns;
}

const padEnd = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - width(text)));
const padStart = (text: string, columns: number): string =>
  ' '.repeat(Math.max(0, columns - width(text))) + text;

/**
 * A table for a terminal, line by line: head, rule, rows, each row with what stands under it.
 *
 * @param right columns that are set flush right
 * @param under lines under a row, by its number
 */
export function terminalTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[],
  under: (row: number) => readonly string[] = () => [],
): string[] {
  const widths = head.map((title, i) => Math.max(width(title), ...rows.map((cells) => width(cells[i]!))));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (right.includes(i) ? padStart(cell, widths[i]!) : padEnd(cell, widths[i]!)))
      .join('  ')
      .trimEnd();
  return [
    line(head),
    widths.map((columns) => '─'.repeat(columns)).join('  '),
    ...rows.flatMap((cells, i) => [line(cells), ...under(i)]),
  ];
}
