import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { matchIdentical, type Polygons } from '@tuheng/geometry';
import { allLayerSpecs, type Column, type Plan } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import type { OutputLayer } from './output/output-layer.ts';
import { readPlan } from './read-plan.ts';
import { failureOf } from './testing/expect-error.ts';
import { hasOgrinfo, ogrinfo } from './testing/programs.ts';
import { geographic, polygonsOf, sampleLayer, square } from './testing/samples.ts';
import { useTestFolder } from './testing/test-folder.ts';
import { type OutputFormat, writeDataset } from './write-dataset.ts';

const folder = useTestFolder();
const formats: readonly (readonly [OutputFormat, string])[] = [
  ['FileGDB', '230899示范县 变更.gdb'],
  ['GeoPackage', '变更.gpkg'],
  ['GeoJSON', 'CZKFBJ.geojson'],
];

function expectSame(plan: Plan, layer: OutputLayer, digits: number): void {
  const read = plan.layers.get(layer.name)!;
  expect(read.crs.epsg).toBe(layer.crs.epsg);
  const partners = matchIdentical(layer.polygons, read.polygons, 10 ** -digits);
  // The third feature is empty and has no partner.
  expect([...partners]).toEqual([0, 1, -1]);
  expect(read.polygons.featureStart).toEqual(layer.polygons.featureStart);
  for (const { name } of layer.fields) expect(read.columns.get(name), name).toEqual(layer.columns.get(name));
}

