import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy, ring } from '../testing/delivery.ts';
import { cornersOf } from '../testing/place.ts';

const of = (points: number[]) =>
  deliveryOf(deliveredLayer('CZKFBJ', [{ ring: box(900, 0, 100) }, { ring: points }]));

describe('G-05 no sharp angle', () => {
  it('passes corners of 10° and more', async () => {
    expect((await inspectBy('G-05', of(ring([0, 0], [400, 80], [400, 0])))).status).toBe('passed');
  });

  it('finds a corner of 5° at its vertex', async () => {
    const { status, findings } = await inspectBy('G-05', of(ring([0, 0], [400, 35], [400, 0])));
    expect(status).toBe('failed');
    expect(findings).toMatchObject([{ row: 2, severity: 'warning', measure: { unit: '°' } }]);
    expect(findings[0]!.measure!.value).toBeCloseTo((Math.atan(35 / 400) * 180) / Math.PI, 5);
    expect(cornersOf(findings[0]!)).toEqual([[0, 0]]);
  });

  it('finds a spike at its tip, and no other rule does', async () => {
    const delivery = of(ring([0, 0], [0, 100], [50, 100], [50, 160], [50, 100], [100, 100], [100, 0]));
    const { findings } = await inspectBy('G-05', delivery);
    expect(findings).toMatchObject([{ row: 2, message: expect.stringContaining('毛刺') }]);
    expect(cornersOf(findings[0]!)).toEqual([[50, 160]]);
    for (const rule of ['G-02', 'G-04', 'T-01', 'T-08'])
      expect([rule, (await inspectBy(rule, delivery)).findings]).toEqual([rule, []]);
  });

  it('is not run without layers', async () => {
    expect((await inspectBy('G-05', deliveryOf())).status).toBe('notRun');
  });
});
