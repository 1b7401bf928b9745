import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeliveredLayer } from '@tuheng/standard';
import { beforeEach, describe, expect, it } from 'vitest';
import { readDelivery } from './read-delivery.ts';
import { replaceRing } from './testing/file-geodatabase.ts';
import { srs4532, wkbPolygon, writeRawGeoPackage } from './testing/geopackage.ts';
import { geoJson, polygonsOf, reversed, square, zone44 } from './testing/samples.ts';
import { writeShapefile } from './testing/shapefile.ts';
import { useTestFolder } from './testing/test-folder.ts';
import { writeDataset } from './write-dataset.ts';

const folder = useTestFolder();
beforeEach(() => mkdir(folder.file('in')));

const ring = square(44_500_000, 5_200_000, 100);
const open = [...ring.slice(0, -2), ring[0]! + 1, ring[1]!];

/** Writes one feature of one ring, which a FileGDB first holds as `ring`. */
const formats: Readonly<Record<string, (written: readonly number[]) => Promise<string>>> = {
  GeoPackage: async (written) => {
    const path = folder.file('in/a.gpkg');
    writeRawGeoPackage(path, [{ name: 'CZKFBJ', srs: srs4532, rows: [{ geometry: wkbPolygon([written]) }] }]);
    return path;
  },
  GeoJSON: async (written) => {
    await writeFile(folder.file('in/CZKFBJ.geojson'), geoJson([written], { epsg: 4532 }));
    return folder.file('in');
  },
  Shapefile: async (written) => {
    await writeShapefile(
      folder.file('in/CZKFBJ'),
      [written],
      [{ name: Buffer.from('BSM'), length: 18, values: [] }],
    );
    return folder.file('in');
  },
  FileGDB: async (written) => {
    const path = folder.file('in/a.gdb');
    const polygons = polygonsOf([[[ring]]]);
    await writeDataset(path, 'FileGDB', [
      { name: 'CZKFBJ', crs: zone44, polygons, fields: [], columns: new Map() },
    ]);
    await replaceRing(path, ring, written);
    return path;
  },
};

async function readLayer(format: string, written: readonly number[]): Promise<DeliveredLayer> {
  const { databases } = await readDelivery(await formats[format]!(written));
  return databases[0]!.layers[0]!;
}

describe.each(Object.keys(formats))('%s', (format) => {
  it('keeps the direction of a ring', async () => {
    const { polygons, openRings } = await readLayer(format, reversed(ring));
    expect(Array.from(polygons.xy, (value) => Math.round(value * 1e4) / 1e4)).toEqual(reversed(ring));
    expect([...openRings]).toEqual([]);
  });

  it('tells of a ring that is not closed, and closes it', async () => {
    const { polygons, openRings } = await readLayer(format, open);
    const closed = [...open, ...open.slice(0, 2)];
    expect(Array.from(polygons.xy, (value) => Math.round(value * 1e4) / 1e4)).toEqual(closed);
    expect([...openRings]).toEqual([0]);
  });
});

it('a hole with the direction of an outer ring stays a hole, as it is, in a FileGDB', async () => {
  const hole = reversed(square(44_500_020, 5_200_020, 10));
  const path = join(folder.path, 'a.gdb');
  const polygons = polygonsOf([[[ring, hole]]]);
  await writeDataset(path, 'FileGDB', [
    { name: 'CZKFBJ', crs: zone44, polygons, fields: [], columns: new Map() },
  ]);
  await replaceRing(path, hole, reversed(hole));
  const [layer] = (await readDelivery(path)).databases[0]!.layers;
  expect([...layer!.polygons.polygonStart]).toEqual([0, 2]);
  const { xy, ringStart } = layer!.polygons;
  const second = xy.subarray(2 * ringStart[1]!);
  expect(Array.from(second, (value) => Math.round(value * 1e4) / 1e4)).toEqual(reversed(hole));
});
