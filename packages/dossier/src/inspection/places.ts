import { transformBetween } from '@tuheng/geometry';
import type { Finding, FindingGeometry } from '@tuheng/inspection';
import { CGCS2000, type Crs } from '@tuheng/standard';

/** Where a fault is, in metres of the plane. */
export interface PlanePlace {
  readonly kind: 'polygon' | 'line' | 'point';
  /** Rings (closed), lines, or points: `x, y, x, y, …`. */
  readonly parts: readonly (readonly number[])[];
}

/** The places of findings in a plane; undefined for a finding without one, or with one that is not finite there. */
export function planePlaces(findings: readonly Finding[], crs: Crs): (PlanePlace | undefined)[] {
  const transform = transformBetween(CGCS2000, crs);
  const out: [number, number] = [0, 0];
  return findings.map(({ geometry }) => {
    if (!geometry) return undefined;
    const { kind, parts } = partsOf(geometry);
    const plane = parts.map((part) =>
      part.flatMap(([lon, lat]) => {
        transform(lon!, lat!, out);
        return [out[0], out[1]];
      }),
    );
    const isPlaced = plane.length > 0 && plane.every((part) => part.every(Number.isFinite));
    return isPlaced ? { kind, parts: plane } : undefined;
  });
}

type Part = readonly (readonly number[])[];

/** A geometry as rings, lines or points in longitude and latitude. Lines that are all of one point each are points. */
export function partsOf(geometry: FindingGeometry): { kind: PlanePlace['kind']; parts: readonly Part[] } {
  switch (geometry.type) {
    case 'Point':
      return { kind: 'point', parts: [[geometry.coordinates]] };
    case 'LineString':
      return linesOrPoints([geometry.coordinates]);
    case 'MultiLineString':
      return linesOrPoints(geometry.coordinates);
    case 'Polygon':
      return { kind: 'polygon', parts: geometry.coordinates };
    case 'MultiPolygon':
      return { kind: 'polygon', parts: geometry.coordinates.flat() };
  }
}

function linesOrPoints(lines: readonly Part[]): { kind: 'line' | 'point'; parts: readonly Part[] } {
  const isPoint = (line: Part): boolean => line.every(([x, y]) => x === line[0]![0] && y === line[0]![1]);
  return lines.every(isPoint)
    ? { kind: 'point', parts: lines.map((line) => [line[0]!]) }
    : { kind: 'line', parts: lines };
}

/** minX, minY, maxX, maxY. */
export function placeBox({ parts }: PlanePlace): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const part of parts) {
    for (let i = 0; i < part.length; i += 2) {
      if (part[i]! < box[0]) box[0] = part[i]!;
      if (part[i + 1]! < box[1]) box[1] = part[i + 1]!;
      if (part[i]! > box[2]) box[2] = part[i]!;
      if (part[i + 1]! > box[3]) box[3] = part[i + 1]!;
    }
  }
  return box;
}

export function vertexCountOf({ parts }: PlanePlace): number {
  return parts.reduce((sum, part) => sum + part.length / 2, 0);
}
