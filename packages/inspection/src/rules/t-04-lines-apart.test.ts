import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspect, inspectBy } from '../testing/delivery.ts';
import { cornersOf } from '../testing/place.ts';

const line = (code: string, ...rings: number[][]) =>
  deliveredLayer(
    code,
    rings.map((one) => ({ ring: one })),
  );

describe('T-04 lines apart', () => {
  it('passes lines that meet at their edges', async () => {
    const delivery = deliveryOf(
      line('STBHHX', box(0, 0, 100)),
      line('YJJBNTBHTB', box(100, 0, 100)),
      line('CZKFBJ', box(200, 0, 100)),
    );
    expect(await inspectBy('T-04', delivery)).toMatchObject({ status: 'passed', findings: [] });
  });

  it('finds the ground of every pair that overlaps', async () => {
    const delivery = deliveryOf(
      line('STBHHX', box(0, 0, 100)),
      line('YJJBNTBHTB', box(500, 0, 100), box(80, 0, 100, 50)),
      line('CZKFBJ', box(170, 0, 100)),
    );
    const { status, findings } = await inspectBy('T-04', delivery);
    expect(status).toBe('failed');
    expect(findings).toMatchObject([
      { layer: 'STBHHX', row: 1, others: [{ layer: 'YJJBNTBHTB', row: 2 }], area: 1000, severity: 'error' },
      { layer: 'YJJBNTBHTB', row: 2, others: [{ layer: 'CZKFBJ', row: 1 }], area: 500 },
    ]);
    expect(cornersOf(findings[0]!)).toEqual([
      [80, 0],
      [80, 50],
      [100, 0],
      [100, 50],
    ]);
  });

  it('tells noise along a common edge in one hint', async () => {
    const delivery = deliveryOf(
      line('STBHHX', box(0, 0, 100)),
      line('CZKFBJ', box(99.9, 0, 100, 40), box(99.95, 60, 100, 40)),
    );
    const { findings } = await inspectBy('T-04', delivery);
    expect(findings).toMatchObject([
      { severity: 'info', message: expect.stringMatching(/碎片 2 处，合计 6\.00 m²/) },
    ]);
    const { inspection } = await inspect(delivery);
    expect(inspection.rules.find(({ rule }) => rule === 'T-04')).toMatchObject({
      status: 'passed',
    });
    expect(inspection.summary.obstacles.join()).not.toContain('T-04');
  });

  it('is not run with one line only', async () => {
    expect(await inspectBy('T-04', deliveryOf(line('STBHHX', box(0, 0, 100))))).toMatchObject({
      status: 'notRun',
      cause: 'input',
    });
  });
});
