import { describe, expect, it } from 'vitest';
import { box, database, deliveredLayer, inspect, ring } from '../testing/delivery.ts';
import { repaired, verticesOf } from '../testing/repaired.ts';
import { repairDelivery } from './repair-delivery.ts';

const reversed = (points: readonly number[]): number[] =>
  Array.from({ length: points.length / 2 }, (_, v) => points.slice(2 * v, 2 * v + 2))
    .reverse()
    .flat();
const outer = box(0, 0, 100);
const hole = ring([20, 20], [40, 20], [40, 40], [20, 40]);
const donut = [...outer, ...hole];
const sound = [2, 4, 6, 8, 10].map((k) => ({ ring: box(100 * k, 0, 100) }));

describe('the direction of rings', () => {
  it.each([
    ['the outer ring', reversed(outer), hole, 1],
    ['the hole', outer, reversed(hole), 1],
    ['both', reversed(outer), reversed(hole), 2],
  ])('turns %s to that of the format, vertex by vertex', async (_, first, second, turned) => {
    const { log, layer } = await repaired(
      deliveredLayer('HLFXKZX', [{ polygons: [[first, second]] }, ...sound]),
    );
    expect(log.edits).toMatchObject([
      { kind: 'orientation', row: 1, areaMoved: 0, message: `反转 ${turned} 个环的方向。` },
    ]);
    expect(verticesOf(layer('HLFXKZX').polygons, 0)).toEqual(donut);
  });

  it('is counter-clockwise in GeoJSON', async () => {
    const name = '230898演示县县级国土空间总体规划矢量数据.geojson';
    const layer = deliveredLayer('HLFXKZX', [{ polygons: [[outer, hole]] }]);
    const { context } = await inspect({
      name,
      digest: '',
      databases: [database([layer], { format: 'GeoJSON' })],
      tables: [],
    });
    const { databases } = repairDelivery(context);
    expect(verticesOf(databases[0]!.layers[0]!.polygons, 0)).toEqual([...reversed(outer), ...reversed(hole)]);
  });

  it('is put right in a shape that was mended besides, under the name of that repair', async () => {
    const twice = ring([0, 0], [100, 0], [100, 0], [100, 100], [0, 100]);
    const tie = ring([300, 0], [400, 100], [400, 0], [300, 100]);
    const { log, layer } = await repaired(
      deliveredLayer('HLFXKZX', [{ ring: twice }, { ring: tie }, ...sound.slice(2)]),
    );
    expect(log.edits.map(({ kind, row }) => [kind, row])).toEqual([
      ['repeated-points', 1],
      ['even-odd', 2],
      ['orientation', 1],
    ]);
    const { context } = await inspect({
      name: '',
      digest: '',
      databases: [database([deliveredLayer('HLFXKZX', [], { polygons: layer('HLFXKZX').polygons })])],
      tables: [],
    });
    expect(context.coverage(context.layers[0]!).wrongOrientation).toEqual([]);
  });

  it('is not asked of a scribble', async () => {
    const points = Array.from(
      { length: 400 },
      (_, k) => [(k * 7919) % 1009, (k * k * 104_729) % 1013] as const,
    );
    for (const scribble of [ring(...points), reversed(ring(...points))]) {
      const { log } = await repaired(deliveredLayer('HLFXKZX', [{ ring: scribble }]));
      expect(log.edits).toEqual([]);
    }
  });
});
