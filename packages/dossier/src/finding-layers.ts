import type { Polygons } from '@tuheng/geometry';
import type { Finding, FindingGeometry, Inspection } from '@tuheng/inspection';
import { CGCS2000, type Column, type Crs } from '@tuheng/standard';
import { severityWords } from './words.ts';

/** A layer of findings, as a writer of datasets takes it. */
export interface FindingLayer {
  readonly name: string;
  readonly crs: Crs;
  readonly shapes: 'polygons' | 'lines' | 'points';
  readonly polygons: Polygons;
  readonly fields: readonly {
    readonly name: string;
    readonly type: 'text' | 'double' | 'integer';
    readonly length: number;
  }[];
  readonly columns: ReadonlyMap<string, Column>;
}

const kinds = [
  ['polygons', '问题_面'],
  ['lines', '问题_线'],
  ['points', '问题_点'],
] as const;

/** A finding with one row's geometry. */
interface Placed {
  readonly finding: Finding;
  readonly geometry: FindingGeometry;
}

/**
 * The layers of findings.gpkg: faults with an area as polygons, others as lines and points, in longitude and latitude of CGCS2000, each
 * with what the finding says. A finding at several points has a row for each. Findings without a place are in none; a kind of which there
 * is none has no layer.
 */
export function findingLayers({ findings }: Inspection): FindingLayer[] {
  return kinds.flatMap(([shapes, name]) => {
    const own = findings.flatMap((finding) =>
      finding.geometry
        ? geometriesOf(finding.geometry, shapes).map((geometry) => ({ finding, geometry }))
        : [],
    );
    return own.length > 0 ? [layerOf(name, shapes, own)] : [];
  });
}

/** What of a geometry belongs to a layer of this kind: lines from a point to itself are points. */
function geometriesOf(geometry: FindingGeometry, shapes: FindingLayer['shapes']): FindingGeometry[] {
  switch (geometry.type) {
    case 'Polygon':
    case 'MultiPolygon':
      return shapes === 'polygons' ? [geometry] : [];
    case 'Point':
      return shapes === 'points' ? [geometry] : [];
    case 'LineString':
    case 'MultiLineString': {
      const all = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
      if (shapes === 'points') {
        return all.filter(isPoint).map((line) => ({ type: 'Point', coordinates: line[0]! }));
      }
      const lines = all.filter((line) => !isPoint(line));
      return shapes === 'lines' && lines.length > 0 ? [{ type: 'MultiLineString', coordinates: lines }] : [];
    }
  }
}

function isPoint(line: Line): boolean {
  return line.every(([x, y]) => x === line[0]![0] && y === line[0]![1]);
}

function layerOf(name: string, shapes: FindingLayer['shapes'], placed: readonly Placed[]): FindingLayer {
  const texts: readonly (readonly [string, (finding: Finding) => string | null])[] = [
    ['规则', ({ rule }) => rule],
    ['级别', ({ severity }) => severityWords[severity].word],
    ['数据库', ({ database }) => database],
    ['图层', ({ layer }) => layer],
    ['BSM', ({ bsm }) => bsm],
    ['字段', ({ attribute }) => attribute ?? null],
    ['说明', ({ message }) => message],
    ['单位', ({ measure }) => measure?.unit ?? null],
    ['建议', ({ suggestion }) => suggestion],
  ];
  const numbers: readonly (readonly [string, (finding: Finding) => number | null | undefined])[] = [
    ['行号', ({ row }) => row],
    ['面积', ({ area }) => area],
    ['量值', ({ measure }) => measure?.value],
  ];
  const columns = new Map<string, Column>();
  for (const [field, value] of texts)
    columns.set(field, { kind: 'text', values: placed.map(({ finding }) => value(finding)) });
  for (const [field, value] of numbers) {
    columns.set(field, {
      kind: 'number',
      values: Float64Array.from(placed, ({ finding }) => value(finding) ?? Number.NaN),
    });
  }
  return {
    name,
    crs: CGCS2000,
    shapes,
    polygons: arraysOf(placed.map(({ geometry }) => geometry)),
    fields: [
      ...texts.map(([field]) => ({ name: field, type: 'text' as const, length: 0 })),
      { name: '行号', type: 'integer', length: 0 },
      { name: '面积', type: 'double', length: 0 },
      { name: '量值', type: 'double', length: 0 },
    ],
    columns,
  };
}

/** Geometries in flat arrays: the rings of polygons, or lines and points in their place. */
function arraysOf(geometries: readonly FindingGeometry[]): Polygons {
  const xy: number[] = [];
  const ringStart = [0];
  const polygonStart = [0];
  const featureStart = [0];
  for (const geometry of geometries) {
    for (const rings of polygonsOf(geometry)) {
      for (const ring of rings) {
        for (const [x, y] of ring) xy.push(x!, y!);
        ringStart.push(xy.length / 2);
      }
      polygonStart.push(ringStart.length - 1);
    }
    featureStart.push(polygonStart.length - 1);
  }
  return {
    xy: Float64Array.from(xy),
    ringStart: Uint32Array.from(ringStart),
    polygonStart: Uint32Array.from(polygonStart),
    featureStart: Uint32Array.from(featureStart),
  };
}

type Line = readonly (readonly number[])[];

function polygonsOf(geometry: FindingGeometry): readonly (readonly Line[])[] {
  switch (geometry.type) {
    case 'Polygon':
      return [geometry.coordinates];
    case 'MultiPolygon':
      return geometry.coordinates;
    case 'LineString':
      return [[geometry.coordinates]];
    case 'MultiLineString':
      return [geometry.coordinates];
    case 'Point':
      return [[[geometry.coordinates]]];
  }
}
