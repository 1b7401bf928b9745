import { describe, expect, it } from 'vitest';
import { DatasetError, type DatasetErrorCode } from '../errors.ts';
import { zipBytes } from '../testing/zip-file.ts';
import { type ReadSiteOptions, readSite } from './read-site.ts';

const text = (...points: string[]) =>
  ['[属性描述]', '坐标系=2000国家大地坐标系', '带号=44', '[地块坐标]', '4,1,1,甲,面,,,,@', ...points].join(
    '\r\n',
  );
const good = ['J1,1,5236000,44532000', 'J2,1,5236000,44532100', 'J3,1,5236100,44532100'];
const polygon = (...rings: string[]) => `POLYGON(${rings.map((ring) => `(${ring})`).join(',')})`;
const square = '44532000 5236000,44532100 5236000,44532100 5236100,44532000 5236100,44532000 5236000';
const bowTie = '44532000 5236000,44532100 5236100,44532100 5236000,44532000 5236100,44532000 5236000';
const away = '44533000 5236000,44533100 5236000,44533100 5236100,44533000 5236000';

/** What is put in, the code it is refused with, and what the sentence must name. */
const inputs: readonly [string, string | Uint8Array, DatasetErrorCode, RegExp, ReadSiteOptions?][] = [
  ['nothing', '', 'dataset.site-format', /请提供 GeoJSON/],
  ['a KML', '<kml/>', 'dataset.site-format', /认不出/],
  ['a list of numbers in JSON', '[[1,2]]', 'dataset.site-format', /认不出/],
  ['cut JSON', '{"type":"Polygon","coordinates":[[[132,47]', 'dataset.site-syntax', /不是有效的 JSON/],
  ['a point', '{"type":"Point","coordinates":[132,47]}', 'dataset.site-no-area', /根对象是 Point/],
  ['a feature without geometry', '{"type":"Feature","geometry":null}', 'dataset.site-no-area', /没有图形/],
  [
    'text for a number',
    '{"type":"Polygon","coordinates":[[["132",47]]]}',
    'dataset.site-syntax',
    /第 1 个环第 1 个顶点的坐标不是数字/,
  ],
  [
    'one number for a pair',
    '{"type":"Polygon","coordinates":[[[132]]]}',
    'dataset.site-syntax',
    /不是坐标对/,
  ],
  [
    'an endless number',
    '{"type":"Polygon","coordinates":[[[1e999,47]]]}',
    'dataset.not-finite',
    /第 1 个顶点/,
  ],
  [
    'collections in collections',
    `${'{"type":"FeatureCollection","features":['.repeat(9)}${']}'.repeat(9)}`,
    'dataset.site-syntax',
    /嵌套过深/,
  ],
  [
    'arrays in arrays',
    `{"type":"Polygon","coordinates":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
    'dataset.site-syntax',
    /不是坐标对/,
  ],
  [
    'a foreign CRS',
    '{"type":"Polygon","crs":{"type":"name","properties":{"name":"EPSG:3857"}},"coordinates":[]}',
    'dataset.wrong-crs',
    /3857/,
  ],
  [
    'metres without a CRS',
    `{"type":"Polygon","coordinates":[[[44532000,5236000],[44532100,5236000],[44532100,5236100]]]}`,
    'dataset.metres-as-degrees',
    /44532000/,
  ],
  [
    'latitudes first',
    '{"type":"Polygon","coordinates":[[[47.2,132],[47.3,132],[47.3,132.1]]]}',
    'dataset.swapped-axes',
    /47\.2/,
  ],
  [
    'a place in Europe',
    '{"type":"Polygon","coordinates":[[[2,48],[2.1,48],[2.1,48.1]]]}',
    'dataset.out-of-range',
    /第 1 个图形第 1 个顶点：2，48/,
  ],
  [
    'a ring of two points',
    '{"type":"Polygon","coordinates":[[[132,47],[132.1,47],[132,47]]]}',
    'dataset.site-no-area',
    /不足三个/,
  ],
  ['no ring at all', '{"type":"MultiPolygon","coordinates":[]}', 'dataset.site-no-area', /没有图形/],
  ['a line in WKT', 'LINESTRING(132 47,132 48)', 'dataset.site-no-area', /LINESTRING/],
  ['an empty polygon', 'POLYGON EMPTY', 'dataset.site-no-area', /为空/],
  ['cut WKT', 'POLYGON((132 47, 132.1 47', 'dataset.site-syntax', /文本已结束/],
  [
    'WKT with a stray letter',
    'POLYGON((132 47, 132.1 47, x 48))',
    'dataset.site-syntax',
    /第 1 行第 28 个字符处应为一对坐标，读到“x”/,
  ],
  ['WKT with a foreign character', 'POLYGON((132 47, 132.1 47, # 48))', 'dataset.site-syntax', /读到“#”/],
  ['a foreign SRID', `SRID=3857;${polygon(square)}`, 'dataset.wrong-crs', /SRID=3857/],
  ['the SRID of another zone', `SRID=4526;${polygon(square)}`, 'dataset.zone-mismatch', /44532000/],
  [
    'degrees under a plane',
    'SRID=4526;POLYGON((132 47,132.1 47,132.1 47.1,132 47))',
    'dataset.degrees-as-metres',
    /132/,
  ],
  ['a prefix too much', `SRID=4553;${polygon(square)}`, 'dataset.zone-prefix-unexpected', /44532000/],
  ['a bow-tie', polygon(bowTie), 'dataset.self-crossing', /在 \(44532050\.0000, 5236050\.0000\)/],
  ['a hole beside its polygon', polygon(square, away), 'dataset.misplaced-ring', /内环/],
  [
    'points in a text that are no numbers',
    text(...good, 'J4,1,523610O,44532000'),
    'dataset.site-syntax',
    /第 9 行：“523610O”不是坐标/,
  ],
  ['a point with too much', text(...good, 'J4,1,5236100,44532000,5'), 'dataset.site-syntax', /第 9 行：应为/],
  ['a text without points', text(), 'dataset.site-no-area', /没有界址点/],
  [
    'points before their parcel',
    ['[地块坐标]', ...good].join('\n'),
    'dataset.site-syntax',
    /第 2 行：界址点之前/,
  ],
  ['a line for a parcel', text().replace('面', '线'), 'dataset.site-no-area', /第 5 行的地块是线/],
  [
    'an older datum',
    text(...good).replace('2000国家大地', '1980西安'),
    'dataset.wrong-crs',
    /第 2 行：坐标系=1980西安坐标系/,
  ],
  ['6° zones', text(...good).replace('带号=44', '几度分带=6'), 'dataset.wrong-crs', /第 3 行：6 度带/],
  [
    'a zone that is none',
    text(...good).replace('带号=44', '带号=22'),
    'dataset.wrong-crs',
    /第 3 行：带号=22/,
  ],
  [
    'a zone that is not the points’',
    text(...good).replace('带号=44', '带号=43'),
    'dataset.zone-mismatch',
    /写明 43 带，坐标以 44 开头/,
  ],
  ['a point in another zone', text(...good, 'J4,1,5236100,43532000'), 'dataset.zone-mismatch', /第 9 行：/],
  [
    'a point with its numbers turned',
    text(...good, 'J4,1,44532000,5236100'),
    'dataset.out-of-range',
    /第 9 行：.*不是同一种坐标/,
  ],
  [
    'no zone anywhere',
    '5236000,532000\n5236000,532100\n5236100,532100',
    'dataset.site-unclear-crs',
    /第 1 行/,
  ],
  [
    'a parcel that crosses itself',
    text('1,1,5236000,44532000', '2,1,5236100,44532100', '3,1,5236000,44532100', '4,1,5236100,44532000'),
    'dataset.self-crossing',
    /44532050\.0000/,
  ],
  [
    'an unknown unit',
    text(...good).replace('带号=44', '计量单位=公里'),
    'dataset.site-syntax',
    /第 3 行：计量单位=公里/,
  ],
  [
    'too many bytes',
    'x'.repeat(200),
    'dataset.site-too-large',
    /200 字节，最多 100 字节/,
    { limits: { bytes: 100 } },
  ],
  [
    'too many vertices',
    polygon(square),
    'dataset.site-too-large',
    /5 个顶点，最多 4 个/,
    { limits: { vertices: 4 } },
  ],
  [
    'too many rings',
    polygon(square, square),
    'dataset.site-too-large',
    /2 个环，最多 1 个/,
    { limits: { rings: 1 } },
  ],
  ['a zip that is none', 'PK\u0003\u0004 and no more', 'dataset.unreadable', /请/],
  [
    'a zip without a Shapefile',
    zipBytes([{ name: 'a.txt', data: Buffer.from('1') }]),
    'dataset.unsupported-format',
    /没有找到/,
  ],
  [
    'a zip that leads out',
    zipBytes([{ name: '../a.shp', data: Buffer.from('1') }]),
    'dataset.path-traversal',
    /有害/,
  ],
];

describe('a site that cannot be read', () => {
  it.each(inputs)('%s', async (_, source, code, sentence, options = {}) => {
    const error = await readSite(source, { name: '用地.txt', ...options }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(DatasetError);
    expect((error as DatasetError).code, String(error)).toBe(code);
    expect((error as DatasetError).message).toMatch(sentence);
    expect((error as DatasetError).message).toMatch(/^用地\.txt.*：.*。$/s);
  });
});
