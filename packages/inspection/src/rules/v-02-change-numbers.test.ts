import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy } from '../testing/delivery.ts';

const layer = (...numbers: (string | null)[]) =>
  deliveredLayer(
    'GHFQ',
    numbers.map((WHBH, i) => ({ ring: box(100 * i, 0, 100), values: { WHBH } })),
    {},
    'change',
  );

describe('V-02 change numbers', () => {
  it('passes days with serials', async () => {
    const { status } = await inspectBy('V-02', deliveryOf(layer('20260101000001', '20260101000002', null)));
    expect(status).toBe('passed');
  });

  it('finds another form, a day that is none, and a repeated number once', async () => {
    const { status, findings } = await inspectBy(
      'V-02',
      deliveryOf(layer('20260101000001', '2026-1-1', '20260230000001', '20260101000001')),
    );
    expect(status).toBe('failed');
    expect(findings.map(({ row, attribute, message }) => [row, attribute, message])).toEqual([
      [2, 'WHBH', '维护编号 “2026-1-1”不是 8 位日期加 6 位序号。'],
      [3, 'WHBH', '维护编号 “20260230000001”不是 8 位日期加 6 位序号。'],
      [4, 'WHBH', '维护编号 20260101000001 与第 1 行重复。'],
    ]);
    expect(findings[2]!.others).toMatchObject([{ layer: 'WHCGHFQ', row: 1 }]);
  });

  it('is not run without the field', async () => {
    const without = deliveredLayer('GHFQ', [{ ring: box(0, 0, 100) }], {}, 'change');
    const { status, reason } = await inspectBy('V-02', deliveryOf(without));
    expect({ status, reason }).toEqual({ status: 'notRun', reason: 'WHCGHFQ：没有 WHBH 字段（见 A-01）。' });
  });
});
