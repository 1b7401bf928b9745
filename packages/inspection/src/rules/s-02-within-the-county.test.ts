import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy } from '../testing/delivery.ts';
import { cornersOf } from '../testing/place.ts';

const county = deliveredLayer('XZQ', [{ ring: box(0, 0, 1000) }]);
const lines = (...rings: number[][]) =>
  deliveredLayer(
    'CZKFBJ',
    rings.map((ring) => ({ ring })),
  );

describe('S-02 within the county', () => {
  it('passes what lies in the box of the county and 300 m around', async () => {
    const delivery = deliveryOf(county, lines(box(0, 0, 100), box(1200, 0, 100)));
    expect(await inspectBy('S-02', delivery)).toMatchObject({ status: 'passed', findings: [] });
  });

  it('finds a feature farther off, whole', async () => {
    const { status, findings } = await inspectBy(
      'S-02',
      deliveryOf(county, lines(box(0, 0, 100), box(1201, 0, 100))),
    );
    expect(status).toBe('failed');
    expect(findings).toMatchObject([{ layer: 'CZKFBJ', row: 2, measure: { value: 301, unit: 'm' } }]);
    expect(cornersOf(findings[0]!)).toEqual([
      [1201, 0],
      [1201, 100],
      [1301, 0],
      [1301, 100],
    ]);
  });

  it('takes the county from the base data', async () => {
    const delivery = deliveryOf(lines(box(5000, 0, 100)));
    const { findings } = await inspectBy('S-02', delivery, { base: deliveryOf(county) });
    expect(findings).toMatchObject([{ layer: 'CZKFBJ', row: 1 }]);
  });

  it('finds coordinates that are no numbers, or beyond all reason, also without a county', async () => {
    const nan = box(200, 0, 100).with(2, Number.NaN);
    const infinite = box(400, 0, 100).with(3, Number.POSITIVE_INFINITY);
    const far = box(1e9, 0, 100);
    const { status, reason, findings } = await inspectBy(
      'S-02',
      deliveryOf(lines(box(0, 0, 100), nan, infinite, far, box(600, 0, 100))),
    );
    expect(status).toBe('failed');
    expect(reason).toMatch(/XZQ/);
    expect(findings.map(({ row }) => row)).toEqual([2, 3, 4]);
    expect(findings.every(({ geometry }) => geometry === undefined)).toBe(true);
    expect(findings[2]!.message).toMatch(/1044500000/);
  });

  it('names a misplaced layer once', async () => {
    const away = Array.from({ length: 20 }, (_, k) => box(20_000 + 200 * k, 0, 100));
    const { findings, systematic } = await inspectBy('S-02', deliveryOf(county, lines(...away)));
    expect(findings).toEqual([]);
    expect(systematic).toMatchObject([{ cause: 'crs.outside-county', layer: 'CZKFBJ', count: 20 }]);
    expect(systematic[0]!.examples).toHaveLength(3);
  });

  it('is not run on the county where nobody tells it', async () => {
    expect(await inspectBy('S-02', deliveryOf(lines(box(0, 0, 100))))).toMatchObject({
      status: 'notRun',
      cause: 'input',
      reason: expect.stringMatching(/没有行政区 XZQ/),
    });
  });
});
