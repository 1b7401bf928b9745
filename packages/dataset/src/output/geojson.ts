import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { featureCount } from '@tuheng/geometry';
import { type FieldValues, fieldValues } from './field-values.ts';
import type { OutputLayer } from './output-layer.ts';

/**
 * Writes one layer as GeoJSON, one feature a line, every coordinate as the shortest decimal that reads back the same. The CRS
 * is declared in the `crs` member: RFC 7946 knows WGS 84 only, GDAL and desktop tools honour it.
 */
export async function writeGeoJson(path: string, layer: OutputLayer): Promise<void> {
  const values = fieldValues(layer);
  await pipeline(Readable.from(lines(layer, values)), createWriteStream(path, { flags: 'wx' }));
}

function* lines(layer: OutputLayer, values: readonly FieldValues[]): Generator<string> {
  const crs = { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${layer.crs.epsg}` } };
  yield `{"type":"FeatureCollection","name":${JSON.stringify(layer.name)},"crs":${JSON.stringify(crs)},"features":[`;
  for (let f = 0; f < featureCount(layer.polygons); f++) {
    const properties = Object.fromEntries(values.map(({ field, valueAt }) => [field.name, valueAt(f)]));
    const geometry = geometryOf(layer, f);
    yield `${f === 0 ? '\n' : ',\n'}${JSON.stringify({ type: 'Feature', properties, geometry })}`;
  }
  yield '\n]}\n';
}

type Geometry =
  | { readonly type: 'MultiPolygon'; readonly coordinates: number[][][][] }
  | { readonly type: 'MultiLineString'; readonly coordinates: number[][][] }
  | { readonly type: 'Point'; readonly coordinates: number[] };

function geometryOf({ polygons: p, shapes = 'polygons' }: OutputLayer, f: number): Geometry | null {
  const coordinates: number[][][][] = [];
  for (let i = p.featureStart[f]!; i < p.featureStart[f + 1]!; i++) {
    const rings: number[][][] = [];
    for (let r = p.polygonStart[i]!; r < p.polygonStart[i + 1]!; r++) {
      const ring: number[][] = [];
      for (let v = p.ringStart[r]!; v < p.ringStart[r + 1]!; v++) {
        ring.push([p.xy[2 * v]!, p.xy[2 * v + 1]!]);
      }
      rings.push(ring);
    }
    coordinates.push(rings);
  }
  if (coordinates.length === 0) return null;
  switch (shapes) {
    case 'polygons':
      return { type: 'MultiPolygon', coordinates };
    case 'lines':
      return { type: 'MultiLineString', coordinates: coordinates.flat() };
    case 'points':
      return { type: 'Point', coordinates: coordinates[0]![0]![0]! };
  }
}
