import type { Comparison, Expression, GeometryLiteral, Scalar } from './expression.ts';
import { FilterError } from './filter-error.ts';
import { isGeometryAhead, readGeometry } from './geometry-literal.ts';
import { TokenReader } from './token-reader.ts';

/** Characters, and brackets within brackets. */
const LONGEST = 8000;
const DEEPEST = 64;

/** The name of a feature's place among the queryables. */
export const geometryName = 'geometry';

const comparisons: readonly Comparison[] = ['=', '<>', '<', '<=', '>', '>='];
/** Spatial functions and what they ask of the feature. */
const spatial = { S_INTERSECTS: 'meets', S_WITHIN: 'within' } as const;
/** Words that cannot be the name of a property unless they stand in double quotes. */
const reserved = new Set(
  'AND OR NOT LIKE BETWEEN IN IS NULL TRUE FALSE CASEI DATE TIMESTAMP S_INTERSECTS S_WITHIN'.split(' '),
);

/**
 * Reads a filter in the text form of CQL2 (OGC 21-065r2): comparisons, AND, OR, NOT, LIKE, BETWEEN, IN, IS NULL, CASEI, S_INTERSECTS and S_WITHIN.
 *
 * @throws FilterError that tells the place
 */
export function parseFilter(text: string): Expression {
  if (text.length > LONGEST) throw new FilterError(`过滤条件超过 ${LONGEST} 个字符`);
  const reader = new TokenReader(text);
  const expression = either(reader, 0);
  if (reader.ahead.kind !== 'end') throw reader.surprise('结尾');
  return expression;
}

function either(reader: TokenReader, depth: number): Expression {
  if (depth > DEEPEST) throw new FilterError(`括号超过 ${DEEPEST} 层`, reader.ahead.at);
  const of = [both(reader, depth)];
  while (reader.accept('OR')) of.push(both(reader, depth));
  return of.length === 1 ? of[0]! : { kind: 'or', of };
}

function both(reader: TokenReader, depth: number): Expression {
  const of = [factor(reader, depth)];
  while (reader.accept('AND')) of.push(factor(reader, depth));
  return of.length === 1 ? of[0]! : { kind: 'and', of };
}

function factor(reader: TokenReader, depth: number): Expression {
  if (depth > DEEPEST) throw new FilterError(`括号超过 ${DEEPEST} 层`, reader.ahead.at);
  if (reader.accept('NOT')) return { kind: 'not', of: factor(reader, depth + 1) };
  if (reader.accept('(')) {
    const inner = either(reader, depth + 1);
    reader.expect(')');
    return inner;
  }
  if (reader.accept('TRUE')) return { kind: 'constant', value: true };
  if (reader.accept('FALSE')) return { kind: 'constant', value: false };
  for (const [name, kind] of Object.entries(spatial)) {
    const { at } = reader.ahead;
    if (reader.accept(name))
      return { kind, geometry: spatialOperands(reader, kind), at } satisfies Expression;
  }
  return predicate(reader, scalar(reader));
}

/** The feature's place and a geometry; in either order where that makes no difference. */
function spatialOperands(reader: TokenReader, kind: 'meets' | 'within'): GeometryLiteral {
  reader.expect('(');
  let geometry: GeometryLiteral;
  if (kind === 'meets' && isGeometryAhead(reader)) {
    geometry = readGeometry(reader);
    reader.expect(',');
    expectPlace(reader);
  } else {
    expectPlace(reader);
    reader.expect(',');
    geometry = readGeometry(reader);
  }
  reader.expect(')');
  return geometry;
}

function expectPlace(reader: TokenReader): void {
  const { kind, value } = reader.ahead;
  if ((kind !== 'word' && kind !== 'quoted') || value !== geometryName)
    throw reader.surprise(`“${geometryName}”`);
  reader.take();
}

function predicate(reader: TokenReader, of: Scalar): Expression {
  const { at } = reader.ahead;
  const operator = comparisons.find((one) => reader.accept(one));
  if (operator) return { kind: 'compare', left: of, operator, right: scalar(reader), at };
  if (reader.accept('IS')) {
    const isNot = reader.accept('NOT');
    reader.expect('NULL');
    return negated(isNot, { kind: 'null', of });
  }
  const isNot = reader.accept('NOT');
  if (reader.accept('LIKE')) return negated(isNot, { kind: 'like', of, pattern: scalar(reader) });
  if (reader.accept('BETWEEN')) {
    const low = scalar(reader);
    reader.expect('AND');
    return negated(isNot, { kind: 'between', of, low, high: scalar(reader) });
  }
  if (reader.accept('IN')) {
    reader.expect('(');
    const list = [scalar(reader)];
    while (reader.accept(',')) list.push(scalar(reader));
    reader.expect(')');
    return negated(isNot, { kind: 'in', of, list });
  }
  throw reader.surprise('比较运算符、IS、LIKE、BETWEEN 或 IN');
}

function negated(isNot: boolean, of: Expression): Expression {
  return isNot ? { kind: 'not', of } : of;
}

function scalar(reader: TokenReader): Scalar {
  const { kind, value, at } = reader.ahead;
  if (reader.accept('CASEI')) {
    reader.expect('(');
    if (reader.isAhead('CASEI')) throw reader.surprise('属性名或文字');
    const of = scalar(reader);
    reader.expect(')');
    return { kind: 'casei', of, at };
  }
  if (reader.accept('DATE') || reader.accept('TIMESTAMP')) return instant(reader);
  if (kind === 'word' && reserved.has(value.toUpperCase())) throw reader.surprise('属性名或值');
  if (kind === 'word' || kind === 'quoted') return { kind: 'property', name: reader.take().value, at };
  if (kind === 'text') return { kind: 'text', value: reader.take().value, at };
  if (kind === 'number') return { kind: 'number', value: reader.number(), at };
  throw reader.surprise('属性名或值');
}

/** Dates are kept as texts (YYYY-MM-DD), whose order is that of time. */
function instant(reader: TokenReader): Scalar {
  reader.expect('(');
  const { kind, value, at } = reader.ahead;
  if (kind !== 'text' || !/^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(value)) throw reader.surprise('日期');
  reader.take();
  reader.expect(')');
  return { kind: 'text', value, at };
}
