import type { SetThreshold } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspect, inspectBy } from '../testing/delivery.ts';
import { cornersOf } from '../testing/place.ts';

describe('G-07 no narrow polygon', () => {
  it('passes a mean width of 0.5 m and more', async () => {
    const layer = deliveredLayer('CZKFBJ', [{ ring: box(0, 0, 2000, 0.6) }]);
    expect((await inspectBy('G-07', deliveryOf(layer))).status).toBe('passed');
  });

  it('finds the part that is narrower, with its mean width', async () => {
    const layer = deliveredLayer('CZKFBJ', [{ polygons: [[box(0, 0, 100)], [box(200, 0, 2000, 0.4)]] }]);
    const { status, findings } = await inspectBy('G-07', deliveryOf(layer));
    expect(status).toBe('failed');
    expect(findings).toMatchObject([{ row: 1, severity: 'warning', measure: { unit: 'm' } }]);
    expect(findings[0]!.area).toBeCloseTo(800, 4);
    expect(findings[0]!.measure!.value).toBeCloseTo((2 * 800) / 4000.8, 5);
    expect(cornersOf(findings[0]!)).toHaveLength(4);
  });

  it('judges by the width that a region set, which the rule book names', async () => {
    const layer = deliveredLayer('CZKFBJ', [{ ring: box(0, 0, 2000, 0.6) }]);
    const set: SetThreshold = {
      book: 'inspection',
      rule: 'G-07',
      parameter: 'narrowWidth',
      value: 0.8,
      source: '某文件第 3 条',
      confidence: 'found',
      reason: '省里定的',
      region: { adcode: '230898', name: '示范县' },
      by: 'zhang.san',
      at: '2026-11-30T08:00:00.000000Z',
    };
    const plain = await inspect(deliveryOf(layer));
    const { inspection } = await inspect(deliveryOf(layer), { thresholds: [set] });
    const rule = inspection.rules.find(({ rule }) => rule === 'G-07')!;
    expect(rule).toMatchObject({ status: 'failed', parameters: [{ value: 0.8, set: { by: 'zhang.san' } }] });
    expect(inspection.ruleBook.profiles).toEqual(['国家基础规则', '示范县设定的阈值']);
    expect(inspection.ruleBook.digest).not.toBe(plain.inspection.ruleBook.digest);
    expect(inspection.id).not.toBe(plain.inspection.id);
  });

  it('is not run without layers', async () => {
    expect((await inspectBy('G-07', deliveryOf())).status).toBe('notRun');
  });
});
