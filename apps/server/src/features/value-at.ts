import type { Column } from '@tuheng/standard';

/** An attribute as JSON has it; null where there is none. */
export type Value = string | number | null;

export function valueAt(column: Column, row: number): Value {
  const value = column.values[row] ?? null;
  return typeof value === 'number' && !Number.isFinite(value) ? null : value;
}
