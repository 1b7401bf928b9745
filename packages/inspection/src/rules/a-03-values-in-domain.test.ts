import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy, type TestFeature } from '../testing/delivery.ts';

function rows(...values: NonNullable<TestFeature['values']>[]): TestFeature[] {
  return values.map((of, i) => ({ ring: box(100 * i, 0, 100), values: of }));
}

const landUse = (...pairs: (readonly [code: string, name: string])[]) =>
  deliveredLayer('GHYDYH', rows(...pairs.map(([YDYHFLDM, YDYHFLMC]) => ({ YDYHFLDM, YDYHFLMC }))));

describe('A-03 values in domain', () => {
  it('passes known codes and empty values', async () => {
    const delivery = deliveryOf(
      deliveredLayer(
        'DLTB',
        rows(
          { DLBM: '0101', KCDLBM: '1203', GDPDJB: '2', CZCSXM: '203A', TBXHDM: 'HDGD' },
          { DLBM: '0201K', KCDLBM: '', GDPDJB: null, CZCSXM: ' ', TBXHDM: null },
        ),
      ),
      deliveredLayer('GHFQ', rows({ YSDM: '2090020610', GHFQDM: '411' })),
      landUse(['0602', '设施农用地'], ['1207', '城镇村道路用地'], ['2303', '田坎']),
    );
    expect(await inspectBy('A-03', delivery)).toMatchObject({
      status: 'passed',
      findings: [],
      systematic: [],
    });
  });

  it('finds an unknown survey class at its row', async () => {
    const layer = deliveredLayer('DLTB', rows({ DLBM: '0101' }, { DLBM: '0199' }, { DLBM: '0103' }));
    const { status, findings } = await inspectBy('A-03', deliveryOf(layer));
    expect(status).toBe('failed');
    expect(findings).toMatchObject([
      {
        layer: 'DLTB',
        row: 2,
        bsm: '230898000000000002',
        attribute: 'DLBM',
        severity: 'error',
        message: 'DLBM “0199”不是三调工作分类。',
        suggestion: '核对并改正 DLBM。',
      },
    ]);
  });

  it('warns where the list is not verified', async () => {
    const delivery = deliveryOf(
      deliveredLayer('GHFQ', rows({ YSDM: '2090020610', GHFQDM: '99' })),
      deliveredLayer('ZXCQCSLX', rows({ YSDM: '2090020233' })),
    );
    const { findings } = await inspectBy('A-03', delivery);
    expect(findings.map(({ layer, attribute, severity }) => [layer, attribute, severity])).toEqual([
      ['GHFQ', 'GHFQDM', 'warning'],
      ['ZXCQCSLX', 'YSDM', 'warning'],
    ]);
  });

  it('tells a whole layer of unknown codes once', async () => {
    const layer = deliveredLayer(
      'DLTB',
      rows(...Array.from({ length: 30 }, (_, i) => ({ DLBM: i < 28 ? '999' : '0101' }))),
    );
    const { findings, systematic } = await inspectBy('A-03', deliveryOf(layer));
    expect(findings).toEqual([]);
    expect(systematic).toMatchObject([{ cause: 'codes.outside-domain', attribute: 'DLBM', count: 28 }]);
  });

  it('names the edition of 2020 once, and codes of neither edition besides', async () => {
    const layer = landUse(
      ['0204', '其他园地'],
      ['0602', '种植设施建设用地'],
      ['2303', '田间道'],
      ['1313', '其他公用设施用地'],
      ['0701', '城镇住宅用地'],
      ['9999', '乱写'],
    );
    const { findings, systematic } = await inspectBy('A-03', deliveryOf(layer));
    expect(systematic).toMatchObject([{ cause: 'codes.scheme-2020', attribute: 'YDYHFLDM', count: 4 }]);
    expect(systematic[0]!.examples.map(({ message }) => message)).toEqual([
      '“0204” 是 2020 年版的其他园地，2023 年版应为 0205。',
      '“0602” 是 2020 年版的种植设施建设用地，2023 年版应为 060201。',
      '“2303” 是 2020 年版的田间道，2023 年版应为 060102。',
    ]);
    expect(findings).toMatchObject([{ row: 6, attribute: 'YDYHFLDM' }]);
  });

  it('does not take a layer of 2023 with a slip for one of 2020', async () => {
    const layer = landUse(
      ['0205', '其他园地'],
      ['0602', '设施农用地'],
      ['1207', '城镇村道路用地'],
      ['2303', '田坎'],
      ['1313', '其他公用设施用地'],
    );
    const { findings, systematic } = await inspectBy('A-03', deliveryOf(layer));
    expect(systematic).toEqual([]);
    expect(findings).toMatchObject([{ row: 5, message: 'YDYHFLDM “1313”不是用地用海分类（2023 年版）。' }]);
  });

  it('is not run where no field has a list', async () => {
    const { status, reason } = await inspectBy(
      'A-03',
      deliveryOf(deliveredLayer('STBHHX', rows({ HXMC: '甲' }))),
    );
    expect({ status, reason }).toEqual({ status: 'notRun', reason: '没有带编码字段的图层。' });
  });
});
