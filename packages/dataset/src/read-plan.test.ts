import { mkdir, rename, writeFile } from 'node:fs/promises';
import { planeArea } from '@tuheng/geometry';
import { crsOf, type Note, type Plan } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import { readPlan } from './read-plan.ts';
import { failureOf } from './testing/expect-error.ts';
import { gbk } from './testing/gbk.ts';
import {
  srs4532,
  srsCompound,
  srsNone,
  wkbOfParts,
  wkbOfPoints,
  wkbPolygon,
  writeRawGeoPackage,
} from './testing/geopackage.ts';
import { geoJson, sampleLayer, square } from './testing/samples.ts';
import { writeShapefile } from './testing/shapefile.ts';
import { useTestFolder } from './testing/test-folder.ts';
import { zipFolder } from './testing/zip-file.ts';
import { writeDataset } from './write-dataset.ts';

const folder = useTestFolder();
const ring = square(44_500_000, 5_200_000, 100);

function note(plan: Plan, code: string): Note | undefined {
  return plan.notes.find((n) => n.code === code);
}

describe('readPlan, zipped FileGDB', () => {
  it('reads one that lies deep in a zip with names in GBK, and leaves nothing behind', async () => {
    await writeDataset(folder.file('a.gdb'), 'FileGDB', [sampleLayer()]);
    const prefix = '230899示范县电子成果/4矢量数据/230899示范县县级国土空间总体规划矢量数据.gdb';
    await zipFolder(folder.file('a.gdb'), folder.file('成果.zip'), prefix, gbk);
    const plan = await readPlan(folder.file('成果.zip'));
    expect(plan).toMatchObject({ name: '成果.zip', format: 'FileGDB' });
    expect(plan.layers.get('CZKFBJ')?.columns.get('XZQMC')).toMatchObject({
      values: ['示范县', '示范县', ''],
    });
    expect(plan.digest).toMatch(/^[0-9a-f]{64}$/);
    await rename(folder.file('成果.zip'), folder.file('b.zip'));
    expect((await readPlan(folder.file('b.zip'))).digest).toBe(plan.digest);
  });
});

describe('readPlan, Shapefiles', () => {
  const fields = (encode: (text: string) => Buffer) => [
    { name: Buffer.from('BSM'), length: 18, values: [Buffer.from('1')] },
    { name: Buffer.from('XZQDM'), length: 12, values: [Buffer.from('230899000000')] },
    { name: encode('备注'), length: 40, values: [encode('开发边界')] },
  ];

  it.each([
    ['GBK without .cpg', gbk, {}, 'dataset.dbf-encoding'],
    ['GBK under a wrong .cpg', gbk, { cpg: 'ISO-8859-1' }, 'dataset.dbf-encoding'],
    ['UTF-8 with .cpg', (text: string) => Buffer.from(text), { cpg: 'UTF-8' }, undefined],
    ['GBK by the header', gbk, { languageDriver: 0x4d }, undefined],
  ] as const)('reads text in %s', async (_, encode, more, expected) => {
    await mkdir(folder.file('规划'));
    await writeShapefile(folder.file('规划/城镇开发边界'), [ring], fields(encode), more);
    const plan = await readPlan(folder.file('规划'));
    expect(plan.format).toBe('Shapefile');
    const layer = plan.layers.get('CZKFBJ')!;
    expect(layer.crs.epsg).toBe(4532);
    expect(layer.sourceName).toBe('城镇开发边界.shp');
    expect(layer.columns.get('BZ')).toEqual({ kind: 'text', values: ['开发边界'] });
    expect(layer.columns.get('XZQDM')).toEqual({
      kind: 'text',
      values: ['230899'],
      raw: ['230899000000'],
    });
    expect(note(plan, 'dataset.layer-alias')?.layer).toBe('CZKFBJ');
    expect(note(plan, 'dataset.field-aliases')?.message).toContain('备注→BZ');
    const encoding = plan.notes.find(({ code }) => code.startsWith('dataset.dbf-encoding'));
    expect(encoding?.code).toBe(expected);
  });

  it('reads a zip of them and one alone, and names those nobody knows', async () => {
    await mkdir(folder.file('in'));
    await writeShapefile(folder.file('in/CZKFBJ'), [ring], fields(gbk));
    await writeShapefile(folder.file('in/别的'), [ring], []);
    await zipFolder(folder.file('in'), folder.file('a.zip'));
    const plan = await readPlan(folder.file('a.zip'));
    expect([...plan.layers.keys()]).toEqual(['CZKFBJ']);
    expect(note(plan, 'dataset.unknown-layers')?.message).toContain('in/别的.shp');
    expect((await readPlan(folder.file('in/CZKFBJ.shp'))).layers.size).toBe(1);
  });

  it('names both layers that stand for the same one', async () => {
    await mkdir(folder.file('in'));
    await writeShapefile(folder.file('in/CZKFBJ'), [ring], []);
    await writeShapefile(folder.file('in/城镇开发边界'), [ring], []);
    const error = await failureOf(readPlan(folder.file('in')), 'dataset.duplicate-layer');
    expect(error.message).toContain('CZKFBJ.shp 和 城镇开发边界.shp');
  });
});

