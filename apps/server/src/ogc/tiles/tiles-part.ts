import { addressOf } from '../address.ts';
import { mediaTypes } from '../link.ts';
import type { OgcPart } from '../ogc-part.ts';
import { parameter, refusals } from '../openapi/references.ts';

const security = [{ token: [] }, { basic: [] }, { session: [] }];
const json = (description: string) => ({
  description,
  content: { 'application/json': { schema: { type: 'object' } } },
});

function get(operationId: string, summary: string, parameters: readonly object[], ok: object): object {
  return {
    get: { operationId, summary, tags: ['切片'], security, parameters, responses: { 200: ok, ...refusals } },
  };
}

function path(name: string, description: string, schema: object): object {
  return { name, in: 'path', required: true, description, schema };
}

const ofSet = ['collectionId', 'tileMatrixSetId', 'version', 'datetime'].map(parameter);

/** OGC API – Tiles (20-057) with the Two Dimensional Tile Matrix Set standard (17-083r4): what is answered here. */
export const tilesPart: OgcPart = {
  conformance: [
    ...['core', 'tileset', 'tilesets-list', 'geodata-tilesets', 'mvt', 'oas30'].map(
      (name) => `http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/${name}`,
    ),
    ...['tilematrixset', 'json-tilematrixset', 'tilesetmetadata', 'json-tilesetmetadata'].map(
      (name) => `http://www.opengis.net/spec/tms/2.0/conf/${name}`,
    ),
  ],
  links: (base) => [
    {
      href: `${base}/tileMatrixSets`,
      rel: 'http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes',
      type: mediaTypes.json,
      title: '切片方案',
    },
  ],
  collectionLinks: (base, { id }) => [
    {
      href: `${addressOf(base, id)}/tiles`,
      rel: 'http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector',
      type: mediaTypes.json,
      title: '切片集',
    },
  ],
  paths: {
    '/tileMatrixSets': get('getTileMatrixSetsList', '切片方案', [parameter('f')], json('切片方案')),
    '/tileMatrixSets/{tileMatrixSetId}': get(
      'getTileMatrixSet',
      '一个切片方案',
      [parameter('tileMatrixSetId'), parameter('f')],
      json('切片方案'),
    ),
    '/collections/{collectionId}/tiles': get(
      'getTileSetsList',
      '数据集的切片集',
      ['collectionId', 'version', 'datetime', 'f'].map(parameter),
      json('切片集'),
    ),
    '/collections/{collectionId}/tiles/{tileMatrixSetId}': get(
      'getTileSet',
      '一个切片集',
      [...ofSet, parameter('f')],
      json('切片集'),
    ),
    '/collections/{collectionId}/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}': {
      get: {
        operationId: 'getTile',
        summary: '一块矢量切片（Mapbox Vector Tile）',
        tags: ['切片'],
        security,
        parameters: [...ofSet, ...['tileMatrix', 'tileRow', 'tileCol'].map(parameter)],
        responses: {
          200: {
            description: '切片',
            content: {
              'application/vnd.mapbox-vector-tile': { schema: { type: 'string', format: 'binary' } },
            },
          },
          204: { description: '这里没有内容' },
          ...refusals,
        },
      },
    },
  },
  parameters: {
    tileMatrixSetId: path('tileMatrixSetId', '切片方案', { type: 'string', enum: ['WebMercatorQuad'] }),
    tileMatrix: path('tileMatrix', '级别', { type: 'integer', minimum: 0 }),
    tileRow: path('tileRow', '行，从北向南', { type: 'integer', minimum: 0 }),
    tileCol: path('tileCol', '列，从西向东', { type: 'integer', minimum: 0 }),
  },
  schemas: {},
};
