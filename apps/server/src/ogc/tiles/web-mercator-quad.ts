import { EXACT_ZOOM } from '@tuheng/tiles';

export const tileMatrixSetId = 'WebMercatorQuad';
export const tileMatrixSetUri = 'http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad';
export const webMercator = 'http://www.opengis.net/def/crs/EPSG/0/3857';

/** Half the circumference of the sphere of Web Mercator, metres. */
const HALF = 20037508.342789244;
const TILE = 256;
/** Metres: OGC 17-083r4, 6.1. */
const PIXEL = 0.00028;

/** The tile matrix set WebMercatorQuad (OGC 17-083r4, annex D.1), as fine as there are tiles. */
export function webMercatorQuad() {
  return {
    id: tileMatrixSetId,
    title: 'Google Maps Compatible for the World',
    uri: tileMatrixSetUri,
    crs: webMercator,
    orderedAxes: ['X', 'Y'],
    wellKnownScaleSet: 'http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible',
    tileMatrices: Array.from({ length: EXACT_ZOOM + 1 }, (_, z) => {
      const cellSize = (2 * HALF) / TILE / 2 ** z;
      return {
        id: String(z),
        scaleDenominator: cellSize / PIXEL,
        cellSize,
        pointOfOrigin: [-HALF, HALF],
        tileWidth: TILE,
        tileHeight: TILE,
        matrixWidth: 2 ** z,
        matrixHeight: 2 ** z,
      };
    }),
  };
}
