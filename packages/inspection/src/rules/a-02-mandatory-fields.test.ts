import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy, type TestFeature } from '../testing/delivery.ts';

const row = (values: TestFeature['values'], i = 0): TestFeature => ({
  ring: box(100 * i, 0, 100),
  values: values!,
});
const zone = { YSDM: '2090020610', XZQDM: '230898', GHFQDM: '300', MJ: 10000 };

describe('A-02 mandatory fields', () => {
  it('passes filled ones', async () => {
    expect(await inspectBy('A-02', deliveryOf(deliveredLayer('GHFQ', [row(zone)])))).toMatchObject({
      status: 'passed',
      findings: [],
    });
  });

  it('finds an empty, a blank and a missing number', async () => {
    const layer = deliveredLayer('GHFQ', [
      row(zone, 0),
      row({ ...zone, XZQDM: null }, 1),
      row({ ...zone, GHFQDM: '  ' }, 2),
      row({ ...zone, MJ: null }, 3),
    ]);
    const { status, findings } = await inspectBy('A-02', deliveryOf(layer));
    expect(status).toBe('failed');
    expect(findings.map(({ row: at, attribute, severity }) => [at, attribute, severity])).toEqual([
      [2, 'XZQDM', 'error'],
      [3, 'GHFQDM', 'error'],
      [4, 'MJ', 'error'],
    ]);
    expect(findings[0]).toMatchObject({
      bsm: '230898000000000002',
      message: '必填字段 XZQDM 没有填写。',
      suggestion: '填写 XZQDM。',
    });
  });

  it('tells an empty column once', async () => {
    const layer = deliveredLayer(
      'GHFQ',
      [0, 1, 2, 3].map((i) => row({ ...zone, GHFQDM: '' }, i)),
    );
    const { findings, systematic } = await inspectBy('A-02', deliveryOf(layer));
    expect(findings).toEqual([]);
    expect(systematic).toMatchObject([
      { cause: 'attribute.empty-column', layer: 'GHFQ', attribute: 'GHFQDM', count: 4 },
    ]);
    expect(systematic[0]!.examples.map((example) => example.row)).toEqual([1, 2, 3]);
  });

  it('does not ask for a YSDM that nobody knows', async () => {
    const layer = deliveredLayer(
      'CZKFBJ',
      [0, 1].map((i) => row({ ...zone, YSDM: '' }, i)),
    );
    expect(await inspectBy('A-02', deliveryOf(layer))).toMatchObject({ status: 'passed', systematic: [] });
  });

  it('asks for the type and number of a change', async () => {
    const values = { XZQDM: '230898', YSDM: '2090020610', WHLX: null, WHBH: '20260101000001' };
    const layer = deliveredLayer('GHFQ', [row({ ...values, WHLX: '2' }), row(values)], {}, 'change');
    const { findings } = await inspectBy('A-02', deliveryOf(layer));
    expect(findings).toMatchObject([{ layer: 'WHCGHFQ', row: 2, attribute: 'WHLX' }]);
  });

  it('is not run where the layer has none of the fields', async () => {
    const layer = deliveredLayer('GHFQ', [row({})], { columns: new Map() });
    const { status, reason } = await inspectBy('A-02', deliveryOf(layer));
    expect({ status, reason }).toEqual({ status: 'notRun', reason: 'GHFQ：没有必填字段（见 A-01）。' });
  });
});
