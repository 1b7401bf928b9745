/** What a column wants. */
interface Wanted {
  /** Pixels, at least. */
  readonly width: number;
  /** Share of the room that is left. */
  readonly grow?: number;
}

/**
 * Pixels of each column: what it wants at least, and its share of what is then left of the room. Where no column grows, nothing of it is taken.
 *
 * @param room pixels for all of them
 */
export function columnWidths(columns: readonly Wanted[], room: number): number[] {
  const sum = (value: (column: Wanted) => number): number =>
    columns.reduce((all, column) => all + value(column), 0);
  const [least, shares] = [sum(({ width }) => width), sum(({ grow = 0 }) => grow)];
  const left = Math.max(0, room - least);
  return columns.map(({ width, grow = 0 }) => width + (shares === 0 ? 0 : (left * grow) / shares));
}
