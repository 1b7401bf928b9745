import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy, ring } from '../testing/delivery.ts';
import { cornersOf } from '../testing/place.ts';

/** Four walls around a room of the given size, clockwise. */
const walls = (room: number) => [
  ring([0, 0], [0, 300], [100, 300], [100, 100 + room], [100, 100], [100, 0]),
  ring([100, 0], [100, 100], [100 + room, 100], [300, 100], [300, 0]),
  ring([100 + room, 100], [100 + room, 100 + room], [300, 100 + room], [300, 100]),
  ring([100, 100 + room], [100, 300], [300, 300], [300, 100 + room], [100 + room, 100 + room]),
];
const of = (code: string, rings: readonly number[][]) =>
  deliveredLayer(
    code,
    rings.map((one) => ({ ring: one })),
  );

describe('T-02 no gap', () => {
  it('passes a layer that covers its ground', async () => {
    const layer = of('GHFQ', [...walls(50), box(100, 100, 50)]);
    expect(await inspectBy('T-02', deliveryOf(layer))).toMatchObject({ status: 'passed', findings: [] });
  });

  it('finds the empty room once, with the features around', async () => {
    const { status, findings } = await inspectBy('T-02', deliveryOf(of('GHFQ', walls(50))));
    expect(status).toBe('failed');
    expect(findings).toMatchObject([
      { layer: 'GHFQ', row: 1, area: 2500, others: [{ row: 2 }, { row: 3 }, { row: 4 }] },
    ]);
    expect(cornersOf(findings[0]!)).toEqual([
      [100, 100],
      [100, 150],
      [150, 100],
      [150, 150],
    ]);
    expect((await inspectBy('T-08', deliveryOf(of('GHFQ', walls(50))))).findings).toEqual([]);
  });

  it('leaves ground missing at the border of the county to T-03', async () => {
    const county = of('XZQ', [box(0, 0, 300)]);
    const layer = of('GHFQ', [box(0, 0, 100, 300), box(100, 0, 200, 150)]);
    expect((await inspectBy('T-02', deliveryOf(county, layer))).findings).toEqual([]);
    expect((await inspectBy('T-03', deliveryOf(county, layer))).findings).toHaveLength(1);
  });

  it('leaves what a bow-tie opens to G-02, and says so', async () => {
    const room = ring([100, 100], [150, 150], [150, 100], [100, 150]);
    const delivery = deliveryOf(of('GHFQ', [...walls(50), room]));
    expect((await inspectBy('G-02', delivery)).findings).toHaveLength(1);
    expect(await inspectBy('T-02', delivery)).toMatchObject({
      status: 'notRun',
      findings: [],
      reason: expect.stringContaining('2 处（合计 1250.00 m²）在自相交处'),
    });
  });

  it('does not look at layers with gaps by their nature', async () => {
    expect(await inspectBy('T-02', deliveryOf(of('CZKFBJ', walls(50))))).toMatchObject({
      status: 'notRun',
      cause: 'input',
    });
  });
});
