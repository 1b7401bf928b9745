import type { DeliveredTable } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import { deliveryOf, inspectBy } from '../testing/delivery.ts';

function inspectRows(rows: DeliveredTable['rows']) {
  const tables = [{ path: '3规划表格/表格.xlsx', sheet: '表1', rows }];
  return inspectBy('K-03', { ...deliveryOf(), tables });
}

const head = ['地类', '2020 年（公顷）', '2035 年（公顷）', '占比（%）'];

describe('K-03 table sums', () => {
  it('finds the scheme’s own error of one hectare (standards.md §0.3), in rows', async () => {
    const { status, findings } = await inspectRows([
      ['表 1 耕地', null],
      ['地类', '面积（公顷）'],
      ['耕地', 655613.9],
      ['其中：水田', 277601.44],
      ['水浇地', 289.15],
      ['旱地', 377722.31],
    ]);
    expect(status).toBe('failed');
    expect(findings).toMatchObject([
      {
        layer: '3规划表格/表格.xlsx 表1',
        row: null,
        message: '第 3 行 B 列“耕地”是 655613.90，各部分之和是 655612.90，相差 1.00。',
        measure: { value: 1, unit: '表内单位' },
      },
    ]);
  });

  it('finds it in columns, and with figures as text', async () => {
    const { findings } = await inspectRows([
      ['年份', '耕地（公顷）', '水田', '水浇地', '旱地'],
      ['2023 年', '655,612.90', '277,601.44', '289.15', '377,722.31'],
      ['2024 年', '655,613.90', '277,601.44', '289.15', '377,722.31'],
    ]);
    expect(findings).toHaveLength(1);
    expect(findings[0]!.message).toContain('第 3 行 B 列');
  });

  it('passes totals that add up, whether first or last, and takes no notice of shares', async () => {
    const rows = [
      ['林地', 10.5, 20, 40],
      ['草地', 15.25, 30, 61],
    ] as const;
    const total = ['合 计', 25.75, 50, 100] as const;
    expect((await inspectRows([head, ...rows, total])).status).toBe('passed');
    expect((await inspectRows([head, total, ...rows])).status).toBe('passed');
  });

  it('finds a wrong total in its column', async () => {
    const { findings } = await inspectRows([
      head,
      ['林地', 10.5, 20, 40],
      ['草地', 15.25, 30, 60],
      ['合计', 25.75, 51, 100],
    ]);
    expect(findings.map(({ message }) => message)).toEqual([
      '第 4 行 C 列“合计”是 51.00，各部分之和是 50.00，相差 1.00。',
    ]);
  });

  it('adds up subtotals, and their rows', async () => {
    const groups = (subtotal: number) => [
      ['单位', '面积'],
      ['甲镇', 1],
      ['乙镇', 2],
      ['小计', subtotal],
      ['丙乡', 4],
      ['丁乡', 8],
      ['小计', 12],
      ['总计', 15],
    ];
    expect((await inspectRows(groups(3))).findings).toEqual([]);
    const { findings } = await inspectRows(groups(3.5));
    expect(findings.map(({ message }) => message)).toEqual([
      '第 4 行 B 列“小计”是 3.50，各部分之和是 3.00，相差 0.50。',
      '第 8 行 B 列“总计”是 15.00，各部分之和是 15.50，相差 0.50。',
    ]);
  });

  it('counts parts of a part once', async () => {
    const rows = [
      ['地类', '面积'],
      ['耕地', 6],
      ['水田', 1],
      ['水浇地', 2],
      ['旱地', 3],
      ['林地', 4],
      ['合计', 10],
    ];
    expect(await inspectRows(rows)).toMatchObject({ status: 'passed', findings: [] });
  });

  it.each([
    [
      'of two levels',
      [
        ['地类', '面积'],
        ['农用地', 3],
        ['园地', 1],
        ['林地', 2],
        ['建设用地', 4],
        ['合计', 7],
      ],
    ],
    [
      'with a part marked 其中',
      [
        ['地类', '面积'],
        ['林地', 3],
        ['其中：公益林', 1],
        ['草地', 2],
        ['合计', 9],
      ],
    ],
    [
      'with numbered headings',
      [
        ['地类', '面积'],
        ['一、农用地', 3],
        ['林地', 2],
        ['合计', 4],
      ],
    ],
  ])('says nothing of a total %s', async (_, rows) => {
    const { status, reason, findings } = await inspectRows(rows);
    expect({ status, findings }).toEqual({ status: 'notRun', findings: [] });
    expect(reason).toContain('表的结构不明确，没有核对合计。');
  });

  it('is not run without tables', async () => {
    const { status, reason } = await inspectBy('K-03', deliveryOf());
    expect({ status, reason }).toEqual({ status: 'notRun', reason: '没有可读的规划表格（xlsx、csv）。' });
  });
});
