import { featureCount, type Polygons } from '@tuheng/geometry';
import initGeosJs from 'geos-wasm';
import { featureWkb, wkbSize } from './wkb.ts';

const GEOMETRY_COLLECTION = 7;

/**
 * Whether the layer is a coverage by GEOS's own test (`GEOSCoverageIsValid`): no overlaps, no mismatched borders. It is asked
 * for a yes or no; gaps are not looked for (gap width 0), which is the least work GEOS can do here.
 */
export async function isCoverageValid(layer: Polygons): Promise<boolean> {
  const geos = await initGeosJs();
  const n = featureCount(layer);
  const pointers = geos.Module._malloc(4 * n);
  for (let f = 0; f < n; f++) {
    const wkb = new Uint8Array(wkbSize(layer, f));
    featureWkb(layer, f, wkb, 0);
    const address = geos.Module._malloc(wkb.length);
    geos.Module.HEAPU8.set(wkb, address);
    geos.Module.HEAPU32[pointers / 4 + f] = geos.GEOSGeomFromWKB_buf(address, wkb.length);
    geos.Module._free(address);
  }
  const collection = geos.GEOSGeom_createCollection(GEOMETRY_COLLECTION, pointers, n);
  geos.Module._free(pointers);
  const edges = geos.Module._malloc(4);
  const valid = geos.GEOSCoverageIsValid(collection, 0, edges);
  geos.GEOSGeom_destroy(geos.Module.HEAPU32[edges / 4]!);
  geos.GEOSGeom_destroy(collection);
  geos.Module._free(edges);
  if (valid === 2) throw new Error('GEOSCoverageIsValid failed');
  return valid === 1;
}
