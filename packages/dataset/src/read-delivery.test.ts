import { cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { CGCS2000, textAt } from '@tuheng/standard';
import { afterAll, describe, expect, it } from 'vitest';
import { DatasetError } from './errors.ts';
import { planOf } from './plan-of.ts';
import { readDelivery } from './read-delivery.ts';
import { readPlan } from './read-plan.ts';
import { failureOf } from './testing/expect-error.ts';
import { gbk } from './testing/gbk.ts';
import {
  srs4532,
  srsCompound,
  srsNone,
  srsUtm,
  wkbOfParts,
  wkbOfPoints,
  wkbPolygon,
  writeRawGeoPackage,
} from './testing/geopackage.ts';
import { hasOgrinfo, ogr2ogr } from './testing/programs.ts';
import { geoJson, sampleLayer, square } from './testing/samples.ts';
import { writeShapefile } from './testing/shapefile.ts';
import { useTestFolder } from './testing/test-folder.ts';
import { zipBytes, zipFolder } from './testing/zip-file.ts';
import { writeWorkbook } from './workbook/write-workbook.ts';
import { writeDataset } from './write-dataset.ts';

const folder = useTestFolder();
const ring = square(44_500_000, 5_200_000, 100);

async function raw(name: string, ...layers: Parameters<typeof writeRawGeoPackage>[1][number][]) {
  writeRawGeoPackage(folder.file(name), layers);
  const { databases } = await readDelivery(folder.file(name));
  return databases[0]!;
}

describe('readDelivery of a database', () => {
  it('reads layers of the plan and of its maintenance, and tells of the others', async () => {
    const path = folder.file('a.gdb');
    const named = (name: string) => ({ ...sampleLayer(), name });
    await writeDataset(path, 'FileGDB', ['CZKFBJ', 'WHQCZKFBJ', 'WHCCZKFBJ', 'TEMP'].map(named));
    const { databases, files } = await readDelivery(path);
    expect(files).toBeUndefined();
    expect(databases[0]!.layers.map(({ code, part }) => [code, part])).toEqual([
      ['CZKFBJ', 'plan'],
      ['WHQCZKFBJ', 'before'],
      ['WHCCZKFBJ', 'change'],
    ]);
    expect(databases[0]!.otherLayers).toMatchObject([{ sourceName: 'TEMP', reason: 'unknown' }]);
    expect([...planOf(databases[0]!).layers.keys()]).toEqual(['CZKFBJ']);
  });

  it('reads the height system that was written with a database', async () => {
    const path = folder.file('a.gdb');
    await writeDataset(path, 'FileGDB', [{ ...sampleLayer(), crs: CGCS2000, vertical: 5737 }]);
    const [layer] = (await readDelivery(path)).databases[0]!.layers;
    expect(layer!.declared).toMatchObject({ kind: 'known', crs: { epsg: 4490 }, vertical: 5737 });
  });

  it('tells the fields as the file declares them', async () => {
    const path = folder.file('a.gdb');
    await writeDataset(path, 'FileGDB', [sampleLayer()]);
    const [layer] = (await readDelivery(path)).databases[0]!.layers;
    const field = layer!.fields.find(({ name }) => name === 'XZQDM');
    expect(field).toMatchObject({ type: 'text', length: 12 });
  });

  it('takes names that a profile adds', async () => {
    writeRawGeoPackage(folder.file('a.gpkg'), [
      {
        name: '我的边界',
        srs: srs4532,
        columns: ['"代码" TEXT'],
        rows: [{ geometry: wkbPolygon([ring]), values: ['230899'] }],
      },
    ]);
    const aliases = { layers: { 我的边界: 'CZKFBJ' }, fields: { CZKFBJ: { 代码: 'XZQDM' } } };
    const [layer] = (await readDelivery(folder.file('a.gpkg'), { aliases })).databases[0]!.layers;
    expect(layer!.code).toBe('CZKFBJ');
    expect(textAt(layer!, 'XZQDM', 0)).toBe('230899');
  });

  it('keeps what readPlan refuses: no CRS, no number, a layer given twice', async () => {
    const database = await raw(
      'a.gpkg',
      { name: 'CZKFBJ', srs: srsNone, rows: [{ geometry: wkbPolygon([ring]) }] },
      { name: 'GHFQ', srs: srs4532, rows: [{ geometry: wkbPolygon([[Number.NaN, ...ring.slice(1)]]) }] },
      { name: '城镇开发边界', srs: srs4532, rows: [{ geometry: wkbPolygon([ring]) }] },
    );
    expect(database.layers.map(({ code, declared }) => [code, declared.kind])).toEqual([
      ['CZKFBJ', 'missing'],
      ['GHFQ', 'known'],
    ]);
    expect(database.layers[1]!.polygons.xy.some(Number.isNaN)).toBe(true);
    expect(database.otherLayers).toMatchObject([
      { sourceName: '城镇开发边界', reason: 'duplicate', code: 'CZKFBJ' },
    ]);
    await failureOf(readPlan(folder.file('a.gpkg')), 'dataset.duplicate-layer');
  });

  it('marks arcs, foreign parts and open rings, and names the height system', async () => {
    const arc = wkbOfParts(10, [wkbOfPoints(8, [0, 0, 50, 50, 100, 0, 50, -50, 0, 0])]);
    const database = await raw('a.gpkg', {
      name: 'CZKFBJ',
      srs: srsCompound,
      rows: [
        { geometry: wkbPolygon([ring.slice(0, -2)]) },
        { geometry: arc },
        { geometry: wkbOfParts(7, [wkbPolygon([ring]), wkbOfPoints(2, [0, 0, 1, 1])]) },
        { geometry: null },
      ],
    });
    const [layer] = database.layers;
    expect([...layer!.openRings]).toEqual([0]);
    expect([...layer!.curved]).toEqual([1]);
    expect([...layer!.foreign]).toEqual([2]);
    expect(layer!.declared).toMatchObject({ kind: 'known', vertical: 5737 });
  });

  it('tells of the Shapefiles nobody knows what they are, without opening them', async () => {
    await mkdir(folder.file('in'));
    await writeShapefile(
      folder.file('in/CZKFBJ'),
      [ring],
      [{ name: gbk('备注'), length: 10, values: [gbk('甲')] }],
    );
    await writeShapefile(folder.file('in/临时'), [ring, ring], []);
    await truncate(folder.file('in/临时.dbf'), 20);
    const [database] = (await readDelivery(folder.file('in'))).databases;
    expect(database!.otherLayers).toEqual([
      { sourceName: '临时.shp', geometryType: 'Polygon', features: 2, reason: 'unknown' },
    ]);
    expect(database!.layers[0]).toMatchObject({ code: 'CZKFBJ', encoding: 'GBK' });
    expect(textAt(database!.layers[0]!, 'BZ', 0)).toBe('甲');
  });

  it('names personal fields without their values', async () => {
    const database = await raw('a.gpkg', {
      name: 'YJJBNTBHTB',
      srs: srs4532,
      columns: ['LXDH TEXT(20)', 'BSM TEXT(18)', 'PIC BLOB'],
      rows: [{ geometry: wkbPolygon([ring]), values: ['13000000000', '1', null] }],
    });
    const [layer] = database.layers;
    expect(layer!.fields).toEqual([
      { sourceName: 'LXDH', name: 'LXDH', type: 'text', length: 20, dropped: 'personal' },
      { sourceName: 'BSM', name: 'BSM', type: 'text', length: 18 },
      { sourceName: 'PIC', name: null, type: undefined, length: 0, dropped: 'binary' },
    ]);
    expect([...layer!.columns.keys()]).toEqual(['BSM']);
  });

  it('tells of a known name on lines', async () => {
    const database = await raw(
      'a.gpkg',
      {
        name: 'CZKFBJ',
        srs: srs4532,
        geometryType: 'LINESTRING',
        rows: [{ geometry: wkbOfPoints(2, ring) }],
      },
      { name: 'STBHHX', srs: srs4532, rows: [{ geometry: wkbPolygon([ring]) }] },
    );
    expect(database.otherLayers).toEqual([
      {
        sourceName: 'CZKFBJ',
        geometryType: 'LineString',
        features: 1,
        code: 'CZKFBJ',
        reason: 'not-polygons',
      },
    ]);
    expect(database.layers.map(({ code }) => code)).toEqual(['STBHHX']);
  });

  it('gives no layer, a foreign CRS and swapped axes without a word of refusal, which planOf speaks', async () => {
    const none = await raw('a.gpkg', { name: 'TEMP', srs: srs4532, rows: [] });
    expect(none.layers).toEqual([]);
    expect(() => planOf(none)).toThrow(DatasetError);
    const foreign = await raw('b.gpkg', {
      name: 'CZKFBJ',
      srs: srsUtm,
      rows: [{ geometry: wkbPolygon([ring]) }],
    });
    expect(foreign.layers[0]!.declared.kind).toBe('other');
    expect(() => planOf(foreign)).toThrow('UTM');
    const swapped = ring.map((_, i) => ring[i % 2 ? i - 1 : i + 1]!);
    const axes = await raw('c.gpkg', {
      name: 'CZKFBJ',
      srs: srs4532,
      rows: [{ geometry: wkbPolygon([swapped]) }],
    });
    expect([...axes.layers[0]!.polygons.xy]).toEqual(swapped);
    expect(() => planOf(axes)).toThrow('互换');
  });

  it('leaves the layers of a maintenance database out of a plan and names them', async () => {
    const layer = (name: string) => ({ name, srs: srs4532, rows: [{ geometry: wkbPolygon([ring]) }] });
    const { layers, notes } = planOf(await raw('a.gpkg', layer('CZKFBJ'), layer('WHQGHFQ')));
    expect([...layers.keys()]).toEqual(['CZKFBJ']);
    expect(notes.some(({ message }) => message.includes('WHQGHFQ'))).toBe(true);
    const only = await raw('b.gpkg', layer('WHQGHFQ'));
    expect(() => planOf(only)).toThrow('WHQGHFQ');
  });

  it('fails where there is nothing', async () => {
    await failureOf(readDelivery(folder.file('没有')), 'dataset.not-found');
  });
});

/** Where temporary folders lie before the tests have their own. */
const outside = tmpdir();
/** Holds a package that is made once for the tests that begin with one. */
let made: string | undefined;
afterAll(async () => {
  if (made) await rm(made, { recursive: true });
});

async function writePackage(root: string): Promise<void> {
  if (!made) {
    const parent = await mkdtemp(join(outside, 'package-'));
    await makePackage(join(parent, '成果'));
    made = parent;
  }
  await cp(join(made, '成果'), root, { recursive: true });
}

async function makePackage(root: string): Promise<void> {
  for (const part of ['1规划文本', '3规划表格', '4矢量数据'])
    await mkdir(join(root, part), { recursive: true });
  await writeFile(join(root, '1规划文本', 'a.pdf'), '%PDF-1.4');
  await writeFile(join(root, '1规划文本', 'b.pdf'), 'no pdf');
  await writeFile(join(root, '3规划表格', '面积.csv'), gbk('地类,面积\r\n"水田","1,5"\r\n合计,2.50\r\n'));
  const table = {
    name: '面积',
    columns: [{ title: '地类', width: 10, kind: 'text' as const }],
    rows: [['=1+1'], ['水田']],
  };
  await writeWorkbook(join(root, '3规划表格', '面积.xlsx'), [table]);
  await writeDataset(join(root, '4矢量数据', '甲.gdb'), 'FileGDB', [sampleLayer()]);
  await writeDataset(join(root, '4矢量数据', '乙.gpkg'), 'GeoPackage', [sampleLayer('STBHHX')]);
  await mkdir(join(root, '4矢量数据', '坏.gdb'));
}

describe('readDelivery of a package', () => {
  it('lists its files, reads all its databases and tables, and tells what cannot be read', async () => {
    const root = folder.file('成果');
    await writePackage(root);
    const { files, databases, tables } = await readDelivery(root);
    expect(files!.map(({ path, unreadable }) => [path, unreadable !== undefined])).toEqual([
      ['1规划文本/a.pdf', false],
      ['1规划文本/b.pdf', true],
      ['3规划表格/面积.csv', false],
      ['3规划表格/面积.xlsx', false],
      ['4矢量数据/乙.gpkg', false],
      ['4矢量数据/坏.gdb', false],
      ['4矢量数据/甲.gdb', false],
    ]);
    expect(databases.map(({ name, layers, failure }) => [name, layers.length, failure?.code])).toEqual([
      ['乙.gpkg', 1, undefined],
      ['坏.gdb', 0, 'dataset.unreadable'],
      ['甲.gdb', 1, undefined],
    ]);
    expect(tables).toEqual([
      {
        path: '3规划表格/面积.csv',
        sheet: '',
        rows: [
          ['地类', '面积'],
          ['水田', '1,5'],
          ['合计', 2.5],
        ],
      },
      { path: '3规划表格/面积.xlsx', sheet: '面积', rows: [['地类'], ['=1+1'], ['水田']] },
    ]);
  });

  it('reads the same from a zip', async () => {
    const root = folder.file('成果');
    await writePackage(root);
    const files = (await readdir(root, { recursive: true, withFileTypes: true })).filter((f) => f.isFile());
    const entries = files.map(async ({ parentPath, name }) => ({
      name: `成果/${relative(root, join(parentPath, name)).replaceAll('\\', '/')}`,
      data: await readFile(join(parentPath, name)),
    }));
    await writeFile(folder.file('成果.zip'), zipBytes(await Promise.all(entries)));
    const zipped = await readDelivery(folder.file('成果.zip'));
    expect(zipped.databases.map(({ path }) => path)).toEqual(['4矢量数据/乙.gpkg', '4矢量数据/甲.gdb']);
    const packed = (await readDelivery(root)).files!.filter(({ path }) => !path.includes('坏'));
    expect(zipped.files).toEqual(packed);
    expect(zipped.name).toBe('成果.zip');
  });

  it('reads databases of every kind, each by its own path', async () => {
    const root = folder.file('成果');
    await mkdir(join(root, '4矢量数据/shp'), { recursive: true });
    await writeFile(join(root, '说明.pdf'), '%PDF-1.4');
    await writeShapefile(join(root, '4矢量数据/shp/CZKFBJ'), [ring], []);
    await writeShapefile(join(root, '4矢量数据/shp/STBHHX'), [ring], []);
    await writeShapefile(join(root, '4矢量数据/GHFQ'), [ring], []);
    await rm(join(root, '4矢量数据/GHFQ.dbf'));
    await writeFile(join(root, 'CZKFBJ.geojson'), geoJson([ring], { epsg: 4532 }));
    await writeDataset(folder.file('甲.gdb'), 'FileGDB', [sampleLayer()]);
    await zipFolder(folder.file('甲.gdb'), join(root, '4矢量数据/甲.zip'));
    await writeFile(join(root, '4矢量数据/图片.zip'), zipBytes([{ name: 'a.jpg', data: Buffer.from('x') }]));
    await writeFile(join(root, '4矢量数据/丙.gpkg'), 'no database');
    const { databases, files } = await readDelivery(root);
    expect(
      databases.map(({ name, path, format, layers, failure }) => [
        name,
        path,
        format,
        layers.length,
        failure?.code,
      ]),
    ).toEqual([
      ['成果', '.', 'GeoJSON', 1, undefined],
      ['4矢量数据', '4矢量数据', 'Shapefile', 0, 'dataset.unreadable'],
      ['shp', '4矢量数据/shp', 'Shapefile', 2, undefined],
      ['丙.gpkg', '4矢量数据/丙.gpkg', 'GeoPackage', 0, 'dataset.unreadable'],
      ['甲.zip', '4矢量数据/甲.zip', 'FileGDB', 1, undefined],
    ]);
    expect(databases.every(({ digest }) => /^[0-9a-f]{64}$/.test(digest))).toBe(true);
    expect(databases[1]!.failure!.message).toContain('缺少 GHFQ.dbf');
    expect(() => planOf(databases[3]!)).toThrow(DatasetError);
    expect(files!.find(({ path }) => path.endsWith('丙.gpkg'))!.unreadable).toContain('.gpkg');
  });

  it('tells which files are not what they are called, and which tables cannot be read', async () => {
    const root = folder.file('成果');
    const put = async (path: string, data: string | Buffer) => {
      await mkdir(join(root, dirname(path)), { recursive: true });
      await writeFile(join(root, path), data);
    };
    await put('1规划文本/a.pdf', '');
    await put('2栅格图件/a.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
    await put('2栅格图件/b.JPG', 'GIF89a');
    await put('3规划表格/a.mdb', Buffer.from('\0\u0001\0\0Standard Jet DB\0', 'latin1'));
    await put('3规划表格/b.mdb', Buffer.from('\0\u0001\0\0Standard ACE DB\0', 'latin1'));
    await put('3规划表格/c.mdb', 'Standard Jet DB');
    await put('3规划表格/d.xlsx', zipBytes([{ name: 'a', data: Buffer.from('x') }]));
    await put('3规划表格/e.xlsx', 'x');
    await put('3规划表格/f.CSV', '\ufeffa,1');
    await put('.DS_Store', 'x');
    const { files, tables } = await readDelivery(root);
    expect(files!.flatMap(({ path, unreadable }) => (unreadable ? [[path, unreadable]] : []))).toEqual([
      ['1规划文本/a.pdf', '文件是空的'],
      ['2栅格图件/b.JPG', '内容不是 .jpg 文件，可能损坏或改过扩展名'],
      ['3规划表格/c.mdb', '内容不是 .mdb 文件，可能损坏或改过扩展名'],
      ['3规划表格/d.xlsx', '表格不能读取：文件损坏，或内容大得不像规划表格'],
      ['3规划表格/e.xlsx', '内容不是 .xlsx 文件，可能损坏或改过扩展名'],
    ]);
    expect(files).toHaveLength(9);
    expect(tables).toEqual([{ path: '3规划表格/f.CSV', sheet: '', rows: [['a', 1]] }]);
  });

  it('a database that takes too long is told in its place', async () => {
    const root = folder.file('成果');
    await writePackage(root);
    const { databases } = await readDelivery(root, { limits: { seconds: 0.001 } });
    expect(databases.map(({ failure }) => failure?.code)).toEqual(Array(3).fill('dataset.gdal-timeout'));
  });

  it('has the same digest wherever it lies, another when a file changes', async () => {
    await writePackage(folder.file('成果'));
    await cp(folder.file('成果'), folder.file('b/成果'), { recursive: true });
    const limits = { seconds: 0.001 };
    const digest = async (path: string) => (await readDelivery(folder.file(path), { limits })).digest;
    expect(await digest('b/成果')).toBe(await digest('成果'));
    await writeFile(folder.file('b/成果/1规划文本/b.pdf'), 'no PDF');
    expect(await digest('b/成果')).not.toBe(await digest('成果'));
  });

  it('refuses more files and databases than it can be', async () => {
    await writePackage(folder.file('成果'));
    await failureOf(readDelivery(folder.file('成果'), { limits: { entries: 5 } }), 'dataset.ambiguous');
    for (let i = 0; i < 100; i++) await mkdir(folder.file(`成果/${i}.gdb`));
    const error = await failureOf(readDelivery(folder.file('成果')), 'dataset.ambiguous');
    expect(error.message).toContain('103');
  });

  it('a folder around one database is that database; one with documents beside it is a package', async () => {
    await mkdir(folder.file('in'));
    await writeDataset(folder.file('in/甲.gpkg'), 'GeoPackage', [sampleLayer()]);
    const alone = await readDelivery(folder.file('in'));
    expect(alone).toMatchObject({ name: 'in', databases: [{ name: 'in', path: 'in' }] });
    expect(alone.files).toBeUndefined();
    await writeFile(folder.file('in/说明.docx'), 'PK\u0003\u0004');
    const beside = await readDelivery(folder.file('in'));
    expect(beside.files).toHaveLength(2);
    expect(beside.databases).toMatchObject([{ name: '甲.gpkg', path: '甲.gpkg' }]);
  });
});

describe.skipIf(!hasOgrinfo)(
  'fields as other programs write them (skipped where GDAL is not installed)',
  () => {
    const declared = async (path: string) =>
      (await readDelivery(path)).databases[0]!.layers[0]!.fields.map(({ name, type, length }) => [
        name,
        type,
        length,
      ]);

    it.each([
      [
        'GPKG',
        'a.gpkg',
        [
          ['BSM', 'text', 18],
          ['MJ', 'double', 0],
          ['BZ', 'text', 0],
        ],
      ],
      [
        'ESRI Shapefile',
        'CZKFBJ.shp',
        [
          ['BSM', 'text', 18],
          ['MJ', 'double', 0],
          ['BZ', 'text', 80],
        ],
      ],
    ])('%s', async (driver, file, expected) => {
      writeRawGeoPackage(folder.file('s.gpkg'), [
        {
          name: 'CZKFBJ',
          srs: srs4532,
          geometryType: 'POLYGON',
          columns: ['BSM TEXT(18)', 'MJ DOUBLE', 'BZ TEXT'],
          rows: [{ geometry: wkbPolygon([ring]), values: ['1', 2, '3'] }],
        },
      ]);
      ogr2ogr('-f', driver, folder.file(file), folder.file('s.gpkg'));
      expect((await declared(folder.file(file))).filter(([name]) => name !== null)).toEqual(expected);
    });
  },
);
