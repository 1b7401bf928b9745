import { cp, mkdir, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { datasetErrorCodes } from './errors.ts';
import { MIB } from './limits.ts';
import { readPlan } from './read-plan.ts';
import { failureOf } from './testing/expect-error.ts';
import { srs4532, srsUtm, wkbPolygon, writeRawGeoPackage } from './testing/geopackage.ts';
import { geoJson, sampleLayer, square } from './testing/samples.ts';
import { writeShapefile } from './testing/shapefile.ts';
import { useTestFolder } from './testing/test-folder.ts';
import { zipBytes, zipFolder } from './testing/zip-file.ts';
import { writeDataset } from './write-dataset.ts';

// Each test also sees that its temporary folders are gone (`useTestFolder`).
const folder = useTestFolder();
const ring = square(44_500_000, 5_200_000, 100);

async function gdb(name = 'a.gdb'): Promise<string> {
  await writeDataset(folder.file(name), 'FileGDB', [sampleLayer(), sampleLayer('STBHHX')]);
  return folder.file(name);
}

/** The table files of the layers, the last one written last. */
async function layerTables(path: string): Promise<string[]> {
  const files = await readdir(path);
  return files.filter((file) => /^a0000000[9a-f]\.gdbtable$/.test(file)).sort();
}

describe('hostile and broken input', () => {
  it('a path that does not exist', async () => {
    const error = await failureOf(readPlan(folder.file('没有.gdb')), 'dataset.not-found');
    expect(error.message).toBe('没有.gdb：没有这个文件或文件夹。请检查路径是否写对。');
  });

  it('a text file named .zip', async () => {
    await writeFile(folder.file('a.zip'), 'this is no zip');
    await failureOf(readPlan(folder.file('a.zip')), 'dataset.not-a-zip');
  });

  it('a zip that is encrypted, leaves its folder, or explodes', async () => {
    const data = Buffer.from('x');
    const read = async (entry: Parameters<typeof zipBytes>[0][number]) => {
      await writeFile(folder.file('a.zip'), zipBytes([entry]));
      return readPlan(folder.file('a.zip'));
    };
    await failureOf(read({ name: 'a', data, flags: 1 }), 'dataset.encrypted');
    await failureOf(read({ name: '../../a', data }), 'dataset.path-traversal');
    await failureOf(read({ name: 'a', data: Buffer.alloc(64 * MIB) }), 'dataset.zip-bomb');
    await failureOf(read({ name: 'a.txt', data }), 'dataset.unsupported-format');
  });

  it('a zip cut in two', async () => {
    await zipFolder(await gdb(), folder.file('a.zip'));
    await truncate(folder.file('a.zip'), (await stat(folder.file('a.zip'))).size - 200);
    await failureOf(readPlan(folder.file('a.zip')), 'dataset.unreadable');
  });

  it('a FileGDB with a truncated table, catalogue, or index', async () => {
    const path = await gdb();
    const [table] = await layerTables(path);
    const damages = [
      (copy: string) => truncate(join(copy, table!), 700),
      (copy: string) => truncate(join(copy, table!), 20),
      (copy: string) => truncate(join(copy, 'a00000001.gdbtable'), 100),
      (copy: string) => truncate(join(copy, `${table!.slice(0, 9)}.gdbtablx`), 30),
    ];
    for (const [i, damage] of damages.entries()) {
      const copy = folder.file(`${i}.gdb`);
      await cp(path, copy, { recursive: true });
      await damage(copy);
      await failureOf(readPlan(copy), 'dataset.unreadable');
    }
  });

  it('a FileGDB without the table of a layer, which GDAL would pass over in silence', async () => {
    const path = await gdb();
    const table = (await layerTables(path)).at(-1)!;
    await rm(join(path, table));
    const error = await failureOf(readPlan(path), 'dataset.unreadable');
    expect(error.message).toContain('STBHHX');
    expect(error.message).toContain(table);
  });

  it('an empty folder named .gdb', async () => {
    await mkdir(folder.file('a.gdb'));
    await failureOf(readPlan(folder.file('a.gdb')), 'dataset.unreadable');
  });

  it('a Shapefile with a truncated geometry, index or table, or without one of them', async () => {
    const table = [
      { name: Buffer.from('BSM'), length: 18, values: [1, 2, 3].map((i) => Buffer.from(`${i}`)) },
    ];
    const rings = [0, 1, 2].map((i) => square(44_500_000 + 200 * i, 5_200_000, 100));
    const damages = [
      (stem: string) => truncate(`${stem}.shp`, 300),
      (stem: string) => truncate(`${stem}.shx`, 108),
      (stem: string) => truncate(`${stem}.dbf`, 90),
      (stem: string) => rm(`${stem}.dbf`),
      (stem: string) => rm(`${stem}.shx`),
    ];
    await mkdir(folder.file('whole'));
    await writeShapefile(folder.file('whole/CZKFBJ'), rings, table);
    expect((await readPlan(folder.file('whole'))).layers.size).toBe(1);
    for (const [i, damage] of damages.entries()) {
      const copy = folder.file(`${i}`);
      await cp(folder.file('whole'), copy, { recursive: true });
      await damage(join(copy, 'CZKFBJ'));
      await failureOf(readPlan(copy), 'dataset.unreadable');
    }
  });

  it('a truncated GeoPackage, and one that is open elsewhere', async () => {
    await writeDataset(folder.file('a.gpkg'), 'GeoPackage', [sampleLayer()]);
    await writeFile(folder.file('a.gpkg-wal'), 'pages');
    await failureOf(readPlan(folder.file('a.gpkg')), 'dataset.in-use');
    await rm(folder.file('a.gpkg-wal'));
    await truncate(folder.file('a.gpkg'), 60_000);
    await failureOf(readPlan(folder.file('a.gpkg')), 'dataset.unreadable');
  });

  it('a truncated GeoJSON file', async () => {
    await writeFile(folder.file('CZKFBJ.geojson'), geoJson([ring], { epsg: 4532 }).slice(0, -40));
    await failureOf(readPlan(folder.file('CZKFBJ.geojson')), 'dataset.unreadable');
  });

  it('a GeoPackage without a known layer; layer names cannot pass for options of GDAL', async () => {
    const rows = [{ geometry: wkbPolygon([ring]) }];
    writeRawGeoPackage(folder.file('a.gpkg'), [
      { name: '-overwrite.CZKFBJ', srs: srs4532, rows },
      { name: 'bell\u0007', srs: srs4532, rows },
    ]);
    const error = await failureOf(readPlan(folder.file('a.gpkg')), 'dataset.no-known-layer');
    expect(error.message).toContain('-overwrite.CZKFBJ、bell?');
  });

  it('a wrong CRS, and coordinates that are no numbers', async () => {
    writeRawGeoPackage(folder.file('a.gpkg'), [
      { name: 'CZKFBJ', srs: srsUtm, rows: [{ geometry: wkbPolygon([ring]) }] },
    ]);
    await failureOf(readPlan(folder.file('a.gpkg')), 'dataset.wrong-crs');
    const nan = [...ring];
    nan[3] = Number.NaN;
    writeRawGeoPackage(folder.file('b.gpkg'), [
      { name: 'CZKFBJ', srs: srs4532, rows: [{ geometry: wkbPolygon([nan]) }] },
    ]);
    await failureOf(readPlan(folder.file('b.gpkg')), 'dataset.not-finite');
  });

  it('GDAL killed at its time limit', async () => {
    await writeFile(folder.file('CZKFBJ.geojson'), geoJson([ring], { epsg: 4532 }));
    const limits = { seconds: 0.001 };
    const error = await failureOf(
      readPlan(folder.file('CZKFBJ.geojson'), { limits }),
      'dataset.gdal-timeout',
    );
    expect(error.message).toContain('0.001 秒');
  });

  it.skipIf(process.platform !== 'linux')(
    'GDAL killed at its memory limit (watched on Linux only)',
    async () => {
      await writeFile(folder.file('CZKFBJ.geojson'), geoJson([ring], { epsg: 4532 }));
      await failureOf(
        readPlan(folder.file('CZKFBJ.geojson'), { limits: { memoryMB: 60 } }),
        'dataset.gdal-memory',
      );
    },
  );

  it('every error code belongs to the dataset', () => {
    expect(datasetErrorCodes.every((code) => code.startsWith('dataset.'))).toBe(true);
  });
});
