import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy, type TestFeature } from '../testing/delivery.ts';

const rows = (...values: NonNullable<TestFeature['values']>[]): TestFeature[] =>
  values.map((of, i) => ({ ring: box(100 * i, 0, 100), values: of }));

describe('A-09 class and attributes', () => {
  it('passes attributes that agree', async () => {
    const layer = deliveredLayer(
      'DLTB',
      rows(
        { DLBM: '0101', CZCSXM: null, TBXHDM: 'HDGD', ZZSXDM: 'LS' },
        { DLBM: '0702', CZCSXM: '203', TBXHDM: null, ZZSXDM: null },
        { DLBM: '0602', CZCSXM: '204', TBXHDM: 'FQ', ZZSXDM: null },
        { DLBM: '0301', CZCSXM: null, TBXHDM: null, ZZSXDM: 'JKHF' },
        { DLBM: '9999', CZCSXM: null, TBXHDM: 'HDGD', ZZSXDM: null },
      ),
    );
    expect(await inspectBy('A-09', deliveryOf(layer))).toMatchObject({ status: 'passed', findings: [] });
  });

  it('finds each contradiction at its row', async () => {
    const layer = deliveredLayer(
      'DLTB',
      rows(
        { DLBM: '1004', CZCSXM: ' ', TBXHDM: null, ZZSXDM: null },
        { DLBM: '0603', CZCSXM: '203', TBXHDM: null, ZZSXDM: null },
        { DLBM: '09', CZCSXM: null, TBXHDM: null, ZZSXDM: null },
        { DLBM: '0301', CZCSXM: null, TBXHDM: 'YJGD', ZZSXDM: null },
        { DLBM: '0101', CZCSXM: null, TBXHDM: 'HDGY', ZZSXDM: 'GCHF' },
      ),
    );
    const { status, findings } = await inspectBy('A-09', deliveryOf(layer));
    expect(status).toBe('failed');
    expect(
      findings.map(({ row, attribute, severity, message }) => [row, attribute, severity, message]),
    ).toEqual([
      [1, 'CZCSXM', 'error', '地类 1004 没有填写城镇村属性码。'],
      [2, 'CZCSXM', 'error', '地类 0603 的城镇村属性码应为 204，却是 203。'],
      [3, 'CZCSXM', 'error', '地类 09 的城镇村属性码应为 205，没有填写。'],
      [4, 'TBXHDM', 'error', '图斑细化代码 YJGD 只用于地类 01，图斑的地类是 0301。'],
      [5, 'TBXHDM', 'warning', '图斑细化代码 HDGY 只用于地类 0601，图斑的地类是 0101。'],
      [5, 'ZZSXDM', 'warning', '种植属性代码 GCHF 不用于耕地，图斑的地类是 0101。'],
    ]);
  });

  it('is not run without the fields', async () => {
    const one = await inspectBy('A-09', deliveryOf(deliveredLayer('DLTB', rows({ CZCSXM: '203' }))));
    expect(one.reason).toBe('DLTB：没有 DLBM 字段（见 A-01）。');
    const two = await inspectBy('A-09', deliveryOf(deliveredLayer('DLTB', rows({ DLBM: '0101' }))));
    expect({ status: two.status, reason: two.reason }).toEqual({
      status: 'notRun',
      reason: 'DLTB：没有与地类相关的属性字段（见 A-01）。',
    });
  });
});
