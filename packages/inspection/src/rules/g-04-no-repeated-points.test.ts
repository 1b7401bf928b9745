import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy, ring } from '../testing/delivery.ts';
import { cornersOf } from '../testing/place.ts';

const repeated = (by: number) =>
  deliveryOf(
    deliveredLayer('CZKFBJ', [
      { ring: box(500, 0, 100) },
      { ring: ring([0, 0], [0, 100], [by, 100], [100, 100], [100, 0]) },
    ]),
  );

describe('G-04 no repeated points', () => {
  it('passes vertices farther apart than the tolerance', async () => {
    expect(await inspectBy('G-04', repeated(0.002))).toMatchObject({ status: 'passed', findings: [] });
  });

  it.each([
    [0, '重合'],
    [0.0005, '0.50 mm'],
  ])('finds two vertices %s m apart once, at their place', async (by, words) => {
    const { status, findings } = await inspectBy('G-04', repeated(by));
    expect(status).toBe('failed');
    expect(findings).toMatchObject([{ row: 2, message: expect.stringContaining(words) }]);
    expect(findings[0]!.measure!.value).toBeCloseTo(by, 6);
    expect(cornersOf(findings[0]!)[0]).toEqual([0, 100]);
  });

  it('is the only rule that finds a vertex that goes back by less than the tolerance', async () => {
    const back = ring([0, 0], [0, 100], [50, 100], [49.9995, 100], [100, 100], [100, 0]);
    const delivery = deliveryOf(deliveredLayer('CZKFBJ', [{ ring: back }]));
    expect((await inspectBy('G-04', delivery)).findings).toHaveLength(1);
    expect((await inspectBy('G-05', delivery)).findings).toEqual([]);
    expect((await inspectBy('G-02', delivery)).findings).toEqual([]);
  });

  it('is not run without layers', async () => {
    expect((await inspectBy('G-04', deliveryOf())).status).toBe('notRun');
  });
});
