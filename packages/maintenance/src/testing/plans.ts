import { type Polygons, PolygonsBuilder } from '@tuheng/geometry';
import { type Column, crsOf, type Layer, type Plan } from '@tuheng/standard';

export type Ring = readonly (readonly [number, number])[];

/** South-west corner of the test county, EPSG:4532. */
const ORIGIN = [44_532_000, 5_236_000] as const;

/** Rectangle at metres from the origin. */
export function box(x: number, y: number, width: number, height: number): Ring {
  const [east, north] = [ORIGIN[0] + x, ORIGIN[1] + y];
  return [
    [east, north],
    [east + width, north],
    [east + width, north + height],
    [east, north + height],
  ];
}

export interface Row {
  /** Outer ring first, then holes. */
  readonly rings: readonly Ring[];
  readonly attributes?: Readonly<Record<string, string | number>>;
}

/** A layer in memory, one polygon a feature; BSM and XZQDM are filled in. */
export function layerOf(code: string, rows: readonly Row[], epsg = 4532): Layer {
  const builder = new PolygonsBuilder();
  const names = new Set(rows.flatMap(({ attributes }) => Object.keys(attributes ?? {})));
  for (const { rings } of rows) {
    for (const ring of rings) builder.addRing(ring.flat());
    builder.endPolygon();
    builder.endFeature();
  }
  const columns = new Map<string, Column>([
    ['BSM', { kind: 'text', values: rows.map((_, i) => `2308980000${String(i + 1).padStart(8, '0')}`) }],
    ['XZQDM', { kind: 'text', values: rows.map(() => '230898') }],
    ['XZQMC', { kind: 'text', values: rows.map(() => '测试县') }],
  ]);
  for (const name of names) {
    const values = rows.map(({ attributes }) => attributes?.[name] ?? null);
    columns.set(
      name,
      values.some((value) => typeof value === 'number')
        ? { kind: 'number', values: Float64Array.from(values, (value) => Number(value ?? Number.NaN)) }
        : { kind: 'text', values: values as (string | null)[] },
    );
  }
  return { code, sourceName: code, crs: crsOf(epsg)!, polygons: builder.build(), columns };
}

export function planOf(name: string, ...layers: readonly Layer[]): Plan {
  return {
    name,
    digest: `digest of ${name}`,
    format: 'memory',
    layers: new Map(layers.map((layer) => [layer.code, layer])),
    notes: [],
  };
}

export function sumAreas(p: Polygons, area: (p: Polygons, f: number) => number): number {
  let sum = 0;
  for (let f = 0; f + 1 < p.featureStart.length; f++) sum += area(p, f);
  return sum;
}
