import { type Polygons, PolygonsBuilder } from '@tuheng/geometry';
import { type Column, type Crs, crsOf } from '@tuheng/standard';
import type { OutputLayer } from '../output/output-layer.ts';

export const zone44: Crs = crsOf(4532)!;
export const plain132: Crs = crsOf(4553)!;
export const geographic: Crs = crsOf(4490)!;

/** A clockwise square ring, closed, as flat coordinates. */
export function square(x: number, y: number, side: number): number[] {
  return [x, y, x, y + side, x + side, y + side, x + side, y, x, y];
}

/** Polygons from rings: features of polygons of rings. */
export function polygonsOf(features: readonly (readonly (readonly number[])[])[][]): Polygons {
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

/** A boundary layer of three features: with a hole, of two parts, and empty. */
export function sampleLayer(name = 'CZKFBJ'): OutputLayer {
  const hole = [...square(44_500_020, 5_200_020, 10)];
  const columns = new Map<string, Column>([
    ['BSM', { kind: 'text', values: ['230899000100000001', '230899000100000002', null] }],
    ['XZQDM', { kind: 'text', values: ['230899', '230899', '230899'] }],
    ['XZQMC', { kind: 'text', values: ['示范县', '示范县', ''] }],
    ['MJ', { kind: 'number', values: Float64Array.of(9900.123456789, 200, Number.NaN) }],
  ]);
  return {
    name,
    crs: zone44,
    polygons: polygonsOf([
      [[square(44_500_000, 5_200_000, 100), reversed(hole)]],
      [[square(44_501_000.1234, 5_200_000.5678, 10)], [square(44_502_000, 5_200_000, 10)]],
      [],
    ]),
    fields: [
      { name: 'BSM', title: '标识码', type: 'text', length: 18 },
      { name: 'XZQDM', title: '行政区代码', type: 'text', length: 12 },
      { name: 'XZQMC', title: '行政区名称', type: 'text', length: 100 },
      { name: 'MJ', title: '面积', type: 'double', length: 0 },
    ],
    columns,
  };
}

export function reversed(ring: readonly number[]): number[] {
  const out: number[] = [];
  for (let i = ring.length - 2; i >= 0; i -= 2) out.push(ring[i]!, ring[i + 1]!);
  return out;
}

/** GeoJSON text of polygons, one ring each, with properties. */
export function geoJson(
  rings: readonly (readonly number[])[],
  more: {
    readonly name?: string;
    readonly epsg?: number;
    readonly properties?: readonly Record<string, unknown>[];
  } = {},
): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    ...(more.name ? { name: more.name } : {}),
    ...(more.epsg
      ? { crs: { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${more.epsg}` } } }
      : {}),
    features: rings.map((ring, i) => ({
      type: 'Feature',
      properties: more.properties?.[i] ?? {},
      geometry: { type: 'Polygon', coordinates: [pairs(ring)] },
    })),
  });
}

function pairs(ring: readonly number[]): number[][] {
  return Array.from({ length: ring.length / 2 }, (_, i) => [ring[2 * i]!, ring[2 * i + 1]!]);
}
