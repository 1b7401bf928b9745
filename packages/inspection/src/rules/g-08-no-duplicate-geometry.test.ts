import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy, ring } from '../testing/delivery.ts';

const lines = (...rings: number[][]) =>
  deliveryOf(
    deliveredLayer(
      'CZKFBJ',
      rings.map((one) => ({ ring: one })),
    ),
  );

describe('G-08 no duplicate geometry', () => {
  it('passes neighbours', async () => {
    expect((await inspectBy('G-08', lines(box(0, 0, 100), box(100, 0, 100)))).status).toBe('passed');
  });

  it('finds every copy once, however its ring begins, and T-01 does not', async () => {
    const turned = ring([100, 100], [100, 0], [0, 0], [0, 100]);
    const delivery = lines(box(0, 0, 100), box(100, 0, 100), turned, box(0, 0, 100));
    const { status, findings } = await inspectBy('G-08', delivery);
    expect(status).toBe('failed');
    expect(findings).toMatchObject([
      { row: 3, area: 10_000, others: [{ row: 1 }] },
      { row: 4, area: 10_000, others: [{ row: 1 }] },
    ]);
    expect((await inspectBy('T-01', delivery)).findings).toEqual([]);
    expect((await inspectBy('T-08', delivery)).findings).toEqual([]);
  });

  it('is not run without layers', async () => {
    expect((await inspectBy('G-08', deliveryOf())).status).toBe('notRun');
  });
});
