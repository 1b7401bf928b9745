import { expect, it } from 'vitest';
import { box, deliveredLayer, ring } from '../testing/delivery.ts';
import { repaired, verticesOf } from '../testing/repaired.ts';

it('takes out rings without three corners, however often their points repeat, and repeated points besides', async () => {
  const point = ring([10, 10], [10, 10], [10, 10], [10, 10]);
  const line = ring([20, 20], [30, 30]);
  const twice = ring([0, 0], [0, 100], [0, 100], [100, 100], [100, 0]);
  const { log, layer } = await repaired(
    deliveredLayer('HLFXKZX', [{ polygons: [[twice, line], [point]] }, { ring: box(300, 0, 100) }]),
  );
  expect(log.edits.map(({ kind, row, areaMoved }) => [kind, row, areaMoved])).toEqual([
    ['even-odd', 1, 0],
    ['repeated-points', 1, 0],
  ]);
  const { polygons } = layer('HLFXKZX');
  expect([...polygons.featureStart]).toEqual([0, 1, 2]);
  expect(verticesOf(polygons, 0)).toEqual(box(0, 0, 100));
});
