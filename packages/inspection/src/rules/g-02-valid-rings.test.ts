import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy, ring } from '../testing/delivery.ts';
import { cornersOf } from '../testing/place.ts';

const reversed = (points: readonly number[]): number[] =>
  Array.from({ length: points.length / 2 }, (_, v) =>
    points.slice(points.length - 2 * v - 2).slice(0, 2),
  ).flat();
const lines = (...rings: number[][]) =>
  deliveredLayer(
    'CZKFBJ',
    rings.map((one) => ({ ring: one })),
  );

describe('G-02 valid rings', () => {
  it('passes sound polygons', async () => {
    const { status, findings } = await inspectBy('G-02', deliveryOf(lines(box(0, 0, 100), box(100, 0, 100))));
    expect({ status, findings }).toEqual({ status: 'passed', findings: [] });
  });

  it('finds a bow-tie once, at its crossing', async () => {
    const tie = ring([0, 0], [100, 100], [100, 0], [0, 100]);
    const { status, findings } = await inspectBy('G-02', deliveryOf(lines(tie)));
    expect(status).toBe('failed');
    expect(findings).toMatchObject([
      {
        layer: 'CZKFBJ',
        row: 1,
        bsm: '230898000000000001',
        severity: 'error',
        message: '外环与自身相交。',
        geometry: { type: 'Point' },
      },
    ]);
    expect(cornersOf(findings[0]!)).toEqual([[50, 50]]);
  });

  it('lets topology not pass on a layer with a bow-tie, and finds nothing there', async () => {
    const delivery = deliveryOf(lines(ring([0, 0], [100, 100], [100, 0], [0, 80])));
    for (const rule of ['G-06', 'T-01', 'T-08']) {
      expect(await inspectBy(rule, delivery)).toMatchObject({
        status: 'notRun',
        cause: 'prerequisite',
        reason: expect.stringContaining('G-02'),
        findings: [],
      });
    }
  });

  it('names the two rings that cross', async () => {
    const layer = deliveredLayer('CZKFBJ', [
      { polygons: [[box(500, 0, 10)], [box(0, 0, 100), reversed(box(90, 40, 20))]] },
    ]);
    const { findings } = await inspectBy('G-02', deliveryOf(layer));
    expect(findings.map(cornersOf)).toEqual([[[100, 40]], [[100, 60]]]);
    expect(findings[0]!.message).toBe('第 2 个部件的外环与第 2 个部件的第 1 个内环相交。');
  });

  it('puts together a stretch that the boundary runs twice', async () => {
    const wedge = [
      [box(0, 0, 100)],
      [ring([100, 0], [100, 30], [100, 60], [100, 100], [200, 100], [200, 0])],
    ];
    const { findings } = await inspectBy('G-02', deliveryOf(deliveredLayer('CZKFBJ', [{ polygons: wedge }])));
    expect(findings).toMatchObject([{ row: 1, measure: { value: 100, unit: 'm' } }]);
    expect(cornersOf(findings[0]!)).toEqual([
      [100, 0],
      [100, 30],
      [100, 60],
      [100, 100],
    ]);
  });

  it('finds a ring that runs the wrong way, and topology goes on', async () => {
    const delivery = deliveryOf(lines(box(0, 0, 100), reversed(box(200, 0, 100))));
    const { findings, systematic } = await inspectBy('G-02', delivery);
    expect(findings).toMatchObject([{ row: 2, message: expect.stringContaining('方向') }]);
    expect(systematic).toEqual([]);
    expect((await inspectBy('T-01', delivery)).status).toBe('passed');
  });

  it('names a layer once whose rings all run the wrong way', async () => {
    const rings = Array.from({ length: 5 }, (_, k) => reversed(box(200 * k, 0, 100)));
    const { status, findings, systematic } = await inspectBy('G-02', deliveryOf(lines(...rings)));
    expect({ status, findings }).toEqual({ status: 'failed', findings: [] });
    expect(systematic).toMatchObject([{ cause: 'rings.orientation', layer: 'CZKFBJ', count: 5 }]);
    expect(systematic[0]!.examples).toHaveLength(3);
  });

  it('finds a ring that the file left open', async () => {
    const layer = deliveredLayer('CZKFBJ', [{ ring: box(0, 0, 100) }, { ring: box(200, 0, 100) }], {
      openRings: Uint32Array.of(1),
    });
    const { findings } = await inspectBy('G-02', deliveryOf(layer));
    expect(findings).toMatchObject([{ row: 2, message: '环没有闭合。' }]);
    expect(cornersOf(findings[0]!)).toEqual([[200, 0]]);
  });

  it('is not run without layers', async () => {
    expect((await inspectBy('G-02', deliveryOf())).status).toBe('notRun');
  });
});
