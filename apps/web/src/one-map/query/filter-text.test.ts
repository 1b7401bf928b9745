import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFilter } from '../../../../server/src/cql2/compile-filter.ts';
import { parseFilter } from '../../../../server/src/cql2/parse-filter.ts';
import { filterText } from './filter-text.ts';
import { type Condition, isWhole, operatorsOf, valuesOf } from './query-spec.ts';

const kinds = new Map([
  ['MC', 'text'],
  ['MJ', 'number'],
] as const);

/** Whether the server takes a row by a filter. */
function takes(filter: string, row: Readonly<Record<string, string | number | null>>): boolean {
  const columns = new Map([
    ['MC', { kind: 'text', values: [row.MC as string | null] }],
    ['MJ', { kind: 'number', values: Float64Array.of((row.MJ as number | null) ?? Number.NaN) }],
  ] as const);
  const place = () => {
    throw new Error('no place is asked for');
  };
  return compileFilter(parseFilter(filter), { columns, place }).test(0) === true;
}

/** What a condition is meant to say. */
function means(
  { field, operator, values }: Condition,
  row: Readonly<Record<string, string | number | null>>,
): boolean {
  const value = row[field] ?? null;
  if (operator === 'empty') return value === null;
  if (value === null) return false;
  if (operator === 'filled') return true;
  const given = values.map((one) => (typeof value === 'number' ? Number(one) : one.trim()));
  const [first, second] = given as [string | number, string | number];
  if (operator === 'between') return value >= first && value <= second;
  if (operator === 'in') return given.includes(value);
  if (operator === 'contains') return String(value).includes(String(first));
  if (operator === 'starts') return String(value).startsWith(String(first));
  if (operator === '=') return value === first;
  if (operator === '<>') return value !== first;
  if (operator === '<') return value < first;
  if (operator === '<=') return value <= first;
  return operator === '>' ? value > first : value >= first;
}

const word = fc.oneof(
  fc.constantFrom('水田', "o'k", '50%', 'a_b', '"', '（空）', 'AND', "''"),
  fc.string({ maxLength: 6 }),
);
const number = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.double({ min: -1e9, max: 1e9, noNaN: true }));
const condition: fc.Arbitrary<Condition> = fc.constantFrom('text', 'number').chain((kind) =>
  fc.constantFrom(...operatorsOf(kind as 'text' | 'number')).chain((operator) => {
    const wanted = valuesOf(operator);
    const value = kind === 'text' ? word : number.map(String);
    return fc.record({
      field: fc.constant(kind === 'text' ? 'MC' : 'MJ'),
      operator: fc.constant(operator),
      values: fc.array(
        value,
        wanted === 'many' ? { minLength: 1, maxLength: 4 } : { minLength: wanted, maxLength: wanted },
      ),
    });
  }),
);
const row = fc.record({
  MC: fc.option(fc.oneof(word, fc.constantFrom('水田', "o'k", '50%', 'axb', 'a_b'))),
  MJ: fc.option(number.filter((value) => !Object.is(value, -0))),
});

describe('conditions as a filter', () => {
  it('say to the server what they say to people', () => {
    fc.assert(
      fc.property(
        fc.array(condition, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('and', 'or'),
        row,
        (conditions, join, at) => {
          const whole = conditions.filter((one) => isWhole(one, kinds.get(one.field as 'MC' | 'MJ')!));
          const filter = filterText({ conditions, join }, kinds);
          if (whole.length === 0) {
            expect(filter).toBeUndefined();
            return;
          }
          const holds =
            join === 'and' ? whole.every((one) => means(one, at)) : whole.some((one) => means(one, at));
          expect(takes(filter!, at)).toBe(holds);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('reads well', () => {
    const conditions = [
      { field: 'MC', operator: 'contains', values: ["5%'s"] },
      { field: 'MJ', operator: '>', values: ['1e3'] },
    ] as const;
    expect(filterText({ conditions, join: 'and' }, kinds)).toBe(`"MC" LIKE '%5\\%''s%' AND "MJ" > 1000`);
  });

  it('leaves out what is not said to the end', () => {
    expect(
      filterText({ conditions: [{ field: 'MJ', operator: 'between', values: ['1'] }], join: 'and' }, kinds),
    ).toBeUndefined();
    expect(
      filterText({ conditions: [{ field: 'MJ', operator: '=', values: ['x'] }], join: 'and' }, kinds),
    ).toBeUndefined();
  });
});
