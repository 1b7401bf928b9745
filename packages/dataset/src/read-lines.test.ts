import { mkdir, writeFile } from 'node:fs/promises';
import { type Polylines, PolylinesBuilder } from '@tuheng/geometry';
import { type Column, type LineLayer, textAt } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import type { DatasetError } from './errors.ts';
import { lineOutput } from './output/line-output.ts';
import { readDelivery } from './read-delivery.ts';
import { readPlan } from './read-plan.ts';
import { hasOgrinfo, ogr2ogr, ogrinfo } from './testing/programs.ts';
import { sampleLayer, zone44 } from './testing/samples.ts';
import { useTestFolder } from './testing/test-folder.ts';
import { writeDataset } from './write-dataset.ts';

const folder = useTestFolder();
const [EAST, NORTH] = [44_500_000, 5_200_000];

/** Two roads: one of a single line, one of two, and a row without a line. */
function roads(): LineLayer {
  const builder = new PolylinesBuilder();
  builder.addPart([EAST, NORTH, EAST + 100, NORTH, EAST + 100, NORTH + 50]);
  builder.endFeature();
  builder.addPart([EAST, NORTH, EAST, NORTH + 80]);
  builder.addPart([EAST, NORTH + 90, EAST, NORTH + 120]);
  builder.endFeature();
  builder.endFeature();
  const columns = new Map<string, Column>([
    ['BSM', { kind: 'text', values: ['1', '2', '3'] }],
    ['DLMC', { kind: 'text', values: ['人民路', '建设街', null] }],
    ['DLDJ', { kind: 'text', values: ['主干路', '支路', null] }],
    ['KD', { kind: 'number', values: Float64Array.of(40, 14, Number.NaN) }],
  ]);
  return { code: 'DLZXX', sourceName: 'DLZXX', crs: zone44, lines: builder.build(), columns };
}

/** The GeoJSON of the roads under a name, for GDAL's own programs to turn into what is to be read. */
async function written(name = 'DLZXX'): Promise<string> {
  const path = folder.file(`${name}.geojson`);
  await writeDataset(path, 'GeoJSON', [{ ...lineOutput(roads()), name }]);
  return path;
}

const coordinates = ({ xy, start, featureStart }: Polylines) => ({
  xy: [...xy],
  start: [...start],
  featureStart: [...featureStart],
});

