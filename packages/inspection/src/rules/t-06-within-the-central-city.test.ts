import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy } from '../testing/delivery.ts';
import { cornersOf } from '../testing/place.ts';

const of = (code: string, ...rings: number[][]) =>
  deliveredLayer(
    code,
    rings.map((one) => ({ ring: one })),
  );
const zones = of('ZXCQGHFQ', box(0, 0, 100), box(100, 0, 100));

describe('T-06 within the central city', () => {
  it('passes lines in the ground of the central zones, across their borders too', async () => {
    expect(await inspectBy('T-06', deliveryOf(zones, of('ZXCQCSLX', box(50, 0, 100))))).toMatchObject({
      status: 'passed',
      findings: [],
    });
  });

  it('finds what reaches out', async () => {
    const { status, findings } = await inspectBy('T-06', deliveryOf(zones, of('ZXCQCSLX', box(150, 0, 100))));
    expect(status).toBe('failed');
    expect(findings).toMatchObject([{ layer: 'ZXCQCSLX', row: 1, area: 5000, severity: 'error' }]);
    expect(cornersOf(findings[0]!)).toEqual([
      [200, 0],
      [200, 100],
      [250, 0],
      [250, 100],
    ]);
  });

  it('takes the extent from the layer that a profile names', async () => {
    const profile = {
      schema: 'tuheng.profile/1' as const,
      name: '某省细则',
      parameters: { 'T-06.extentLayer': { value: 'CZKFBJ', source: '某文件' } },
    };
    const delivery = deliveryOf(zones, of('CZKFBJ', box(0, 0, 150, 100)));
    const { findings } = await inspectBy('T-06', delivery, {
      profiles: [{ profile, name: 'p.json', digest: '' }],
    });
    expect(findings).toMatchObject([{ layer: 'ZXCQGHFQ', row: 2, area: 5000 }]);
  });

  it('is not run without the extent', async () => {
    expect(await inspectBy('T-06', deliveryOf(of('ZXCQCSLX', box(0, 0, 100))))).toMatchObject({
      status: 'notRun',
      cause: 'input',
      reason: expect.stringContaining('ZXCQGHFQ'),
    });
  });
});
