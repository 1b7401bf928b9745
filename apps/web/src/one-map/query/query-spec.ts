/** How a value of a field is asked for. */
export const operators = [
  '=',
  '<>',
  '<',
  '<=',
  '>',
  '>=',
  'between',
  'contains',
  'starts',
  'in',
  'empty',
  'filled',
] as const;
export type Operator = (typeof operators)[number];

export interface Condition {
  readonly field: string;
  readonly operator: Operator;
  /** As written; `between` has two, `in` any number, `empty` and `filled` none. */
  readonly values: readonly string[];
}

/** A polygon somebody drew, typed or brought: rings in degrees (CGCS2000), closed. */
export interface DrawnPlace {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[];
}

/** A township of the plan's region, by its code. */
export interface RegionPlace {
  readonly type: 'region';
  readonly code: string;
  readonly name: string;
}

/** Where features are looked for. */
export type QueryPlace = DrawnPlace | RegionPlace;

/** What is asked of a layer. */
export interface QuerySpec {
  readonly layer: string;
  /** Whether all conditions must hold, or any of them. */
  readonly join: 'and' | 'or';
  readonly conditions: readonly Condition[];
  readonly place: QueryPlace | undefined;
  readonly relation: 'intersects' | 'within';
}

/** The operators that make sense for a kind of field. */
export function operatorsOf(kind: 'text' | 'number'): readonly Operator[] {
  return kind === 'number'
    ? ['=', '<>', '<', '<=', '>', '>=', 'between', 'empty', 'filled']
    : ['=', '<>', 'in', 'contains', 'starts', 'empty', 'filled'];
}

/** How many values an operator wants; `many` for a list. */
export function valuesOf(operator: Operator): 0 | 1 | 2 | 'many' {
  if (operator === 'empty' || operator === 'filled') return 0;
  if (operator === 'between') return 2;
  return operator === 'in' ? 'many' : 1;
}

/** Whether a condition says enough to be asked. A backslash cannot stand before a quote in the server's texts, and no field of a plan holds one. */
export function isWhole({ operator, values }: Condition, kind: 'text' | 'number'): boolean {
  const wanted = valuesOf(operator);
  const given = wanted === 'many' ? values : values.slice(0, wanted);
  if (wanted === 'many' ? given.length === 0 : given.length < wanted) return false;
  return given.every((value) =>
    value.trim() === '' || value.includes('\\') ? false : kind === 'text' || Number.isFinite(Number(value)),
  );
}
