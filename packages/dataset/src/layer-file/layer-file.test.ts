import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PolygonsBuilder } from '@tuheng/geometry';
import { crsOf, type Layer } from '@tuheng/standard';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLayerFile } from './read-layer-file.ts';
import { writeLayerFile } from './write-layer-file.ts';

describe('layer files', () => {
  let folder: string;
  let written = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tuheng-layer-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const again = async (layer: Layer) => {
    const path = join(folder, `${written++}.layer`);
    await writeLayerFile(path, layer);
    return readLayerFile(path);
  };

  const ring = fc.array(fc.double(), { minLength: 2, maxLength: 9 }).map((xy) => xy.slice(0, xy.length & ~1));
  const feature = fc.array(fc.array(ring, { maxLength: 3 }), { maxLength: 3 });
  const text = fc.option(fc.string({ unit: 'binary' }), { nil: null });
  const layers = fc.integer({ min: 0, max: 12 }).chain((n) => {
    const all = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: n, maxLength: n });
    return fc.record({ shapes: all(feature), text: all(text), raw: all(text), number: all(fc.double()) });
  });

  test('every layer comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(layers, async ({ shapes, text, raw, number }) => {
        const builder = new PolygonsBuilder();
        for (const polygons of shapes) {
          for (const rings of polygons) {
            for (const xy of rings) builder.addRing(xy);
            builder.endPolygon();
          }
          builder.endFeature();
        }
        const layer: Layer = {
          code: 'GHFQ',
          sourceName: '规划分区',
          crs: crsOf(4532)!,
          polygons: builder.build(),
          columns: new Map([
            ['BZ', { kind: 'text', values: text }],
            ['MC', { kind: 'text', values: text, raw }],
            ['MJ', { kind: 'number', values: Float64Array.from(number) }],
          ]),
        };
        expect(await again(layer)).toEqual(layer);
      }),
      { numRuns: 60 },
    );
  });

  test('its arrays can be shared with workers', async () => {
    const { polygons } = await again({
      code: 'XZQ',
      sourceName: 'XZQ',
      crs: crsOf(4490)!,
      polygons: new PolygonsBuilder().build(),
      columns: new Map(),
    });
    expect(polygons.xy.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  test('what is none, or was cut short, is refused', async () => {
    const path = join(folder, 'none');
    await writeFile(path, 'not a layer, but long enough to be one');
    await expect(readLayerFile(path)).rejects.toThrow('not a layer file');
    const cut = join(folder, 'cut');
    const polygons = new PolygonsBuilder().build();
    await writeLayerFile(cut, {
      ...{ code: 'XZQ', sourceName: 'XZQ', crs: crsOf(4490)!, polygons },
      columns: new Map(),
    });
    await truncate(cut, 40);
    await expect(readLayerFile(cut)).rejects.toThrow('layer file');
  });
});
