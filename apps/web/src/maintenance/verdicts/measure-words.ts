import type { Verdict } from '../desk/queries.ts';

export type Measure = Verdict['measure'];

const figure = (digits: number) =>
  new Intl.NumberFormat('zh-CN', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const two = figure(2);
const four = figure(4);
const upToFour = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 4 });

export interface MeasureWords {
  readonly before: string;
  readonly after: string;
  readonly limit: string | undefined;
  /** With its sign; empty where one of the two is not known. */
  readonly delta: string;
  readonly unit: string;
}

/** A figure as it is read: areas in hectares, with four decimals where one of those beside it is below a hectare. */
export function measureWords({ before, after, limit, unit }: Measure): MeasureWords {
  const isArea = unit === 'm²';
  const scale = isArea ? 10_000 : 1;
  const shown = [before, after].map((value) => (value === null ? null : value / scale));
  const isSmall = shown.some((value) => value !== null && value !== 0 && Math.abs(value) < 1);
  const format = isArea ? (isSmall ? four : two) : upToFour;
  const words = (value: number | null | undefined): string => (value == null ? '—' : format.format(value));
  const delta = shown[0] == null || shown[1] == null ? undefined : shown[1] - shown[0];
  return {
    before: words(shown[0]),
    after: words(shown[1]),
    limit: limit === null ? undefined : format.format(limit / scale),
    delta: delta === undefined ? '' : signed(delta, format),
    unit: isArea ? 'ha' : unit,
  };
}

function signed(value: number, format: Intl.NumberFormat): string {
  const size = format.format(Math.abs(value));
  const isNothing = /^[0.]*$/.test(size);
  return isNothing ? size : `${value < 0 ? '−' : '+'}${size}`;
}
