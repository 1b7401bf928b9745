import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy } from '../testing/delivery.ts';
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

  it('is not run without layers', async () => {
    expect((await inspectBy('G-07', deliveryOf())).status).toBe('notRun');
  });
});
