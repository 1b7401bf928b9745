import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy, ring } from '../testing/delivery.ts';
import { cornersOf } from '../testing/place.ts';

const of = (code: string, ...rings: number[][]) =>
  deliveredLayer(
    code,
    rings.map((one) => ({ ring: one })),
  );
/** Two townships. */
const county = of('XZQ', box(0, 0, 150, 300), box(150, 0, 150, 300));

describe('T-03 covers the county', () => {
  it('passes a layer that covers the townships', async () => {
    const layer = of('GHFQ', box(0, 0, 100, 300), box(100, 0, 200, 300));
    expect(await inspectBy('T-03', deliveryOf(county, layer))).toMatchObject({
      status: 'passed',
      findings: [],
    });
  });

  it('finds ground missing at the border', async () => {
    const layer = of('GHFQ', box(0, 0, 100, 300), box(100, 0, 200, 290));
    const { status, findings } = await inspectBy('T-03', deliveryOf(county, layer));
    expect(status).toBe('failed');
    expect(findings).toMatchObject([{ layer: 'GHFQ', area: 2000, message: expect.stringContaining('空白') }]);
    expect(cornersOf(findings[0]!)).toEqual([
      [100, 290],
      [100, 300],
      [150, 300],
      [300, 290],
      [300, 300],
    ]);
    for (const rule of ['T-02', 'T-08'])
      expect((await inspectBy(rule, deliveryOf(county, layer))).findings).toEqual([]);
  });

  it('finds ground beyond the border, with the county from the base data', async () => {
    const layer = of('GHFQ', box(0, 0, 100, 300), box(100, 0, 205, 300));
    const { findings } = await inspectBy('T-03', deliveryOf(layer), { base: deliveryOf(county) });
    expect(findings).toMatchObject([{ row: 2, area: 1500, message: expect.stringContaining('超出') }]);
    expect(cornersOf(findings[0]!)[0]).toEqual([300, 0]);
  });

  it('leaves a gap in the middle to T-02', async () => {
    const layer = of(
      'GHFQ',
      ring([0, 0], [0, 300], [100, 300], [100, 200], [100, 100], [100, 0]),
      box(100, 0, 200, 100),
      box(200, 100, 100, 100),
      ring([100, 200], [100, 300], [300, 300], [300, 200], [200, 200]),
    );
    expect((await inspectBy('T-03', deliveryOf(county, layer))).findings).toEqual([]);
    expect((await inspectBy('T-02', deliveryOf(county, layer))).findings).toMatchObject([{ area: 10_000 }]);
  });

  it('passes where the border differs by no more than the tolerance', async () => {
    const layer = of('GHFQ', ring([0, 0], [0, 300], [300, 300], [300.0005, 0]));
    expect((await inspectBy('T-03', deliveryOf(county, layer))).status).toBe('passed');
  });

  it('is not run without XZQ, and says what is needed', async () => {
    expect(await inspectBy('T-03', deliveryOf(of('GHFQ', box(0, 0, 300))))).toMatchObject({
      status: 'notRun',
      cause: 'input',
      reason: expect.stringContaining('--base'),
    });
  });
});
