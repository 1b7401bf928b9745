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

describe('T-08 shared vertices', () => {
  it('passes neighbours with the same vertices', async () => {
    expect(await inspectBy('T-08', of(box(0, 0, 100), box(100, 0, 100)))).toMatchObject({
      status: 'passed',
      findings: [],
    });
  });

  it('finds a vertex that the neighbour lacks, once, with the neighbour', async () => {
    const { status, findings } = await inspectBy(
      'T-08',
      of(box(0, 0, 100), ring([100, 0], [100, 40], [100, 100], [200, 100], [200, 0])),
    );
    expect(status).toBe('failed');
    expect(findings).toMatchObject([
      {
        row: 1,
        severity: 'warning',
        others: [{ row: 2 }],
        measure: { value: 0 },
        message: '公共边上缺少第 2 行的节点，节点正在边上。',
      },
    ]);
    expect(cornersOf(findings[0]!)).toEqual([[100, 40]]);
  });

  it('finds it where two features share the vertex on the edge of a third', async () => {
    const { findings } = await inspectBy(
      'T-08',
      of(box(0, 0, 100), box(100, 0, 100, 40), box(100, 40, 100, 60)),
    );
    expect(findings).toMatchObject([{ row: 1, others: [{ row: 2 }, { row: 3 }] }]);
  });

  it.each([
    [0.0004, '离边 0.40 mm'],
    [0.000004, '离边不足 0.01 mm'],
  ])('tells of a vertex %d m beside the edge how far it is, never as nothing', async (beside, told) => {
    const { findings } = await inspectBy(
      'T-08',
      of(box(0, 0, 100), ring([100, 0], [100 + beside, 40], [100, 100], [200, 100], [200, 0])),
    );
    expect(findings.map(({ message }) => message)).toEqual([`公共边上缺少第 2 行的节点，节点${told}。`]);
  });

  it.each([
    [0.0008, '相差 0.80 mm'],
    [0.000004, '相差不足 0.01 mm'],
  ])('tells of vertices %d m apart how far, never as nothing', async (apart, told) => {
    const { findings } = await inspectBy(
      'T-08',
      of(box(0, 0, 100), ring([100, 0], [100, 100 + apart], [200, 100], [200, 0])),
    );
    expect(findings.map(({ message }) => message)).toEqual([`节点与第 2 行的节点${told}，应为同一点。`]);
  });

  it('finds vertices that nearly meet', async () => {
    const { findings } = await inspectBy(
      'T-08',
      of(box(0, 0, 100), ring([100, 0], [100, 100.0008], [200, 100], [200, 0])),
    );
    expect(findings).toMatchObject([{ measure: { value: expect.closeTo(0.0008, 5), unit: 'm' } }]);
    expect(cornersOf(findings[0]!)[0]).toEqual([100, 100]);
  });

  it('finds nothing at the corners of an overlap but says how many', async () => {
    const delivery = of(box(0, 0, 102, 100), box(100, 0, 100), box(0, -100, 200, 100));
    expect((await inspectBy('T-01', delivery)).findings).toHaveLength(1);
    const { findings, reason } = await inspectBy('T-08', delivery);
    expect(findings).toEqual([]);
    expect(reason).toMatch(/\d+ 个节点在重叠/);
  });

  it('is not run on the layers of a change', async () => {
    const layer = deliveredLayer('GHFQ', [{ ring: box(0, 0, 100) }], {}, 'after');
    expect((await inspectBy('T-08', deliveryOf(layer))).status).toBe('notRun');
  });
});
