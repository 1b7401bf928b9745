import type { Box } from '@tuheng/geometry';
import type { Column } from '@tuheng/standard';
import type { Comparison, Expression, GeometryLiteral, Scalar } from './expression.ts';
import { FilterError } from './filter-error.ts';
import { likeTest } from './like.ts';
import { all, any, not, type Test } from './truth.ts';

/** What a filter is put to. */
export interface FilteredLayer {
  readonly columns: ReadonlyMap<string, Column>;
  /** How a feature lies to a geometry. @throws FilterError where that cannot be told */
  place(kind: 'meets' | 'within', geometry: GeometryLiteral): PlaceTest;
}

export interface PlaceTest {
  readonly test: Test;
  /** Features whose boxes do not meet it fail. In the layer's coordinates. */
  readonly box: Box;
}

export interface CompiledFilter {
  readonly test: Test;
  /** Features whose boxes do not meet it fail, where the filter implies one. */
  readonly box?: Box;
}

/** A value of each row; null where there is none. */
type ValueOf<T> = (row: number) => T | null;
type Values =
  | { readonly kind: 'text'; readonly of: ValueOf<string>; readonly isFolded: boolean }
  | { readonly kind: 'number'; readonly of: ValueOf<number> };

/**
 * Makes a filter to a function over the rows of a layer. Comparisons with null are neither true nor false.
 *
 * @throws FilterError where a property is none of the layer, or unlike kinds are compared
 */
export function compileFilter(expression: Expression, layer: FilteredLayer): CompiledFilter {
  switch (expression.kind) {
    case 'constant':
      return { test: () => expression.value };
    case 'and': {
      const parts = expression.of.map((one) => compileFilter(one, layer));
      const box = parts.find((part) => part.box)?.box;
      return { test: all(parts.map(({ test }) => test)), ...(box && { box }) };
    }
    case 'or':
      return { test: any(expression.of.map((one) => compileFilter(one, layer).test)) };
    case 'not':
      return { test: not(compileFilter(expression.of, layer).test) };
    case 'meets':
    case 'within':
      return layer.place(expression.kind, expression.geometry);
    default:
      return { test: predicate(expression, layer) };
  }
}

type Predicate = Extract<Expression, { kind: 'compare' | 'between' | 'in' | 'like' | 'null' }>;

function predicate(expression: Predicate, layer: FilteredLayer): Test {
  switch (expression.kind) {
    case 'compare':
      return compare(expression.left, expression.operator, expression.right, layer);
    case 'between':
      return all([
        compare(expression.of, '>=', expression.low, layer),
        compare(expression.of, '<=', expression.high, layer),
      ]);
    case 'in':
      return isIn(expression.of, expression.list, layer);
    case 'like':
      return like(expression.of, expression.pattern, layer);
    case 'null': {
      const { of } = valuesOf(expression.of, layer);
      return (row) => of(row) === null;
    }
  }
}

function compare(left: Scalar, operator: Comparison, right: Scalar, layer: FilteredLayer): Test {
  const [a, b] = [valuesOf(left, layer), valuesOf(right, layer)];
  if (a.kind === 'text' && b.kind === 'text')
    return a.isFolded || b.isFolded
      ? ordered(folded(a.of), operator, folded(b.of))
      : ordered(a.of, operator, b.of);
  if (a.kind === 'number' && b.kind === 'number') return ordered(a.of, operator, b.of);
  throw new FilterError(`${nameOf(left)}与${nameOf(right)}一个是文字、一个是数，不能比较`, right.at);
}

function ordered<T extends string | number>(a: ValueOf<T>, operator: Comparison, b: ValueOf<T>): Test {
  const holds = orders[operator];
  return (row) => {
    const one = a(row);
    const other = b(row);
    return one === null || other === null ? undefined : holds(one, other);
  };
}

type Order = <T extends string | number>(a: T, b: T) => boolean;
/** Texts are ordered by their code units. */
const orders: Readonly<Record<Comparison, Order>> = {
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** Literals of a list are looked up, properties are compared. */
function isIn(of: Scalar, list: readonly Scalar[], layer: FilteredLayer): Test {
  const literals = list.filter(({ kind }) => kind === 'text' || kind === 'number');
  const others = list.filter((one) => !literals.includes(one));
  const tests = others.map((one) => compare(of, '=', one, layer));
  if (literals.length > 0) tests.unshift(isAmong(of, literals, layer));
  return any(tests);
}

function isAmong(of: Scalar, literals: readonly Scalar[], layer: FilteredLayer): Test {
  const values = valuesOf(of, layer);
  for (const one of literals)
    if (one.kind !== values.kind)
      throw new FilterError(`${nameOf(of)}与${nameOf(one)}一个是文字、一个是数，不能比较`, one.at);
  const isFolded = values.kind === 'text' && values.isFolded;
  const known = new Set<string | number | null>(
    literals.map((one) => {
      const { of: value } = valuesOf(one, layer);
      const literal = value(0);
      return isFolded && literal !== null ? fold(String(literal)) : literal;
    }),
  );
  const lookedUp: ValueOf<string | number> = isFolded ? folded(values.of as ValueOf<string>) : values.of;
  return (row) => {
    const value = lookedUp(row);
    return value === null ? undefined : known.has(value);
  };
}

function like(of: Scalar, pattern: Scalar, layer: FilteredLayer): Test {
  const isFolded = pattern.kind === 'casei';
  const literal = isFolded ? pattern.of : pattern;
  if (literal.kind !== 'text') throw new FilterError('LIKE 后应为文字', pattern.at);
  const values = valuesOf(of, layer);
  if (values.kind !== 'text') throw new FilterError(`${nameOf(of)}不是文字，不能用 LIKE`, of.at);
  const anyCase = isFolded || values.isFolded;
  const matches = likeTest(anyCase ? fold(literal.value) : literal.value);
  const text = anyCase ? folded(values.of) : values.of;
  return (row) => {
    const value = text(row);
    return value === null ? undefined : matches(value);
  };
}

function valuesOf(scalar: Scalar, layer: FilteredLayer): Values {
  switch (scalar.kind) {
    case 'text':
      return { kind: 'text', of: () => scalar.value, isFolded: false };
    case 'number':
      return { kind: 'number', of: () => scalar.value };
    case 'casei': {
      const values = valuesOf(scalar.of, layer);
      if (values.kind !== 'text') throw new FilterError('CASEI 中应为文字', scalar.of.at);
      return { ...values, isFolded: true };
    }
    case 'property': {
      const column = layer.columns.get(scalar.name);
      if (!column) throw new FilterError(`没有属性“${scalar.name}”`, scalar.at);
      if (column.kind === 'text') {
        const { values } = column;
        return { kind: 'text', of: (row) => values[row] ?? null, isFolded: false };
      }
      const { values } = column;
      return {
        kind: 'number',
        of: (row) => {
          const value = values[row]!;
          return Number.isNaN(value) ? null : value;
        },
      };
    }
  }
}

function folded(of: ValueOf<string>): ValueOf<string> {
  return (row) => {
    const value = of(row);
    return value === null ? null : fold(value);
  };
}

function fold(text: string): string {
  return text.toUpperCase().toLowerCase();
}

function nameOf(scalar: Scalar): string {
  switch (scalar.kind) {
    case 'property':
      return `属性“${scalar.name}”`;
    case 'text':
      return `文字“${scalar.value}”`;
    case 'number':
      return `数 ${scalar.value}`;
    case 'casei':
      return nameOf(scalar.of);
  }
}
