import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy, type TestFeature } from '../testing/delivery.ts';

const rows = (...identifiers: (string | null)[]): TestFeature[] =>
  identifiers.map((BSM, i) => ({ ring: box(100 * i, 0, 100), values: { BSM, XZQDM: '230898' } }));
const bsm = (serial: number, prefix = '230898') => `${prefix}0000${String(serial).padStart(8, '0')}`;

describe('A-05 unique identifiers', () => {
  it('passes numbers of their own across layers', async () => {
    const delivery = deliveryOf(
      deliveredLayer('CZKFBJ', rows(bsm(1), bsm(2))),
      deliveredLayer('GHFQ', rows(bsm(3))),
    );
    expect(await inspectBy('A-05', delivery)).toMatchObject({ status: 'passed', findings: [] });
  });

  it('finds the later of two equal ones, with the first, across layers', async () => {
    const delivery = deliveryOf(
      deliveredLayer('CZKFBJ', rows(bsm(1), bsm(2))),
      deliveredLayer('GHFQ', rows(bsm(3), bsm(2))),
    );
    const { status, findings } = await inspectBy('A-05', delivery);
    expect(status).toBe('failed');
    expect(findings).toMatchObject([
      {
        layer: 'GHFQ',
        row: 2,
        attribute: 'BSM',
        others: [{ layer: 'CZKFBJ', row: 2, bsm: bsm(2) }],
        message: `标识码 “${bsm(2)}” 与 CZKFBJ 第 2 行重复。`,
      },
    ]);
  });

  it('finds a wrong length and a wrong county', async () => {
    const layer = deliveredLayer('CZKFBJ', rows(bsm(1), '12345', bsm(2, '230899')));
    const { findings } = await inspectBy('A-05', deliveryOf(layer));
    expect(findings.map(({ row, message }) => [row, message])).toEqual([
      [2, '标识码 “12345” 不是 18 个字符。'],
      [3, `标识码 “${bsm(2, '230899')}” 不以行政区代码 230898 开头。`],
    ]);
  });

  it('asks for four zeros in a layer of changes', async () => {
    const layer = deliveredLayer('GHFQ', rows(bsm(1), '230898000100000002'), {}, 'change');
    const { findings } = await inspectBy('A-05', deliveryOf(layer));
    expect(findings).toMatchObject([{ layer: 'WHCGHFQ', row: 2 }]);
  });

  it('tells a layer of short numbers once', async () => {
    const layer = deliveredLayer('CZKFBJ', rows(...Array.from({ length: 25 }, (_, i) => `${i}`)));
    const { findings, systematic } = await inspectBy('A-05', deliveryOf(layer));
    expect(findings).toEqual([]);
    expect(systematic).toMatchObject([{ cause: 'bsm.length', layer: 'CZKFBJ', count: 25 }]);
  });

  it('asks where most of a layer has another region, and promises no repair', async () => {
    const [mostly, single] = [
      deliveredLayer('CZKFBJ', rows(bsm(1, '230899'), bsm(2, '230899'), bsm(3))),
      deliveredLayer('GHFQ', rows(bsm(4), bsm(5), bsm(6, '230899'))),
    ];
    const { findings } = await inspectBy('A-05', deliveryOf(mostly, single));
    expect(findings.map(({ layer, row, suggestion }) => [layer, row, suggestion.includes('--fix')])).toEqual([
      ['CZKFBJ', 1, false],
      ['CZKFBJ', 2, false],
      ['GHFQ', 3, true],
    ]);
  });

  it('is not run without the field', async () => {
    const layer = deliveredLayer('CZKFBJ', [{ ring: box(0, 0, 100) }], { columns: new Map() });
    const { status, reason } = await inspectBy('A-05', deliveryOf(layer));
    expect(status).toBe('notRun');
    expect(reason).toContain('图层没有 BSM 字段（见 A-01）。');
  });
});
