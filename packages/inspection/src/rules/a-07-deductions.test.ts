import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy, type TestFeature } from '../testing/delivery.ts';

const sound = { TBMJ: 10000, KCXS: 0.1, KCMJ: 1000, TBDLMJ: 9000 };
const rows = (...values: NonNullable<TestFeature['values']>[]): TestFeature[] =>
  values.map((of, i) => ({ ring: box(100 * i, 0, 100), values: of }));

describe('A-07 deductions add up', () => {
  it('passes what adds up to a hundredth, and rows without a deduction', async () => {
    const layer = deliveredLayer(
      'DLTB',
      rows(sound, { ...sound, TBDLMJ: 9000.01 }, { TBMJ: 5, TBDLMJ: 5, KCMJ: null, KCXS: null }),
    );
    expect(await inspectBy('A-07', deliveryOf(layer))).toMatchObject({ status: 'passed', findings: [] });
  });

  it('finds a wrong deduction once, and a wrong net area', async () => {
    const layer = deliveredLayer('GDBHMB', rows({ ...sound, KCMJ: 1005 }, sound, { ...sound, TBDLMJ: 9001 }));
    const { status, findings } = await inspectBy('A-07', deliveryOf(layer));
    expect(status).toBe('failed');
    expect(findings).toMatchObject([
      { row: 1, attribute: 'KCMJ', severity: 'error', measure: { value: 5, unit: 'm²' } },
      { row: 3, attribute: 'TBDLMJ', measure: { value: 1, unit: 'm²' } },
    ]);
    expect(findings[0]!.message).toBe(
      'KCMJ 与 TBMJ × KCXS 相差 5.00 m²，TBDLMJ 与 TBMJ − KCMJ 相差 5.00 m²。',
    );
  });

  it('warns of farmland, where the relation is an analogy', async () => {
    const layer = deliveredLayer('YJJBNTBHTB', rows({ YJJBNTTBMJ: 100, KCXS: 0, KCMJ: 0, YJJBNTMJ: 90 }));
    expect((await inspectBy('A-07', deliveryOf(layer))).findings).toMatchObject([
      { severity: 'warning', attribute: 'YJJBNTMJ' },
    ]);
  });

  it('is not run without the fields', async () => {
    const { status, reason } = await inspectBy('A-07', deliveryOf(deliveredLayer('DLTB', rows({ TBMJ: 5 }))));
    expect({ status, reason }).toEqual({ status: 'notRun', reason: 'DLTB：缺少面积或扣除字段（见 A-01）。' });
  });
});
