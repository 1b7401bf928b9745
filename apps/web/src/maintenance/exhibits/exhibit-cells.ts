import type { Verdict } from '../desk/queries.ts';

export type Table = Verdict['tables'][number];

/** A column as it is read: its unit, and the text of every cell. */
export interface ColumnTexts {
  readonly title: string;
  readonly unit: string;
  readonly isFigure: boolean;
  readonly cells: readonly string[];
}

const digits = (least: number, most: number) =>
  new Intl.NumberFormat('zh-CN', { minimumFractionDigits: least, maximumFractionDigits: most });
const two = digits(2, 2);
const four = digits(4, 4);
const plain = digits(0, 4);

/** Every column in one unit: areas in hectares, with four decimals where one of them is below a hectare; shares with two. */
export function columnTexts({ columns, rows }: Table): readonly ColumnTexts[] {
  return columns.map(({ title, unit }, k) => {
    const cells = rows.map((row) => row[k] ?? null);
    const isArea = unit === 'm²';
    const isSmall = cells.some((cell) => typeof cell === 'number' && cell !== 0 && Math.abs(cell) < 10_000);
    const format = isArea ? (isSmall ? four : two) : unit === '%' ? two : plain;
    return {
      title,
      unit: isArea ? 'ha' : unit,
      isFigure: unit !== '',
      cells: cells.map((cell) =>
        cell === null ? '' : typeof cell === 'string' ? cell : format.format(isArea ? cell / 10_000 : cell),
      ),
    };
  });
}