describe('writeDataset', () => {
  it.each(formats)('writes %s so that it reads back the same', async (format, name) => {
    const layer = sampleLayer();
    await writeDataset(folder.file(name), format, [layer]);
    const plan = await readPlan(folder.file(name));
    expect(plan).toMatchObject({ name, format });
    expectSame(plan, layer, 3);
    expect(plan.notes.map(({ code }) => code)).toEqual(['dataset.empty-geometries']);
  });

  it('writes several layers, an empty one and one in degrees among them, into one FileGDB', async () => {
    const degrees: OutputLayer = {
      ...sampleLayer('STBHHX'),
      crs: geographic,
      polygons: polygonsOf([[[square(132.123456789, 47, 0.01)]], [], []]),
    };
    const empty: OutputLayer = { ...sampleLayer('YJJBNTBHTB'), polygons: polygonsOf([]), columns: new Map() };
    await writeDataset(folder.file('三.gdb'), 'FileGDB', [sampleLayer(), degrees, empty]);
    const plan = await readPlan(folder.file('三.gdb'));
    expect([...plan.layers.keys()]).toEqual(['CZKFBJ', 'STBHHX', 'YJJBNTBHTB']);
    expect(plan.layers.get('STBHHX')?.crs.epsg).toBe(4490);
    expect(plan.layers.get('STBHHX')?.polygons.xy[0]).toBeCloseTo(132.123456789, 9);
    expect(plan.layers.get('YJJBNTBHTB')?.polygons.featureStart).toEqual(Uint32Array.of(0));
  });

  it('writes several layers as a folder of GeoJSON files that reads back', async () => {
    await writeDataset(folder.file('files'), 'GeoJSON', [sampleLayer(), sampleLayer('STBHHX')]);
    expect(await readdir(folder.file('files'))).toEqual(['CZKFBJ.geojson', 'STBHHX.geojson']);
    expect([...(await readPlan(folder.file('files'))).layers.keys()]).toEqual(['CZKFBJ', 'STBHHX']);
  });

  it('keeps dates, whole numbers beyond 32 bits and missing columns', async () => {
    const columns = new Map<string, Column>([
      ['SJ', { kind: 'text', values: ['20240102', null, '2024-12-31'] }],
      ['BIG', { kind: 'number', values: Float64Array.of(3_000_000_000, -1, Number.NaN) }],
    ]);
    const fields = [
      { name: 'SJ', type: 'date', length: 0 },
      { name: 'BIG', type: 'integer', length: 0 },
      { name: 'NONE', type: 'text', length: 5 },
    ] as const;
    await writeDataset(folder.file('a.gpkg'), 'GeoPackage', [{ ...sampleLayer(), fields, columns }]);
    const read = (await readPlan(folder.file('a.gpkg'))).layers.get('CZKFBJ')!.columns;
    expect(read.get('SJ')).toEqual({ kind: 'text', values: ['2024-01-02', null, '2024-12-31'] });
    expect(read.get('BIG')).toEqual(columns.get('BIG'));
    expect(read.get('NONE')).toEqual({ kind: 'text', values: [null, null, null] });
  });

  it.each(['GeoPackage', 'GeoJSON'] as const)(
    'gives the same bytes for the same input: %s',
    async (format) => {
      const name = format === 'GeoJSON' ? 'a.geojson' : 'a.gpkg';
      await writeDataset(folder.file(name), format, [sampleLayer()]);
      const once = await readFile(folder.file(name));
      await writeDataset(folder.file(name), format, [sampleLayer()]);
      expect((await readFile(folder.file(name))).equals(once)).toBe(true);
    },
  );

  it.skipIf(!hasOgrinfo)(
    'writes a FileGDB that ogrinfo reads: widths, order, aliases (needs ogrinfo of gdal-bin)',
    async () => {
      await writeDataset(folder.file('a.gdb'), 'FileGDB', [sampleLayer()]);
      const text = ogrinfo(folder.file('a.gdb'), 'CZKFBJ');
      const fields = [...text.matchAll(/^(\w+): (\w+ \([\d.]+\))(?:, alternative name="(.*)")?$/gm)];
      expect(fields.map(([, name, type, title]) => [name, type, title])).toEqual([
        ['BSM', 'String (18.0)', '标识码'],
        ['XZQDM', 'String (12.0)', '行政区代码'],
        ['XZQMC', 'String (100.0)', '行政区名称'],
        ['MJ', 'Real (0.0)', '面积'],
      ]);
      expect(text).toContain('Feature Count: 3');
      expect(text).toContain('ID["EPSG",4532]');
      expect(text).toContain('XZQMC (String) = 示范县');
      expect(text).toContain('Geometry: Multi Polygon');
    },
  );

  it.skipIf(!hasOgrinfo)('writes a GeoPackage that ogrinfo reads (needs ogrinfo of gdal-bin)', async () => {
    await writeDataset(folder.file('a.gpkg'), 'GeoPackage', [sampleLayer()]);
    const text = ogrinfo('-so', folder.file('a.gpkg'), 'CZKFBJ');
    expect(text).toContain('BSM: String (18.0)');
    expect(text).toContain('Feature Count: 3');
  });

  describe('lines and points', () => {
    const fields = [{ name: '说明', type: 'text', length: 0 }] as const;
    /** Features of lines as they are given: the builder of polygons would close them. */
    const openLines = (...features: number[][][]) => {
      const lines = features.flat();
      const starts = (lengths: number[]) => {
        let sum = 0;
        return Uint32Array.from([0, ...lengths], (length) => {
          sum += length;
          return sum;
        });
      };
      return {
        xy: Float64Array.from(lines.flat()),
        ringStart: starts(lines.map((line) => line.length / 2)),
        polygonStart: starts(features.map(({ length }) => length)),
        featureStart: starts(features.map(() => 1)),
      };
    };
    const shaped = (
      name: string,
      shapes: OutputLayer['shapes'] & string,
      polygons: Polygons,
    ): OutputLayer => {
      const values = Array.from({ length: polygons.featureStart.length - 1 }, (_, f) => `第${f}`);
      return {
        name,
        crs: geographic,
        shapes,
        polygons,
        fields,
        columns: new Map([['说明', { kind: 'text', values }]]),
      };
    };
    const layers = (): OutputLayer[] => [
      shaped('问题_面', 'polygons', polygonsOf([[[square(132, 47, 0.01)]]])),
      shaped(
        '问题_线',
        'lines',
        openLines(
          [
            [132, 47, 132.5, 47.25, 133, 47],
            [131, 46, 131, 46.5],
          ],
          [[134, 48, 135, 48.5]],
        ),
      ),
      shaped('问题_点', 'points', openLines([[132.000000001, 47]], [[132, 47.5]], [[133, 48]])),
    ];

    it('keep their kind, count, vertices and CRS in a GeoPackage', async () => {
      await writeDataset(folder.file('f.gpkg'), 'GeoPackage', layers());
      const database = new DatabaseSync(folder.file('f.gpkg'), { readOnly: true });
      const kinds = database
        .prepare('select table_name, geometry_type_name, srs_id from gpkg_geometry_columns order by 1')
        .all()
        .map((row) => Object.values(row));
      expect(kinds).toEqual([
        ['问题_点', 'POINT', 4490],
        ['问题_线', 'MULTILINESTRING', 4490],
        ['问题_面', 'MULTIPOLYGON', 4490],
      ]);
      // The little-endian WKB ends each blob: a point is 21 bytes of it, x and y the last 16.
      const points = database.prepare('select geom from "问题_点" order by fid').all();
      const numbers = points.map(({ geom }) => {
        const bytes = Buffer.from(geom as Uint8Array);
        return [bytes.readDoubleLE(bytes.length - 16), bytes.readDoubleLE(bytes.length - 8)];
      });
      expect(numbers).toEqual([
        [132.000000001, 47],
        [132, 47.5],
        [133, 48],
      ]);
      database.close();
    });

    it.skipIf(!hasOgrinfo)('are what ogrinfo sees (needs ogrinfo of gdal-bin)', async () => {
      await writeDataset(folder.file('f.gpkg'), 'GeoPackage', layers());
      const text = ogrinfo('-al', folder.file('f.gpkg'));
      const seen = [...text.matchAll(/Layer name: (\S+)\nGeometry: (.+)\nFeature Count: (\d+)/g)];
      expect(seen.map(([, name, kind, count]) => [name, kind, count])).toEqual([
        ['问题_面', 'Multi Polygon', '1'],
        ['问题_线', 'Multi Line String', '2'],
        ['问题_点', 'Point', '3'],
      ]);
      expect(text.match(/ID\["EPSG",4490\]/g)).toHaveLength(3);
      // How many decimals it prints depends on its version.
      const plain = text.replace(/(\d)\.0\b/g, '$1');
      expect(plain).toContain('MULTILINESTRING ((132 47,132.5 47.25,133 47),(131 46,131 46.5))');
      expect(plain).toContain('POINT (132 47.5)');
    });

    it('are lines and points as GeoJSON too', async () => {
      await writeDataset(folder.file('files'), 'GeoJSON', layers());
      const read = async (name: string) =>
        JSON.parse(await readFile(folder.file(`files/${name}.geojson`), 'utf8')).features;
      expect((await read('问题_点')).map((f: { geometry: unknown }) => f.geometry)[1]).toEqual({
        type: 'Point',
        coordinates: [132, 47.5],
      });
      const [two] = await read('问题_线');
      expect(two.geometry.type).toBe('MultiLineString');
      expect(two.geometry.coordinates[1]).toEqual([
        [131, 46],
        [131, 46.5],
      ]);
    });
  });

  it('writes every layer of the standard with all its fields', async () => {
    const layers = allLayerSpecs().map(
      (spec): OutputLayer => ({
        ...sampleLayer(spec.code),
        shapes: spec.geometry === 'line' ? 'lines' : 'polygons',
        fields: spec.fields,
        columns: new Map(),
      }),
    );
    await writeDataset(folder.file('all.gdb'), 'FileGDB', layers);
    const plan = await readPlan(folder.file('all.gdb'));
    for (const spec of allLayerSpecs()) {
      const names = [...((plan.layers.get(spec.code) ?? plan.lines?.get(spec.code))?.columns.keys() ?? [])];
      expect(names, spec.code).toEqual(spec.fields.filter((f) => !f.personal).map((f) => f.name));
    }
  });
});

