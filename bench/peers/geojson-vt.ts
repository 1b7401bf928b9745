import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { lonLatGeometry, transformBetween } from '@tuheng/geometry';
import { CGCS2000, textAt } from '@tuheng/standard';
import type { NumberedFeatures } from '@tuheng/tiles';

export interface GeojsonVtIndex {
  /** Seconds of writing GeoJSON and of indexing it. */
  readonly convert: number;
  readonly prepare: number;
  cut(this: void, z: number, x: number, y: number): { readonly bytes: number; readonly shapes: number };
}

/** A layer in geojson-vt as its users set it up: its defaults for all but the zooms, which are to go on beyond 14. */
export function indexTiles({ layer, ids }: NumberedFeatures): GeojsonVtIndex {
  const started = performance.now();
  const toLonLat = transformBetween(layer.crs, CGCS2000);
  const features = Array.from(ids, (id, f) => ({
    type: 'Feature' as const,
    id,
    geometry: lonLatGeometry(layer.polygons, f, toLonLat),
    properties: { BSM: textAt(layer, 'BSM', f), DLBM: textAt(layer, 'DLBM', f) },
  }));
  const converted = performance.now();
  const index = new GeoJSONVT({ type: 'FeatureCollection', features }, { maxZoom: 18 });
  const indexed = performance.now();
  return {
    convert: (converted - started) / 1000,
    prepare: (indexed - converted) / 1000,
    cut: (z, x, y) => {
      const tile = index.getTile(z, x, y);
      if (!tile) return { bytes: 0, shapes: 0 };
      return { bytes: fromGeojsonVt({ DLTB: tile }, { version: 2 }).length, shapes: tile.features.length };
    },
  };
}
