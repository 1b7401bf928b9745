import type { Parameter } from './rules-query.ts';

/** Figures after the point that are shown at most. */
const number = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 6, useGrouping: false });

/** A value of a parameter as people read it: figures with their unit, words as they are, lists with their parts apart. */
export function shownValue(value: Parameter['value'], unit: string): string {
  if (typeof value === 'number')
    return unit === '' ? number.format(value) : `${number.format(value)} ${unit}`;
  if (typeof value === 'string') return value;
  return value.join('、');
}
