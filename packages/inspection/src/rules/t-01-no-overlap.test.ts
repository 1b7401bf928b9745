import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy, ring } from '../testing/delivery.ts';
import { cornersOf } from '../testing/place.ts';

const of = (...rings: number[][]) =>
  deliveryOf(
    deliveredLayer(
      'CZKFBJ',
      rings.map((one) => ({ ring: one })),
    ),
  );

describe('T-01 no overlap', () => {
  it('passes neighbours', async () => {
    expect(await inspectBy('T-01', of(box(0, 0, 100), box(100, 0, 100)))).toMatchObject({
      status: 'passed',
      findings: [],
    });
  });

  it('finds the common ground of two features once', async () => {
    const { status, findings } = await inspectBy(
      'T-01',
      of(box(0, 0, 100), box(90, 20, 100), box(500, 0, 100)),
    );
    expect(status).toBe('failed');
    expect(findings).toMatchObject([
      { layer: 'CZKFBJ', row: 1, others: [{ row: 2 }], severity: 'error', area: 800 },
    ]);
    expect(findings[0]!.measure!.value).toBeCloseTo(10, 1);
    expect(cornersOf(findings[0]!)).toEqual([
      [90, 20],
      [90, 100],
      [100, 20],
      [100, 100],
    ]);
  });

  it('finds an overlap of 2 mm, and leaves one of half a millimetre to T-08', async () => {
    const shifted = (by: number) => of(box(0, 0, 100), ring([100 - by, 0], [100, 100], [200, 100], [200, 0]));
    expect((await inspectBy('T-01', shifted(0.003))).findings).toMatchObject([{ row: 1 }]);
    expect((await inspectBy('T-08', shifted(0.003))).findings).toEqual([]);
    expect((await inspectBy('T-01', shifted(0.0005))).findings).toEqual([]);
    expect((await inspectBy('T-08', shifted(0.0005))).findings).toMatchObject([
      { measure: { value: expect.closeTo(0.0005, 5) } },
    ]);
  });

  it('finds what a bow-tie takes from a neighbour away from its crossing', async () => {
    const tie = ring([0, 0], [100, 100], [100, 0], [0, 100]);
    const { status, reason, findings } = await inspectBy('T-01', of(tie, box(-50, 80, 60, 10)));
    expect(status).toBe('failed');
    expect(reason).toContain('G-02');
    expect(findings).toHaveLength(1);
  });

  it('looks at layers after a change, not before it', async () => {
    const layer = (part: 'before' | 'change' | 'after') =>
      deliveredLayer('GHFQ', [{ ring: box(0, 0, 100) }, { ring: box(50, 0, 100) }], {}, part);
    const delivery = deliveryOf(layer('before'), layer('change'), layer('after'));
    const { findings } = await inspectBy('T-01', delivery);
    expect(findings.map(({ layer: code }) => code)).toEqual(['WHCGHFQ', 'WHHGHFQ']);
  });

  it('is not run where the coordinate system is unknown', async () => {
    const layer = deliveredLayer('CZKFBJ', [{ ring: box(0, 0, 100) }], { declared: { kind: 'missing' } });
    expect(await inspectBy('T-01', deliveryOf(layer))).toMatchObject({
      status: 'notRun',
      cause: 'prerequisite',
    });
  });
});
