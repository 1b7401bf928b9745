import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { textAt } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import { planOf } from './plan-of.ts';
import { readDelivery } from './read-delivery.ts';
import { readPlan } from './read-plan.ts';
import { failureOf } from './testing/expect-error.ts';
import {
  srs4532,
  srsCompound,
  srsNone,
  wkbOfParts,
  wkbOfPoints,
  wkbPolygon,
  writeRawGeoPackage,
} from './testing/geopackage.ts';
import { sampleLayer, square } from './testing/samples.ts';
import { useTestFolder } from './testing/test-folder.ts';
import { zipBytes } from './testing/zip-file.ts';
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

  it('fails where there is nothing', async () => {
    await failureOf(readDelivery(folder.file('没有')), 'dataset.not-found');
  });
});

async function writePackage(root: string): Promise<void> {
  for (const part of ['1规划文本', '3规划表格', '4矢量数据'])
    await mkdir(join(root, part), { recursive: true });
  await writeFile(join(root, '1规划文本', 'a.pdf'), '%PDF-1.4');
  await writeFile(join(root, '1规划文本', 'b.pdf'), 'no pdf');
  await writeFile(join(root, '3规划表格', '面积.csv'), '地类,面积\r\n"水田","1,5"\r\n合计,2.50\r\n');
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
    expect(zipped.databases.map(({ name }) => name)).toEqual(['乙.gpkg', '甲.gdb']);
    expect(zipped.files).toHaveLength(6);
  });

  it('writes the same workbook cells each time', async () => {
    const sheet = {
      name: 'a',
      columns: [{ title: 'x', width: 5, kind: 'number' as const }],
      rows: [[1.5], [null]],
    };
    await writeWorkbook(folder.file('a.xlsx'), [sheet]);
    expect((await readFile(folder.file('a.xlsx'))).subarray(0, 2).toString()).toBe('PK');
  });
});
