import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy } from '../testing/delivery.ts';
import { cornersOf } from '../testing/place.ts';

const zones = (...list: [ring: number[], name: string][]) =>
  deliveredLayer(
    'GHFQ',
    list.map(([ring, GHFQMC]) => ({ ring, values: { GHFQDM: null, GHFQMC } })),
  );
const line = (code: string, ring: number[]) => deliveredLayer(code, [{ ring }]);
const farmland = line('YJJBNTBHTB', box(200, 0, 100));

describe('T-05 zones follow lines', () => {
  it('passes zones that are where the lines are', async () => {
    const delivery = deliveryOf(
      zones(
        [box(0, 0, 50, 100), '城镇集中建设区'],
        [box(50, 0, 50, 100), '特别用途区'],
        [box(100, 0, 100), '生态保护区'],
      ),
      line('CZKFBJ', box(0, 0, 100)),
      line('STBHHX', box(100, 0, 100)),
    );
    expect(await inspectBy('T-05', delivery)).toMatchObject({ status: 'passed', findings: [] });
  });

  it('finds a zone without a line, and a line without a zone', async () => {
    const delivery = deliveryOf(
      zones([box(500, 0, 100), '一般农业区'], [box(0, 0, 100), '城镇集中建设区']),
      line('CZKFBJ', box(20, 0, 100)),
    );
    const { status, findings } = await inspectBy('T-05', delivery);
    expect(status).toBe('failed');
    expect(findings).toMatchObject([
      { layer: 'CZKFBJ', row: 1, area: 2000, severity: 'warning' },
      { layer: 'GHFQ', row: 2, area: 2000, message: expect.stringContaining('城镇发展区不在城镇开发边界内') },
    ]);
    expect(cornersOf(findings[0]!)[0]).toEqual([100, 0]);
    expect(cornersOf(findings[1]!)[0]).toEqual([0, 0]);
  });

  it('says the share of farmland in its zone, but does not pass on a number nobody verified', async () => {
    const delivery = deliveryOf(zones([box(205, 0, 95, 100), '农田保护区']), farmland);
    expect(await inspectBy('T-05', delivery)).toMatchObject({
      status: 'notRun',
      reason: expect.stringMatching(/95\.0%.*未核实/),
    });
  });

  it('passes on a share that a profile verified', async () => {
    const delivery = deliveryOf(zones([box(205, 0, 95, 100), '农田保护区']), farmland);
    const profile = {
      schema: 'tuheng.profile/1' as const,
      name: '某省细则',
      parameters: { 'T-05.farmlandShare': { value: 95, source: '某文件', confidence: 'found' as const } },
    };
    const { status } = await inspectBy('T-05', delivery, {
      profiles: [{ profile, name: 'p.json', digest: '' }],
    });
    expect(status).toBe('passed');
  });

  it('finds farmland mostly outside its zone', async () => {
    const delivery = deliveryOf(zones([box(250, 0, 50, 100), '农田保护区']), farmland);
    const { findings } = await inspectBy('T-05', delivery);
    expect(findings).toMatchObject([{ layer: 'YJJBNTBHTB', row: null, measure: { value: 50, unit: '%' } }]);
  });

  it('is not run without zones', async () => {
    expect(await inspectBy('T-05', deliveryOf(farmland))).toMatchObject({ status: 'notRun', cause: 'input' });
  });
});
