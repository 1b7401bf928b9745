import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy } from '../testing/delivery.ts';

describe('G-03 single part', () => {
  it('passes a polygon with a hole', async () => {
    const hole = [...box(20, 20, 20)].reverse();
    const turned = Array.from({ length: hole.length / 2 }, (_, v) => [hole[2 * v + 1]!, hole[2 * v]!]).flat();
    const layer = deliveredLayer('CZKFBJ', [{ polygons: [[box(0, 0, 100), turned]] }]);
    expect(await inspectBy('G-03', deliveryOf(layer))).toMatchObject({ status: 'passed', findings: [] });
  });

  it('finds a feature of two parts, whole', async () => {
    const layer = deliveredLayer('CZKFBJ', [
      { ring: box(0, 0, 100) },
      { polygons: [[box(200, 0, 100)], [box(400, 0, 100)]] },
    ]);
    const { status, findings } = await inspectBy('G-03', deliveryOf(layer));
    expect(status).toBe('failed');
    expect(findings).toMatchObject([
      { row: 2, measure: { value: 2, unit: '个' }, geometry: { type: 'MultiPolygon' } },
    ]);
  });

  it('is not run without layers', async () => {
    expect((await inspectBy('G-03', deliveryOf())).status).toBe('notRun');
  });
});
