import type { Box } from '@tuheng/geometry';
import { EXACT_ZOOM, tileAt } from '@tuheng/tiles';
import { lonLatBounds } from '../../held-versions/lon-lat-bounds.ts';
import { tileAttributes } from '../../tiles/tile-attributes.ts';
import { addressOf } from '../address.ts';
import type { Collection } from '../collection.ts';
import { type Link, mediaTypes, selfLinks } from '../link.ts';
import { tileMatrixSetId, tileMatrixSetUri, webMercator } from './web-mercator-quad.ts';

const relTileMatrixSet = 'http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme';
const mvt = 'application/vnd.mapbox-vector-tile';

export function tileSetAddress(base: string, id: string): string {
  return `${addressOf(base, id)}/tiles/${tileMatrixSetId}`;
}

/** An item of a list of tile sets (OGC 20-057, 8.2). @param query `?version=…` of the version that was asked for, or nothing */
export function tileSetItem(base: string, { id, title }: Collection, query: string) {
  return {
    title,
    dataType: 'vector',
    crs: webMercator,
    tileMatrixSetURI: tileMatrixSetUri,
    links: [
      { href: `${tileSetAddress(base, id)}${query}`, rel: 'self', type: mediaTypes.json, title: '切片集' },
      schemeLink(base),
    ],
  };
}

/** A tile set with all that a client has to know (OGC 17-083r4, 8; 20-057, 9). */
export function tileSet(base: string, collection: Collection, query: string, form: 'json' | 'html') {
  const { id, title, layer } = collection;
  const own = tileSetAddress(base, id);
  const bounds = lonLatBounds([layer]);
  const { attributes } = tileAttributes(layer.fields);
  return {
    title,
    dataType: 'vector',
    crs: webMercator,
    tileMatrixSetURI: tileMatrixSetUri,
    ...(bounds && { tileMatrixSetLimits: limitsOf(bounds), boundingBox: boxOf(bounds) }),
    layers: [
      {
        id: layer.code,
        title,
        dataType: 'vector',
        geometryDimension: 2,
        minTileMatrix: '0',
        maxTileMatrix: String(EXACT_ZOOM),
        propertiesSchema: {
          type: 'object',
          properties: Object.fromEntries(
            attributes.map((name) => [
              name,
              { type: layer.fields.find(([field]) => field === name)![1] === 'number' ? 'number' : 'string' },
            ]),
          ),
        },
      },
    ],
    links: [
      ...selfLinks({ href: (f) => `${own}${query === '' ? '?' : `${query}&`}f=${f}`, form }),
      schemeLink(base),
      {
        href: `${own}/{tileMatrix}/{tileRow}/{tileCol}${query}`,
        rel: 'item',
        type: mvt,
        title: '切片',
        templated: true as const,
      },
    ],
  };
}

function schemeLink(base: string): Link {
  return {
    href: `${base}/tileMatrixSets/${tileMatrixSetId}`,
    rel: relTileMatrixSet,
    type: mediaTypes.json,
    title: '切片方案',
  };
}

function limitsOf([west, south, east, north]: Box) {
  return Array.from({ length: EXACT_ZOOM + 1 }, (_, z) => {
    const [minTileCol, minTileRow] = tileAt(west, north, z);
    const [maxTileCol, maxTileRow] = tileAt(east, south, z);
    return { tileMatrix: String(z), minTileRow, maxTileRow, minTileCol, maxTileCol };
  });
}

function boxOf([west, south, east, north]: Box) {
  return {
    lowerLeft: [west, south],
    upperRight: [east, north],
    crs: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
  };
}
