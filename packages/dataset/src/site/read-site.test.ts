import { readFile } from 'node:fs/promises';
import { type Polygons, PolygonsBuilder } from '@tuheng/geometry';
import { crsOf } from '@tuheng/standard';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gbk } from '../testing/gbk.ts';
import { writeShapefile } from '../testing/shapefile.ts';
import { asCoordinateText, asGeoJson, asWkt, ringsOf } from '../testing/site-texts.ts';
import { useTestFolder } from '../testing/test-folder.ts';
import { zipBytes } from '../testing/zip-file.ts';
import { detectSiteFormat, readSite } from './read-site.ts';

const folder = useTestFolder();

const square = [44_532_000, 5_236_000, 44_532_100, 5_236_000, 44_532_100, 5_236_100, 44_532_000, 5_236_100];
const hole = [44_532_020, 5_236_020, 44_532_040, 5_236_020, 44_532_040, 5_236_040, 44_532_020, 5_236_040];
const head = [
  '坐标系=2000国家大地坐标系',
  '几度分带=3',
  '投影类型=高斯克吕格',
  '计量单位=米',
  '带号=44',
  '精度=0.001',
  '转换参数=,,,,,,',
];

function polygonsOf(...features: readonly (readonly (readonly number[][])[])[]): Polygons {
  const builder = new PolygonsBuilder();
  for (const polygons of features) {
    for (const rings of polygons) {
      for (const ring of rings) builder.addRing(ring);
      builder.endPolygon();
    }
    builder.endFeature();
  }
  return builder.build();
}

const moved = (ring: readonly number[], by: number) =>
  ring.map((value, i) => (i % 2 === 0 ? value + by : value));
const withHole = polygonsOf([[square, hole]], [[moved(square, 500)]]);

