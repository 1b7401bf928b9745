import { expect, it } from 'vitest';
import { columnTexts } from './exhibit-cells.ts';

const table = {
  title: '表',
  columns: [
    { title: '类', unit: '' },
    { title: '面积', unit: 'm²' },
    { title: '小', unit: 'm²' },
    { title: '占比', unit: '%' },
    { title: '块数', unit: '块' },
  ],
  rows: [
    ['公园绿地', 12_345_678.9, 1234.5, 61.254, 1200],
    ['合计', null, 0, 100, 2],
  ],
  note: '',
};

it('writes every column in one unit', () => {
  expect(columnTexts(table).map(({ unit, isFigure, cells }) => [unit, isFigure, ...cells])).toEqual([
    ['', false, '公园绿地', '合计'],
    ['ha', true, '1,234.57', ''],
    ['ha', true, '0.1235', '0.0000'],
    ['%', true, '61.25', '100.00'],
    ['块', true, '1,200', '2'],
  ]);
});