describe('writeDataset, when it fails', () => {
  it('refuses text longer than its field, which GDAL would cut', async () => {
    const layer = sampleLayer();
    const columns = new Map(layer.columns).set('XZQDM', {
      kind: 'text',
      values: ['1'.repeat(13), null, null],
    });
    const error = await failureOf(
      writeDataset(folder.file('a.gdb'), 'FileGDB', [{ ...layer, columns }]),
      'dataset.value-too-long',
    );
    expect(error.message).toContain('XZQDM');
    expect(await readdir(folder.path)).toEqual(['temporary']);
  });

  it('refuses values that do not fit the type, wrong extensions, a layer twice, no layer', async () => {
    const write = (name: string, layers: OutputLayer[]) =>
      failureOf(writeDataset(folder.file(name), 'GeoPackage', layers), 'dataset.not-writable');
    const layer = sampleLayer();
    await write('a.gpkg', [{ ...layer, fields: [{ name: 'MJ', type: 'integer', length: 0 }] }]);
    await write('a.gpkg', [{ ...layer, fields: [{ name: 'BSM', type: 'date', length: 0 }] }]);
    await write('a.gdb', [layer]);
    await write('a.gpkg', [layer, layer]);
    await write('a.gpkg', []);
    await write('no/such/folder/a.gpkg', [layer]);
    expect(await readdir(folder.path)).toEqual(['temporary']);
  });

  it('leaves what stood there', async () => {
    await mkdir(folder.file('a.gdb'));
    await writeFile(folder.file('a.gdb/mine'), 'kept');
    const limits = { seconds: 0.001 };
    await failureOf(
      writeDataset(folder.file('a.gdb'), 'FileGDB', [sampleLayer()], { limits }),
      'dataset.gdal-timeout',
    );
    expect(await readdir(folder.file('a.gdb'))).toEqual(['mine']);
    expect((await readdir(folder.path)).sort()).toEqual(['a.gdb', 'temporary']);
    await writeDataset(folder.file('a.gdb'), 'FileGDB', [sampleLayer()]);
    expect(await readdir(folder.file('a.gdb'))).not.toContain('mine');
    expect((await readdir(folder.path)).sort()).toEqual(['a.gdb', 'temporary']);
  });
});
