import type { DeliveredLayer } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import { readDelivery } from './read-delivery.ts';
import { failureOf } from './testing/expect-error.ts';
import { srs4532, wkbOfParts, wkbOfPoints, wkbPolygon, writeRawGeoPackage } from './testing/geopackage.ts';
import { reversed, square } from './testing/samples.ts';
import { useTestFolder } from './testing/test-folder.ts';

const folder = useTestFolder();
const ring = square(44_500_000, 5_200_000, 100);

function write(geometries: readonly (Buffer | null)[], texts?: readonly string[]): string {
  const path = folder.file('a.gpkg');
  writeRawGeoPackage(path, [
    {
      name: 'CZKFBJ',
      srs: srs4532,
      columns: texts ? ['"BZ" TEXT', '"XX" TEXT'] : [],
      rows: geometries.map((geometry, i) => ({ geometry, ...(texts && { values: [texts[i]!, texts[i]!] }) })),
    },
  ]);
  return path;
}

async function read(
  geometries: readonly (Buffer | null)[],
  texts?: readonly string[],
): Promise<DeliveredLayer> {
  return (await readDelivery(write(geometries, texts))).databases[0]!.layers[0]!;
}

/** Rings of each feature. */
function ringCounts({ polygons: { featureStart, polygonStart } }: DeliveredLayer): number[] {
  return Array.from(
    featureStart.subarray(1),
    (end, f) => polygonStart[end]! - polygonStart[featureStart[f]!]!,
  );
}

describe('hostile geometry', () => {
  it('coordinates that are NaN, infinite, huge or all the same', async () => {
    const layer = await read([
      wkbPolygon([ring.map(() => Number.NaN)]),
      wkbPolygon([ring.map((value, i) => (i === 2 ? Number.POSITIVE_INFINITY : value))]),
      wkbPolygon([ring.map((value, i) => (i === 3 ? Number.NEGATIVE_INFINITY : value))]),
      wkbPolygon([ring.map((value) => value * 1e300)]),
      wkbPolygon([[0, 0, 0, 0, 0, 0, 0, 0]]),
      wkbPolygon([[-0, 0, 1, 0, 1, 1, 0, -0]]),
    ]);
    expect(ringCounts(layer)).toEqual([1, 1, 1, 1, 1, 1]);
    const { xy } = layer.polygons;
    expect(xy.filter(Number.isNaN).length).toBeGreaterThanOrEqual(10);
    expect(xy.filter((value) => value === Number.POSITIVE_INFINITY).length).toBeGreaterThan(0);
    expect(xy.includes(Number.NEGATIVE_INFINITY)).toBe(true);
    expect([...layer.openRings]).toEqual([]);
  });

  it('everything that is empty, in whatever it is wrapped', async () => {
    const none = wkbPolygon([]);
    const layer = await read([
      none,
      wkbPolygon([[]]),
      wkbOfParts(6, []),
      wkbOfParts(6, [none]),
      wkbOfParts(7, [none, wkbOfParts(6, [none])]),
      wkbOfParts(10, []),
      wkbOfParts(10, [wkbOfPoints(8, [])]),
      wkbOfParts(10, [wkbOfParts(9, [])]),
      wkbOfParts(12, [none, wkbOfParts(10, [])]),
      null,
    ]);
    expect(ringCounts(layer)).toEqual(Array(10).fill(0));
    expect(layer.foreign).toHaveLength(0);
  });

  it('what is left where part of a geometry is empty or too short', async () => {
    const none = wkbPolygon([]);
    const layer = await read([
      wkbOfParts(6, [none, wkbPolygon([ring])]),
      wkbPolygon([ring, []]),
      wkbPolygon([[], ring]),
      wkbPolygon([ring.slice(0, 2)]),
      wkbPolygon([ring.slice(0, 4)]),
      wkbOfParts(7, [none, wkbOfPoints(2, ring), wkbPolygon([ring])]),
    ]);
    expect(ringCounts(layer)).toEqual([1, 1, 1, 1, 1, 1]);
    expect([...layer.openRings]).toEqual([4]);
    expect([...layer.foreign]).toEqual([5]);
  });

  it('points, lines and collections of them', async () => {
    const point = Buffer.concat([wkbOfPoints(1, []).subarray(0, 5), wkbOfPoints(2, [1, 2]).subarray(9)]);
    const layer = await read([
      point,
      wkbOfPoints(2, ring),
      wkbOfParts(7, [wkbOfParts(7, [point])]),
      wkbPolygon([ring]),
    ]);
    expect([...layer.foreign]).toEqual([0, 1, 2]);
    expect(ringCounts(layer)).toEqual([0, 0, 0, 1]);
  });

  it('100,000 parts, 100,000 holes, and a ring of 1,000,000 vertices', async () => {
    const squares = Array.from({ length: 100_000 }, (_, i) =>
      square(44_500_000 + 20 * (i % 400), 5_200_000 + 20 * Math.floor(i / 400), 10),
    );
    const around = square(44_499_990, 5_199_990, 9_000);
    const circle = Array.from({ length: 2_000_000 }, (_, i) => {
      const angle = (-2 * Math.PI * Math.floor(i / 2)) / 1e6;
      return i % 2 ? 5_200_000 + 1000 * Math.sin(angle) : 44_500_000 + 1000 * Math.cos(angle);
    });
    const layer = await read([
      wkbOfParts(
        6,
        squares.map((part) => wkbPolygon([part])),
      ),
      wkbPolygon([around, ...squares.map(reversed)]),
      wkbPolygon([[...circle.slice(0), circle[0]!, circle[1]!]]),
    ]);
    expect(ringCounts(layer)).toEqual([100_000, 100_001, 1]);
    expect(layer.polygons.xy).toHaveLength(2 * (500_000 + 500_005 + 1_000_001));
  }, 60_000);

  it('attributes of a megabyte', async () => {
    const texts = ['长'.repeat(350_000), 'x'.repeat(1 << 20), ''];
    const layer = await read(
      texts.map(() => wkbPolygon([ring])),
      texts,
    );
    expect(layer.columns.get('BZ')!.values).toEqual(texts);
    expect(layer.columns.get('XX')!.values).toEqual(texts);
  });

  it.each([
    ['a type nobody knows', wkbOfParts(99, [])],
    ['fewer bytes than it says', wkbPolygon([ring]).subarray(0, 40)],
    ['no bytes', Buffer.alloc(0)],
    ['an arc of two points', wkbOfParts(10, [wkbOfPoints(8, [0, 0, 1, 1])])],
    [
      'a collection in itself a hundred times',
      Array.from({ length: 100 }).reduce<Buffer>((inner) => wkbOfParts(7, [inner]), wkbPolygon([ring])),
    ],
  ])('%s ends in a coded error', async (_, geometry) => {
    await failureOf(readDelivery(write([wkbPolygon([ring]), geometry])), 'dataset.unreadable');
  });
});
