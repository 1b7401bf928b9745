import { open, truncate } from 'node:fs/promises';
import { type Polygons, PolygonsBuilder } from '@tuheng/geometry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zone44 } from '../testing/samples.ts';
import { useTestFolder } from '../testing/test-folder.ts';
import { decodeFlatGeobuf } from './decode.ts';
import { encodeFlatGeobuf, type PivotField } from './encode.ts';

const folder = useTestFolder();

const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const ring = fc
  .array(fc.tuple(number, number), { minLength: 3, maxLength: 6 })
  .map((points) => [...points, points[0]!].flat());
const feature = fc.record({
  polygons: fc.array(fc.array(ring, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
  text: fc.option(fc.string({ unit: 'binary', maxLength: 9 })),
  double: fc.option(number),
  integer: fc.option(fc.integer()),
  long: fc.option(fc.maxSafeInteger()),
});

function build(features: readonly { polygons: readonly (readonly number[][])[] }[]): Polygons {
  const builder = new PolygonsBuilder();
  for (const { polygons } of features) {
    for (const rings of polygons) {
      for (const points of rings) builder.addRing(points);
      builder.endPolygon();
    }
    builder.endFeature();
  }
  return builder.build();
}

let files = 0;
async function roundTrip(polygons: Polygons, fields: readonly PivotField[]) {
  const path = folder.file(`${files++}.fgb`);
  await encodeFlatGeobuf(path, { name: '图层', crs: zone44, polygons, fields });
  return decodeFlatGeobuf(path, false, (columns) =>
    columns.map(({ kind }) => (kind === 'number' ? 'number' : 'text')),
  );
}

describe('encodeFlatGeobuf and decodeFlatGeobuf', () => {
  it('give back every feature as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(feature, { maxLength: 8 }), async (features) => {
        const kinds = ['text', 'double', 'integer', 'long'] as const;
        const fields = kinds.map((type) => ({
          name: type,
          title: '标题',
          type,
          width: 0,
          valueAt: (f: number) => features[f]![type],
        }));
        const polygons = build(features);
        const decoded = await roundTrip(polygons, fields);
        expect(decoded.polygons).toEqual(polygons);
        for (const [i, kind] of kinds.entries()) {
          const expected = features.map((f) => f[kind] ?? (kind === 'text' ? null : Number.NaN));
          expect(Array.from<string | number | null>(decoded.columns[i]!.values)).toEqual(expected);
        }
        expect(decoded.counts.empty).toBe(features.filter((f) => f.polygons.length === 0).length);
      }),
      { numRuns: 60 },
    );
  });

  it('reads a file larger than a chunk', async () => {
    const points = Array.from({ length: 400_000 }, (_, i) => i);
    const features = [1, 2, 3].map(() => ({ polygons: [[points]] }));
    const polygons = build(features);
    expect((await roundTrip(polygons, [])).polygons).toEqual(polygons);
  });

  it('refuses a file that ends too early', async () => {
    const path = folder.file('cut.fgb');
    const polygons = build([{ polygons: [[[0, 0, 1, 1, 1, 0, 0, 0]]] }]);
    await encodeFlatGeobuf(path, { name: 'a', crs: zone44, polygons, fields: [] });
    const file = await open(path);
    const { size } = await file.stat();
    await file.close();
    await truncate(path, size - 5);
    await expect(decodeFlatGeobuf(path, false, () => [])).rejects.toThrow('middle of a feature');
  });
});
