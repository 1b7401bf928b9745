import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy, ring } from '../testing/delivery.ts';
import { cornersOf } from '../testing/place.ts';

const of = (...rings: number[][]) =>
  deliveryOf(
    deliveredLayer(
      'GHFQ',
      rings.map((one) => ({ ring: one })),
    ),
  );
const own = of(box(-1000, 0, 100), box(0, 0, 100));
const against = (...rings: number[][]) => inspectBy('T-07', own, { neighbours: [of(...rings)] });

describe('T-07 edges match neighbours', () => {
  it('passes a border that is the same on both sides', async () => {
    expect(await against(box(100, 0, 100))).toMatchObject({ status: 'passed', findings: [] });
  });

  it('finds ground that both counties claim, once', async () => {
    const { status, findings } = await against(box(95, 0, 100), box(5000, 0, 100));
    expect(status).toBe('failed');
    expect(findings).toMatchObject([
      { layer: 'GHFQ', row: 2, severity: 'warning', area: 500, others: [{ layer: 'GHFQ', row: 1 }] },
    ]);
    expect(cornersOf(findings[0]!)[0]).toEqual([95, 0]);
  });

  it('finds a gap between the counties', async () => {
    const { findings } = await against(
      ring([100, 0], [100, 20], [110, 20], [110, 60], [100, 60], [100, 100], [200, 100], [200, 0]),
    );
    expect(findings).toMatchObject([{ row: 2, area: 400, message: expect.stringContaining('缝隙') }]);
  });

  it('finds a vertex that only one side has', async () => {
    const { findings } = await against(ring([100, 0], [100, 30], [100, 100], [200, 100], [200, 0]));
    expect(findings).toMatchObject([{ row: 2, message: expect.stringContaining('只有一侧') }]);
    expect(cornersOf(findings[0]!)).toEqual([[100, 30]]);
  });

  it('finds vertices that nearly meet', async () => {
    const { findings } = await against(ring([100.0005, 0], [100, 100], [200, 100], [200, 0]));
    expect(findings).toMatchObject([{ row: 2, measure: { value: expect.closeTo(0.0005, 5) } }]);
  });

  it('is not run without neighbours', async () => {
    expect(await inspectBy('T-07', own)).toMatchObject({ status: 'notRun', cause: 'input' });
  });
});