describe('readPlan, GeoPackage', () => {
  it('linearises curves, gathers collections, keeps empty features, drops points and Z', async () => {
    const arc = wkbOfPoints(8, [44_500_000, 5_200_000, 44_500_100, 5_200_100, 44_500_200, 5_200_000]);
    const chord = wkbOfPoints(2, [44_500_200, 5_200_000, 44_500_000, 5_200_000]);
    const point = Buffer.concat([Buffer.from([1, 1, 0, 0, 0]), Buffer.alloc(16)]);
    const high = [
      44_500_000, 5_200_000, 9, 44_500_000, 5_200_100, 9, 44_500_100, 5_200_000, 9, 44_500_000, 5_200_000, 9,
    ];
    writeRawGeoPackage(folder.file('a.gpkg'), [
      {
        name: 'main.CZKFBJ',
        srs: srs4532,
        rows: [
          { geometry: wkbOfParts(10, [wkbOfParts(9, [arc, chord])]) },
          { geometry: null },
          { geometry: wkbOfParts(7, [wkbPolygon([ring]), point]) },
        ],
      },
      {
        name: 'STBHHX',
        srs: srs4532,
        geometryType: 'POLYGON',
        z: 1,
        rows: [{ geometry: wkbPolygon([high], 1003, 3) }],
      },
    ]);
    const plan = await readPlan(folder.file('a.gpkg'));
    const { polygons } = plan.layers.get('CZKFBJ')!;
    expect(planeArea(polygons, 0) / ((Math.PI * 100 ** 2) / 2)).toBeCloseTo(1, 3);
    expect(planeArea(polygons, 1)).toBe(0);
    expect(planeArea(polygons, 2)).toBe(10_000);
    expect(planeArea(plan.layers.get('STBHHX')!.polygons, 0)).toBe(5000);
    expect(note(plan, 'dataset.curves-linearised')).toMatchObject({ layer: 'CZKFBJ', count: 1 });
    expect(note(plan, 'dataset.curves-linearised')?.message).toContain('1°');
    expect(note(plan, 'dataset.empty-geometries')).toMatchObject({ count: 1 });
    expect(note(plan, 'dataset.collections-gathered')).toMatchObject({ count: 1 });
    expect(note(plan, 'dataset.foreign-parts-dropped')).toMatchObject({ count: 1 });
    expect(note(plan, 'dataset.zm-dropped')).toMatchObject({ layer: 'STBHHX' });
  });

  it('drops personal fields, keeps unknown ones, and reads numbers, dates and codes as the standard has them', async () => {
    const columns = [
      'BSM INTEGER',
      'MJ TEXT',
      'LXDH TEXT',
      'SHAPE_Area DOUBLE',
      'XZQDM TEXT',
      'photo BLOB',
      'day DATE',
    ];
    const values = [
      9_007_199_254_740_993n.toString(),
      ' 12.50 ',
      '13800000000',
      1.5,
      '230899000000',
      'x',
      '2024-01-02',
    ];
    writeRawGeoPackage(folder.file('a.gpkg'), [
      { name: 'czkfbj', srs: srs4532, columns, rows: [{ geometry: wkbPolygon([ring]), values }] },
    ]);
    const plan = await readPlan(folder.file('a.gpkg'));
    expect(Object.fromEntries(plan.layers.get('CZKFBJ')!.columns)).toEqual({
      BSM: { kind: 'text', values: ['9007199254740993'] },
      MJ: { kind: 'number', values: Float64Array.of(12.5) },
      SHAPE_Area: { kind: 'number', values: Float64Array.of(1.5) },
      XZQDM: { kind: 'text', values: ['230899'], raw: ['230899000000'] },
      day: { kind: 'text', values: ['2024-01-02'] },
    });
    expect(note(plan, 'dataset.personal-fields-dropped')?.message).toContain('LXDH');
    expect(note(plan, 'dataset.binary-fields-dropped')?.message).toContain('photo');
    expect(JSON.stringify(plan.notes)).not.toContain('13800000000');
  });

  it('takes the horizontal part of 4490+5737 and says so', async () => {
    writeRawGeoPackage(folder.file('a.gpkg'), [
      {
        name: 'CZKFBJ',
        srs: srsCompound,
        rows: [{ geometry: wkbPolygon([square(132, 47, 0.1)]) }],
      },
    ]);
    const plan = await readPlan(folder.file('a.gpkg'));
    expect(plan.layers.get('CZKFBJ')?.crs.epsg).toBe(4490);
    expect(note(plan, 'dataset.crs-compound')).toBeDefined();
  });

  it('wants a CRS where none is declared, or is told one', async () => {
    writeRawGeoPackage(folder.file('a.gpkg'), [
      { name: 'CZKFBJ', srs: srsNone, rows: [{ geometry: wkbPolygon([ring]) }] },
    ]);
    await failureOf(readPlan(folder.file('a.gpkg')), 'dataset.unknown-crs');
    const plan = await readPlan(folder.file('a.gpkg'), { crs: crsOf(4532)! });
    expect(plan.layers.get('CZKFBJ')?.crs.epsg).toBe(4532);
    expect(note(plan, 'dataset.crs-assumed')).toBeDefined();
  });
});

