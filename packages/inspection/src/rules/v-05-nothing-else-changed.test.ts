import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy, type TestFeature } from '../testing/delivery.ts';
import { threeLayers } from '../testing/maintenance.ts';

const zone = (ring: number[], GHFQDM: string, BSM: string): TestFeature => ({
  ring,
  values: { GHFQDM, BSM, MJ: 1 },
});
const planOf = (...features: TestFeature[]) => deliveryOf(deliveredLayer('GHFQ', features));

/** Of three zones in a row the first becomes urban in its western half. */
const filed = [
  zone(box(0, 0, 100), '510', 'a'),
  zone(box(100, 0, 100), '300', 'b'),
  zone(box(200, 0, 100), '100', 'c'),
];
const maintained = [
  zone(box(0, 0, 50, 100), '410', 'd'),
  zone(box(50, 0, 50, 100), '510', 'e'),
  zone(box(100, 0, 100), '300', 'f'),
  zone(box(200, 0, 100), '100', 'g'),
];
const change = deliveryOf(
  ...threeLayers('GHFQ', {
    before: [filed[0]!],
    change: [{ ring: box(0, 0, 50, 100), values: { WHLX: '2' } }],
    after: maintained.slice(0, 2),
  }),
);

const against = (a: TestFeature[], b: TestFeature[]) =>
  inspectBy('V-05', change, { filed: planOf(...a), maintained: planOf(...b) });

describe('V-05 nothing else changed', () => {
  it('passes where only the declared ground differs, and BSM', async () => {
    expect(await against(filed, maintained)).toMatchObject({ status: 'passed', findings: [] });
  });

  it('passes a feature that has taken up a piece of WHH', async () => {
    // The rest of the changed zone goes to its neighbour of another class … drawn as one feature.
    const grown = [
      zone(box(0, 0, 50, 100), '410', 'd'),
      zone(box(50, 0, 150, 100), '300', 'e'),
      maintained[3]!,
    ];
    expect(await against(filed, grown)).toMatchObject({ status: 'passed', findings: [] });
  });

  it('finds a value that changed outside', async () => {
    const { status, findings } = await against(filed, maintained.with(2, zone(box(100, 0, 100), '410', 'f')));
    expect(status).toBe('failed');
    expect(findings).toMatchObject([
      {
        layer: 'GHFQ',
        row: 2,
        bsm: 'b',
        attribute: 'GHFQDM',
        message: '不在维护前 WHQGHFQ 内，维护后的 GHFQDM 却与备案不同。',
      },
    ]);
  });

  it('finds ground that went and came outside, each where it is', async () => {
    const { findings } = await against(filed, maintained.with(3, zone(box(210, 0, 100), '100', 'g')));
    expect(findings.map(({ row, bsm, area, message }) => [row, bsm, area, message])).toEqual([
      [3, 'c', 1000, '有 1000.00 m² 不在维护前 WHQGHFQ 内，维护后却没有了。'],
      [4, 'g', 1000, '有 1000.00 m² 不在维护后 WHHGHFQ 内，备案库却没有。'],
    ]);
  });

  it('finds another class where the outline changed as well', async () => {
    const merged = [...maintained.slice(0, 2), zone(box(100, 0, 200, 100), '300', 'f')];
    const { findings } = await against(filed, merged);
    expect(findings).toMatchObject([{ row: 3, bsm: 'c', attribute: 'GHFQDM' }]);
  });

  it('compares layers without a set throughout', async () => {
    const boundary = (width: number) => deliveredLayer('CZKFBJ', [{ ring: box(0, 0, width, 100) }]);
    const { findings } = await inspectBy('V-05', change, {
      filed: deliveryOf(boundary(100)),
      maintained: deliveryOf(boundary(90)),
    });
    expect(findings).toMatchObject([{ layer: 'CZKFBJ', row: 1, area: 1000 }]);
  });

  it('is not run without both plans', async () => {
    const { status, reason } = await inspectBy('V-05', change, { filed: planOf(...filed) });
    expect({ status, reason }).toEqual({
      status: 'notRun',
      reason: '没有维护数据库，或没有同时提供备案库和维护后数据库。',
    });
  });
});
