import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy, ring } from '../testing/delivery.ts';
import { cornersOf } from '../testing/place.ts';

describe('G-01 no empty geometry', () => {
  it('passes polygons with ground in them', async () => {
    const layer = deliveredLayer('CZKFBJ', [{ ring: box(0, 0, 100) }]);
    expect((await inspectBy('G-01', deliveryOf(layer))).status).toBe('passed');
  });

  it('finds a row without a polygon', async () => {
    const layer = deliveredLayer('CZKFBJ', [{ ring: box(0, 0, 100) }, {}]);
    const { status, findings } = await inspectBy('G-01', deliveryOf(layer));
    expect(status).toBe('failed');
    expect(findings).toMatchObject([{ row: 2, message: '要素没有图形。' }]);
    expect(findings[0]!.geometry).toBeUndefined();
  });

  it('finds a boundary that encloses nothing, where it runs, and no other rule does', async () => {
    const layer = deliveredLayer('CZKFBJ', [
      { ring: box(0, 0, 100) },
      { ring: ring([200, 0], [300, 0], [300, 50], [300, 0]) },
      { ring: ring([500, 0], [500, 0], [500, 0]) },
    ]);
    const { findings } = await inspectBy('G-01', deliveryOf(layer));
    expect(findings.map(({ row }) => row)).toEqual([2, 3]);
    expect(cornersOf(findings[0]!)).toEqual([
      [200, 0],
      [300, 0],
      [300, 50],
    ]);
    for (const rule of ['G-02', 'G-05', 'G-06', 'G-07', 'G-08', 'T-01', 'T-08'])
      expect([rule, (await inspectBy(rule, deliveryOf(layer))).findings]).toEqual([rule, []]);
  });

  it('leaves a bow-tie whose halves cancel to G-02', async () => {
    const tie = ring([0, 0], [100, 100], [100, 0], [0, 100]);
    const layer = deliveredLayer('CZKFBJ', [{ ring: tie }]);
    expect((await inspectBy('G-01', deliveryOf(layer))).findings).toEqual([]);
  });

  it('is not run where the coordinate system is unknown', async () => {
    const layer = deliveredLayer('CZKFBJ', [{}], { declared: { kind: 'missing' } });
    expect(await inspectBy('G-01', deliveryOf(layer))).toMatchObject({
      status: 'notRun',
      cause: 'prerequisite',
      reason: expect.stringContaining('S-01'),
    });
  });
});