describe('readPlan, GeoJSON', () => {
  it('takes RFC 7946 coordinates as CGCS2000 and says how far that holds', async () => {
    await writeFile(folder.file('CZKFBJ.geojson'), geoJson([square(132, 47, 0.1)]));
    const plan = await readPlan(folder.file('CZKFBJ.geojson'));
    expect(plan.layers.get('CZKFBJ')?.crs.epsg).toBe(4490);
    expect(note(plan, 'dataset.crs-wgs84')?.message).toContain('分米');
  });

  it('honours a crs member, the name member, and lists as text', async () => {
    const properties = [{ tags: [1, 2], XZQDM: 230899 }];
    await writeFile(folder.file('x.json'), geoJson([ring], { name: '城镇开发边界', epsg: 4532, properties }));
    const plan = await readPlan(folder.file('x.json'));
    const layer = plan.layers.get('CZKFBJ')!;
    expect(layer.crs.epsg).toBe(4532);
    expect(layer.columns.get('XZQDM')).toEqual({ kind: 'text', values: ['230899'] });
    expect(layer.columns.get('tags')?.kind).toBe('text');
    expect(note(plan, 'dataset.crs-wgs84')).toBeUndefined();
  });

  it('refuses a CRS that is not ours, naming it', async () => {
    await writeFile(folder.file('CZKFBJ.geojson'), geoJson([ring], { epsg: 2362 }));
    const error = await failureOf(readPlan(folder.file('CZKFBJ.geojson')), 'dataset.wrong-crs');
    expect(error.message).toContain('EPSG:2362');
  });

  it('finds swapped axes in a file', async () => {
    await writeFile(folder.file('CZKFBJ.geojson'), geoJson([square(47, 132, 0.1)], { epsg: 4490 }));
    await failureOf(readPlan(folder.file('CZKFBJ.geojson')), 'dataset.swapped-axes');
  });
});
