import { type ArealGeometry, type Polygons, PolygonsBuilder, reprojectPolygons } from '@tuheng/geometry';
import { CGCS2000, type Column, type Crs, crsOf, type Layer, layerSpec } from '@tuheng/standard';

/** A feature as the server tells it: longitude and latitude, and all attributes. */
export interface PlacedFeature {
  readonly geometry: ArealGeometry;
  readonly attributes: Readonly<Record<string, string | number | null>>;
}

/** 0.1 mm, as plane coordinates are stored: what the way through degrees took off comes back. */
const PLANE = 1e4;

/** Features in the coordinate system that the plan declares. */
export function polygonsOf(features: readonly Pick<PlacedFeature, 'geometry'>[], crs: Crs): Polygons {
  const builder = new PolygonsBuilder();
  for (const { geometry } of features) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const rings of polygons) {
      for (const ring of rings) builder.addRing(ring.flatMap(([x, y]) => [x!, y!]));
      builder.endPolygon();
    }
    builder.endFeature();
  }
  const inCrs = reprojectPolygons(builder.build(), CGCS2000, crs);
  if (crs.kind === 'geographic') return inCrs;
  return { ...inCrs, xy: inCrs.xy.map((value) => Math.round(value * PLANE) / PLANE) };
}

/** The coordinate system of a code; plans are in CGCS2000, so another code is none of a plan. */
export function planCrs(epsg: number): Crs {
  return crsOf(epsg) ?? CGCS2000;
}

/** Features as a layer of a plan. */
export function layerOf(code: string, epsg: number, features: readonly PlacedFeature[]): Layer {
  const crs = planCrs(epsg);
  return {
    code,
    sourceName: code,
    crs,
    polygons: polygonsOf(features, crs),
    columns: columnsOf(code, features),
  };
}

function columnsOf(code: string, features: readonly PlacedFeature[]): Map<string, Column> {
  const numbers = new Set(
    layerSpec(code)
      ?.fields.filter(({ type }) => type === 'double' || type === 'integer')
      .map(({ name }) => name),
  );
  const names = new Set(features.flatMap(({ attributes }) => Object.keys(attributes)));
  return new Map(
    [...names].map((name): [string, Column] => {
      const values = features.map(({ attributes }) => attributes[name] ?? null);
      const isNumber = numbers.has(name) || values.some((value) => typeof value === 'number');
      return [
        name,
        isNumber
          ? {
              kind: 'number',
              values: Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value))),
            }
          : { kind: 'text', values: values.map((value) => (value === null ? null : String(value))) },
      ];
    }),
  );
}
