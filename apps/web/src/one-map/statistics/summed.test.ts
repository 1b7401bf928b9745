import { describe, expect, it } from 'vitest';
import { rowsOf, tabbed } from './summed.ts';

const words = { outside: '以外', sum: '合计' };
const classes = [
  { code: '300', title: '农田', colour: '#fff' },
  { code: '410', title: '城镇', colour: '#000' },
];
const regions = [
  { code: '1', name: '甲' },
  { code: '2', name: '乙\t' },
];

describe('statistics', () => {
  it('sum over townships and what lies outside of them', () => {
    const rows = rowsOf(
      {
        regions,
        classes,
        areas: [
          [10_000, 5_000],
          [20_000, 0],
        ],
        outside: [0, 100],
      },
      words,
    );
    expect(rows.map(({ kind, sum }) => [kind, sum])).toEqual([
      ['region', 15_000],
      ['region', 20_000],
      ['outside', 100],
      ['sum', 35_100],
    ]);
    expect(rows.at(-1)!.areas).toEqual([30_000, 5_100]);
  });

  it('say nothing of outside where there is none', () => {
    const rows = rowsOf(
      {
        regions,
        classes,
        areas: [
          [1, 2],
          [3, 4],
        ],
        outside: [0, 0],
      },
      words,
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['region', 'region', 'sum']);
  });

  it('are text that a spreadsheet takes', () => {
    const rows = rowsOf(
      {
        regions,
        classes,
        areas: [
          [10_000, 5_000],
          [20_000, 0],
        ],
        outside: [0, 0],
      },
      words,
    );
    expect(
      tabbed(rows, ['乡镇', '农田', '城镇', '合计'])
        .split('\n')
        .map((line) => line.split('\t')),
    ).toEqual([
      ['乡镇', '农田', '城镇', '合计'],
      ['甲', '1.0000', '0.5000', '1.5000'],
      ['乙 ', '2.0000', '0.0000', '2.0000'],
      ['合计', '3.0000', '0.5000', '3.5000'],
    ]);
  });
});