describe('readSite', () => {
  it('reads the coordinate text of a bureau, with holes and several parcels', async () => {
    const site = await readSite(asCoordinateText(withHole, head), { name: '一期.txt' });
    expect(site.format).toBe('坐标文本');
    expect(site.crs.epsg).toBe(4532);
    expect(ringsOf(site.polygons)).toEqual(ringsOf(withHole));
    expect(site.parcels[1]).toEqual({ number: '2', name: '地块2', use: '住宅用地', statedHectares: 1.5 });
    expect(site.notes.map(({ code }) => code)).toEqual(['dataset.crs-assumed']);
  });

  it.each([
    ['GBK', (text: string) => gbk(text)],
    ['UTF-8 with its mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('reads it in %s', async (_, encode) => {
    const site = await readSite(encode(asCoordinateText(withHole, head)));
    expect(ringsOf(site.polygons)).toEqual(ringsOf(withHole));
    expect(site.parcels[0]!.name).toBe('地块1');
  });

  it('reads it with bare line feeds, easting first, full-width commas and brackets, and no closing points', async () => {
    const lines = ['【属性描述】', ...head, '【地块坐标】', '4，1，1，甲，面，，，，@'];
    for (let i = 0; i < square.length; i += 2) lines.push(`${i / 2 + 1}，1，${square[i]}，${square[i + 1]}`);
    const site = await readSite(lines.join('\n'));
    expect(ringsOf(site.polygons)).toEqual(ringsOf(polygonsOf([[square]])));
  });

  it('reads eastings without a zone number in the zone that is stated, or given', async () => {
    const plain = polygonsOf([[square.map((value, i) => (i % 2 === 0 ? value - 44_000_000 : value))]]);
    const stated = await readSite(asCoordinateText(plain, head));
    expect(stated.crs.epsg).toBe(4553);
    const given = await readSite(asCoordinateText(plain, []), { crs: crsOf(4532)! });
    expect(given.crs.epsg).toBe(4553);
    expect(ringsOf(given.polygons)).toEqual(ringsOf(plain));
  });

  it('reads plain lines of coordinates, in metres or degrees, in either order', async () => {
    const lines = (pairs: readonly (readonly (number | string)[])[]) =>
      pairs.map((pair) => pair.join(',')).join('\n');
    const metres = await readSite(
      lines([
        [5_236_000, 44_532_000],
        [5_236_000, 44_532_100],
        [5_236_100, 44_532_100],
      ]),
    );
    expect(metres.crs.epsg).toBe(4532);
    const degrees = await readSite(
      lines([
        [47.25, 132],
        [47.25, 132.01],
        [47.26, 132.01],
      ]),
    );
    expect(degrees.crs.epsg).toBe(4490);
    expect([...degrees.polygons.xy.slice(0, 2)]).toEqual([132, 47.25]);
    const minutes = await readSite(
      lines([
        ['132°00′36″', '47°15′00″'],
        ['132°01′00″', '47°15′00″'],
        ['132°01′00″', '47°16′00″'],
      ]),
    );
    expect(minutes.polygons.xy[0]).toBeCloseTo(132.01, 9);
  });

  it('takes an empty line between plain lines for the end of a parcel', async () => {
    const ring = (by: number) =>
      ['0 0', '0 100', '100 100']
        .map((p) =>
          p
            .split(' ')
            .map((v, i) => Number(v) + (i === 0 ? 5_236_000 : 44_532_000 + by))
            .join(' '),
        )
        .join('\n');
    const site = await readSite(`${ring(0)}\n\n${ring(500)}\n`);
    expect(site.parcels).toHaveLength(2);
  });

  it('takes rings of a parcel that do not lie in each other for parts of it', async () => {
    const parts = polygonsOf([[square], [moved(square, 500)]]);
    const site = await readSite(asCoordinateText(parts, head));
    expect(ringsOf(site.polygons)).toEqual(ringsOf(parts));
  });

  it('says where the number of points is not the one that is stated', async () => {
    const text = asCoordinateText(withHole, head).replace(/^10,/m, '41,');
    const site = await readSite(text);
    const note = site.notes.find(({ code }) => code === 'site.point-count');
    expect(note?.message).toBe('第 10 行写明界址点 41 个，实际 10 个，请核对坐标是否完整');
  });

  it('reads GeoJSON in degrees as CGCS2000, and says so', async () => {
    const degrees = polygonsOf([[[132, 47.25, 132.01, 47.25, 132.01, 47.26]]]);
    const site = await readSite(asGeoJson(degrees));
    expect(site.crs.epsg).toBe(4490);
    expect(site.notes.map(({ code }) => code)).toEqual(['dataset.crs-wgs84']);
    expect(ringsOf(site.polygons)).toEqual(ringsOf(degrees));
  });

  it('reads GeoJSON in a plane where the caller or the text says which', async () => {
    const given = await readSite(asGeoJson(withHole), { crs: crsOf(4532)! });
    expect(given.crs.epsg).toBe(4532);
    for (const name of ['urn:ogc:def:crs:EPSG::4532', 'urn:ogc:def:crs:EPSG:9.9:4532', 'EPSG:4532']) {
      const crs = { type: 'name', properties: { name } };
      const stated = await readSite(asGeoJson(withHole, { crs }));
      expect(stated.crs.epsg).toBe(4532);
      expect(stated.notes).toEqual([]);
    }
  });

  it('reads degrees as the RFC has them, whatever plane the caller would take', async () => {
    const ring = '[[132,47],[132.01,47],[132.01,47.01],[132,47]]';
    const site = await readSite(`{"type":"Polygon","coordinates":[${ring}]}`, { crs: crsOf(4532)! });
    expect(site.crs.epsg).toBe(4490);
    expect(site.notes.map(({ code }) => code)).toEqual(['dataset.crs-wgs84']);
  });

  it('reads a bare polygon, a feature, and names of parcels', async () => {
    const geometry = JSON.parse(asGeoJson(withHole)).features[0].geometry;
    expect((await readSite(JSON.stringify(geometry), { crs: crsOf(4532)! })).parcels).toHaveLength(1);
    const feature = { type: 'Feature', geometry, properties: { DKMC: '东区', DKBH: '7' } };
    const site = await readSite(JSON.stringify(feature), { crs: crsOf(4532)! });
    expect(site.parcels[0]).toMatchObject({ name: '东区', number: '7' });
  });

  it('reads WKT with and without its CRS, and leaves heights out', async () => {
    expect((await readSite(asWkt(withHole, 4532))).notes).toEqual([]);
    const site = await readSite(
      'polygon z ((44532000 5236000 1, 44532100 5236000 2, 44532100 5236100 3, 44532000 5236000 1))',
    );
    expect(site.crs.epsg).toBe(4532);
    expect(site.notes.map(({ code }) => code)).toEqual(['dataset.zm-dropped', 'dataset.crs-assumed']);
  });

  it('reads a zip with one Shapefile of any name', async () => {
    await writeShapefile(folder.file('用地红线'), [[...square, ...square.slice(0, 2)]], []);
    const entries = await Promise.all(
      ['shp', 'shx', 'dbf', 'prj'].map(async (part) => ({
        name: `范围/用地红线.${part}`,
        data: await readFile(folder.file(`用地红线.${part}`)),
      })),
    );
    const site = await readSite(zipBytes(entries), { name: '用地.zip' });
    expect(site.format).toBe('Shapefile');
    expect(site.crs.epsg).toBe(4532);
    expect(site.polygons.xy).toHaveLength(10);
    const twice = [...entries, { name: '别的.shp', data: entries[0]!.data }];
    await expect(readSite(zipBytes(twice))).rejects.toMatchObject({ code: 'dataset.site-format' });
  });
});

/** A square of whole metres with a square hole, or none. */
const parcel = fc
  .record({
    east: fc.integer({ min: 44_400_000_000, max: 44_600_000_000 }),
    north: fc.integer({ min: 5_100_000_000, max: 5_300_000_000 }),
    size: fc.integer({ min: 10_000, max: 900_000 }),
    hole: fc.boolean(),
  })
  .map(({ east, north, size, hole }) => {
    const ring = (inset: number) => {
      const [w, s, e, n] = [east + inset, north + inset, east + size - inset, north + size - inset].map(
        (v) => v / 1000,
      );
      return [w!, s!, e!, s!, e!, n!, w!, n!];
    };
    return [hole ? [ring(0), ring(Math.floor(size / 4))] : [ring(0)]];
  });

describe('any site', () => {
  it('comes back the same from every text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(parcel, { minLength: 1, maxLength: 4 }), async (features) => {
        const polygons = polygonsOf(...features);
        const crs = crsOf(4532)!;
        for (const text of [
          asCoordinateText(polygons, head),
          asCoordinateText(polygons, [], '\n'),
          asWkt(polygons),
          asGeoJson(polygons),
        ]) {
          const site = await readSite(text, { crs });
          expect(site.crs.epsg).toBe(4532);
          expect(ringsOf(site.polygons)).toEqual(ringsOf(polygons));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('or any bytes give a site or an error of ours', async () => {
    const text = asCoordinateText(withHole, head);
    const broken = fc
      .tuple(
        fc.constantFrom(text, asWkt(withHole, 4532), asGeoJson(withHole)),
        fc.nat(),
        fc.string({ maxLength: 6 }),
        fc.nat({ max: 9 }),
      )
      .map(([whole, at, put, cut]) => {
        const place = at % whole.length;
        return whole.slice(0, place) + put + whole.slice(place + cut);
      });
    await fc.assert(
      fc.asyncProperty(fc.oneof(broken, fc.string()), async (source) => {
        await readSite(source).catch((error) => {
          expect(error.code, String(error)).toMatch(/^dataset\./);
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('detectSiteFormat', () => {
  it.each([
    ['GeoJSON', '\ufeff {"type":'],
    ['WKT', 'SRID=4526; MULTIPOLYGON(('],
    ['WKT', ' polygon((1 2'],
    ['坐标文本', '[属性描述]\r\n坐标系=2000'],
    ['坐标文本', '【地块坐标】\n4,1'],
    ['坐标文本', 'J1,1,5236000,44532000'],
    ['坐标文本', '5236000 44532000'],
    ['Shapefile', 'PK\u0003\u0004'],
    [undefined, '[[1,2],[3,4]]'],
    [undefined, '<kml>'],
    [undefined, ''],
  ])('%s', (format, text) => expect(detectSiteFormat(Buffer.from(text))).toBe(format));
});
