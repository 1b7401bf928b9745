import { expect, it } from 'vitest';
import { box, deliveredLayer, ring } from '../testing/delivery.ts';
import { repaired, verticesOf } from '../testing/repaired.ts';

it('takes out points that repeat exactly, in every ring, and says how many', async () => {
  const outer = ring([0, 0], [0, 0], [0, 100], [0, 100], [0, 100], [100, 100], [100, 0]);
  const hole = ring([20, 20], [40, 20], [40, 40], [40, 40], [20, 40]);
  const { log, layer } = await repaired(
    deliveredLayer('HLFXKZX', [{ polygons: [[outer, hole]] }, { ring: box(200, 0, 100) }]),
  );
  expect(log.edits).toMatchObject([
    { kind: 'repeated-points', row: 1, areaMoved: 0, message: '删去 4 个与前一点完全重合的节点。' },
  ]);
  expect(verticesOf(layer('HLFXKZX').polygons, 0)).toEqual([
    ...box(0, 0, 100),
    ...ring([20, 20], [40, 20], [40, 40], [20, 40]),
  ]);
});

it('leaves points that are only near each other: which of them is meant is not known', async () => {
  const source = deliveredLayer('HLFXKZX', [
    { ring: ring([0, 0], [0, 100], [0.0005, 100], [100, 100], [100, 0]) },
  ]);
  const { log, layer } = await repaired(source);
  expect(log.edits).toEqual([]);
  expect(layer('HLFXKZX').polygons).toBe(source.polygons);
});
