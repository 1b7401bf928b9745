import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, ring } from '../testing/delivery.ts';
import { repaired, verticesOf } from '../testing/repaired.ts';

describe('vertices of shared borders', () => {
  it('are put into edges in the order in which they lie on them', async () => {
    const right = ring([100, 0], [100, 20], [100, 50], [100, 90], [100, 100], [200, 100], [200, 0]);
    const left = ring([0, 0], [-100, 0], [-100, 100], [0, 100], [0, 70], [0, 30]);
    const { log, layer } = await repaired(
      deliveredLayer('GHFQ', [{ ring: box(0, 0, 100) }, { ring: right }, { ring: left }]),
    );
    expect(log.edits.map(({ kind, row, areaMoved }) => [kind, row, areaMoved])).toEqual(
      new Array(5).fill(['t-junction', 1, 0]),
    );
    expect(log.edits[0]!.message).toBe('在公共边上补入第 3 行的节点。');
    expect(verticesOf(layer('GHFQ').polygons, 0)).toEqual(
      ring([0, 0], [0, 30], [0, 70], [0, 100], [100, 100], [100, 90], [100, 50], [100, 20], [100, 0]),
    );
  });

  it('close the sliver where they lie beside the edge, and tell what that moves', async () => {
    const beside = ring([100, 0], [100.0001, 50], [100, 100], [200, 100], [200, 0]);
    const { log, layer } = await repaired(
      deliveredLayer('GHFQ', [{ ring: box(0, 0, 100) }, { ring: beside }]),
    );
    expect(log.edits).toMatchObject([
      { kind: 't-junction', row: 1, message: '在公共边上补入第 2 行的节点，边界最多移动 0.10 mm。' },
    ]);
    // ½ · 100 m · 0.1 mm
    expect(log.edits[0]!.areaMoved).toBeCloseTo(0.005, 6);
    expect(verticesOf(layer('GHFQ').polygons, 0)).toEqual(
      ring([0, 0], [0, 100], [100, 100], [100.0001, 50], [100, 0]),
    );
  });

  it('are left out where a needle would meet itself in them', async () => {
    // At the neighbour's vertex, a metre from the point, the needle is half a millimetre thick.
    const needle = ring([0, 0], [100, 0.05], [100, 0]);
    const above = ring([-50, 0], [-50, 50], [100, 50], [100, 0.05], [1, 0.0005], [0, 0]);
    const source = deliveredLayer('GHFQ', [{ ring: needle }, { ring: above }]);
    const { log, layer } = await repaired(source);
    expect(log.edits).toEqual([]);
    expect(log.refused).toMatchObject([
      { kind: 't-junction', row: 1, reason: '补入公共边上的节点会使图形自相接，原样保留。' },
    ]);
    expect(verticesOf(layer('GHFQ').polygons, 0)).toEqual(verticesOf(source.polygons, 0));
  });
});