describe('a layer of roads', () => {
  it.each([
    ['FileGDB', 'roads.gdb'],
    ['GeoPackage', 'roads.gpkg'],
    ['GeoJSON', 'DLZXX.geojson'],
  ] as const)('is the same when it was written as %s and read', async (format, name) => {
    await writeDataset(folder.file(name), format, [lineOutput(roads())]);
    const { lines, layers } = await readPlan(folder.file(name));
    expect(layers.size).toBe(0);
    const read = lines!.get('DLZXX')!;
    expect(coordinates(read.lines)).toEqual(coordinates(roads().lines));
    expect([0, 1, 2].map((f) => textAt(read, 'DLMC', f))).toEqual(['人民路', '建设街', null]);
    expect(read.crs.epsg).toBe(zone44.epsg);
  });

  it.skipIf(!hasOgrinfo).each([
    ['OpenFileGDB', 'made.gdb'],
    ['GPKG', 'made.gpkg'],
    ['ESRI Shapefile', 'shapes'],
  ])('of ogr2ogr is read as %s', async (driver, name) => {
    if (driver === 'ESRI Shapefile') await mkdir(folder.file(name));
    const target = driver === 'ESRI Shapefile' ? `${name}/路网.shp` : name;
    const options = ['-f', driver, '-nln', '路网', '-nlt', 'MULTILINESTRING', '-lco', 'ENCODING=UTF-8'];
    ogr2ogr(...options.slice(0, driver === 'ESRI Shapefile' ? 8 : 6), folder.file(target), await written());
    const { lines, notes } = await readPlan(folder.file(name));
    const read = lines!.get('DLZXX')!;
    expect([...read.lines.featureStart]).toEqual([0, 1, 3, 3]);
    for (const [i, value] of read.lines.xy.entries()) {
      expect(value).toBeCloseTo(roads().lines.xy[i]!, 3);
    }
    expect(textAt(read, 'DLDJ', 1)).toBe('支路');
    expect(notes.map(({ code }) => code)).toContain('dataset.layer-alias');
    expect(notes.find(({ code }) => code === 'dataset.empty-geometries')?.message).toContain('没有线图形');
  });

  it.skipIf(!hasOgrinfo)('beside a layer of polygons is what ogrinfo sees in the FileGDB', async () => {
    const path = folder.file('both.gdb');
    await writeDataset(path, 'FileGDB', [sampleLayer(), lineOutput(roads())]);
    const said = ogrinfo('-al', path, 'DLZXX');
    expect(said).toContain('Geometry: Multi Line String');
    expect(said).toContain('Feature Count: 3');
    expect(said).toContain('DLDJ (String) = 主干路');
    expect(said).toContain('MULTILINESTRING ((44500000 5200000,44500100 5200000,44500100 5200050))');
    const plan = await readPlan(path);
    expect([...plan.layers.keys()]).toEqual(['CZKFBJ']);
    expect([...plan.lines!.keys()]).toEqual(['DLZXX']);
  });

  it('stands beside the layers of a delivery, so that the inspection of polygons does not meet it', async () => {
    await writeDataset(folder.file('both.gpkg'), 'GeoPackage', [sampleLayer(), lineOutput(roads())]);
    const { databases } = await readDelivery(folder.file('both.gpkg'));
    expect(databases[0]!.layers.map(({ code }) => code)).toEqual(['CZKFBJ']);
    expect(databases[0]!.otherLayers).toEqual([]);
    const [lines] = databases[0]!.lines!;
    expect(lines).toMatchObject({ code: 'DLZXX', geometryType: 'MultiLineString' });
    expect(lines!.fields.map(({ name }) => name)).toEqual(['BSM', 'DLMC', 'DLDJ', 'KD']);
  });

  it('of polygons is not read, and that is said', async () => {
    await writeDataset(folder.file('a.gpkg'), 'GeoPackage', [sampleLayer(), sampleLayer('DLZXX')]);
    const { lines, notes } = await readPlan(folder.file('a.gpkg'));
    expect(lines).toBeUndefined();
    expect(notes.find(({ code }) => code === 'dataset.not-lines')?.message).toContain('不是线图层');
  });

  it('is refused where its coordinates are faulty, and where it stands twice', async () => {
    const shifted = roads();
    const xy = shifted.lines.xy.map((value, i) => (i % 2 === 0 ? value - 44_000_000 : value));
    await writeDataset(folder.file('b.gpkg'), 'GeoPackage', [
      lineOutput({ ...shifted, lines: { ...shifted.lines, xy } }),
    ]);
    const failure = (path: string) => readPlan(path).catch((error: DatasetError) => error.code);
    expect(await failure(folder.file('b.gpkg'))).toBe('dataset.zone-prefix-missing');
    const twice = [lineOutput(roads()), { ...lineOutput(roads()), name: '路网' }];
    await writeDataset(folder.file('c.gpkg'), 'GeoPackage', twice);
    expect(await failure(folder.file('c.gpkg'))).toBe('dataset.duplicate-layer');
  });

  it('may hold arcs and collections; points in it are left out and counted', async () => {
    const geometry = {
      type: 'GeometryCollection',
      geometries: [
        {
          type: 'LineString',
          coordinates: [
            [131, 46],
            [131.001, 46],
          ],
        },
        { type: 'Point', coordinates: [131, 46] },
      ],
    };
    const collection = {
      type: 'FeatureCollection',
      name: 'DLZXX',
      features: [{ type: 'Feature', properties: { DLMC: '路' }, geometry }],
    };
    await writeFile(folder.file('d.geojson'), JSON.stringify(collection));
    const { lines, notes } = await readPlan(folder.file('d.geojson'));
    expect([...lines!.get('DLZXX')!.lines.xy]).toEqual([131, 46, 131.001, 46]);
    const codes = notes.map(({ code }) => code);
    expect(codes).toContain('dataset.collections-gathered');
    expect(codes).toContain('dataset.foreign-parts-dropped');
  });
});
