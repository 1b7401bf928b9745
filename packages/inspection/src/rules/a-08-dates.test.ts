import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy, type TestFeature } from '../testing/delivery.ts';

const rows = (...values: NonNullable<TestFeature['values']>[]): TestFeature[] =>
  values.map((of, i) => ({ ring: box(100 * i, 0, 100), values: of }));

describe('A-08 dates', () => {
  it('passes days, years and empty values', async () => {
    const layer = deliveredLayer(
      'YJJBNTBHTB',
      rows({ BHKSSJ: '20240229', SJNF: 2024 }, { BHKSSJ: '2024-12-31', SJNF: null }),
    );
    expect(await inspectBy('A-08', deliveryOf(layer))).toMatchObject({ status: 'passed', findings: [] });
  });

  it('warns of a day that is none and of a year of two digits', async () => {
    const layer = deliveredLayer(
      'YJJBNTBHTB',
      rows(
        { BHKSSJ: '20230229', SJNF: 24 },
        { BHKSSJ: '2024年', SJNF: 2024 },
        { BHKSSJ: '20240101', SJNF: 2024.5 },
      ),
    );
    const { status, findings } = await inspectBy('A-08', deliveryOf(layer));
    expect(status).toBe('failed');
    expect(
      findings.map(({ row, attribute, severity, message }) => [row, attribute, severity, message]),
    ).toEqual([
      [1, 'BHKSSJ', 'warning', 'BHKSSJ “20230229”不是有效的日期。'],
      [1, 'SJNF', 'warning', 'SJNF “24”不是有效的年份。'],
      [2, 'BHKSSJ', 'warning', 'BHKSSJ “2024年”不是有效的日期。'],
      [3, 'SJNF', 'warning', 'SJNF “2024.5”不是有效的年份。'],
    ]);
  });

  it('is not run without such a field', async () => {
    const { status, reason } = await inspectBy(
      'A-08',
      deliveryOf(deliveredLayer('DLTB', rows({ DLBM: '0101' }))),
    );
    expect({ status, reason }).toEqual({ status: 'notRun', reason: 'DLTB：没有日期或年份字段（见 A-01）。' });
  });
});
