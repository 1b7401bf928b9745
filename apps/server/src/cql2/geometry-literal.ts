import type { GeometryLiteral } from './expression.ts';
import { FilterError } from './filter-error.ts';
import type { TokenReader } from './token-reader.ts';

const keywords = ['POINT', 'MULTIPOINT', 'LINESTRING', 'MULTILINESTRING', 'POLYGON', 'MULTIPOLYGON'] as const;

/** Whether the words ahead are a geometry: WKT, or a box by its keyword. */
export function isGeometryAhead(reader: TokenReader): boolean {
  return [...keywords, 'BBOX', 'ENVELOPE'].some((keyword) => reader.isAhead(keyword));
}

/** Reads WKT or `BBOX(minx, miny, maxx, maxy)`; heights are passed over. @throws FilterError */
export function readGeometry(reader: TokenReader): GeometryLiteral {
  if (reader.accept('BBOX') || reader.accept('ENVELOPE')) return readBox(reader);
  const keyword = keywords.find((one) => reader.accept(one));
  if (!keyword) throw reader.surprise('几何');
  const hasHeight = reader.accept('Z');
  switch (keyword) {
    case 'POINT':
      return { kind: 'points', paths: [path(reader, hasHeight, 1)] };
    case 'MULTIPOINT':
      return { kind: 'points', paths: list(reader, () => multiPoint(reader, hasHeight)) };
    case 'LINESTRING':
      return { kind: 'lines', paths: [path(reader, hasHeight, 2)] };
    case 'MULTILINESTRING':
      return { kind: 'lines', paths: list(reader, () => path(reader, hasHeight, 2)) };
    case 'POLYGON':
      return { kind: 'area', paths: list(reader, () => path(reader, hasHeight, 4)) };
    case 'MULTIPOLYGON':
      return {
        kind: 'area',
        paths: list(reader, () => list(reader, () => path(reader, hasHeight, 4))).flat(),
      };
  }
}

function readBox(reader: TokenReader): GeometryLiteral {
  const { at } = reader.ahead;
  const numbers = list(reader, () => reader.number());
  const half = numbers.length / 2;
  if (half !== 2 && half !== 3) throw new FilterError('应为 4 个或 6 个数', at);
  return { kind: 'area', paths: [boxRing(numbers[0]!, numbers[1]!, numbers[half]!, numbers[half + 1]!)] };
}

/** A box as a closed ring. */
export function boxRing(minA: number, minB: number, maxA: number, maxB: number): number[] {
  return [minA, minB, maxA, minB, maxA, maxB, minA, maxB, minA, minB];
}

/** `(…, …)` */
function list<T>(reader: TokenReader, read: () => T): T[] {
  reader.expect('(');
  const all = [read()];
  while (reader.accept(',')) all.push(read());
  reader.expect(')');
  return all;
}

/** Both ways to write a point of several: `(1 2)` and `1 2`. */
function multiPoint(reader: TokenReader, hasHeight: boolean): number[] {
  return reader.isAhead('(') ? path(reader, hasHeight, 1) : vertex(reader, hasHeight);
}

function path(reader: TokenReader, hasHeight: boolean, least: number): number[] {
  const { at } = reader.ahead;
  const vertices = list(reader, () => vertex(reader, hasHeight));
  if (vertices.length < least) throw new FilterError(`应至少有 ${least} 个点`, at);
  return vertices.flat();
}

function vertex(reader: TokenReader, hasHeight: boolean): number[] {
  const one = [reader.number(), reader.number()];
  if (hasHeight || reader.ahead.kind === 'number') reader.number();
  return one;
}
