import { expect, test } from 'vitest';
import { columnWidths } from './column-widths.ts';

test('what is left of the room goes to the columns that grow, by their shares', () => {
  expect(columnWidths([{ width: 100 }, { width: 100, grow: 1 }, { width: 50, grow: 3 }], 450)).toEqual([
    100, 150, 200,
  ]);
});

test('no column is narrower than it wants, and none grows that does not ask for it', () => {
  expect(columnWidths([{ width: 100, grow: 1 }, { width: 100 }], 120)).toEqual([100, 100]);
  expect(columnWidths([{ width: 100 }, { width: 100 }], 900)).toEqual([100, 100]);
  expect(columnWidths([], 900)).toEqual([]);
});
