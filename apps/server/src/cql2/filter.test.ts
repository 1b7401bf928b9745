import type { Column } from '@tuheng/standard';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileFilter, type FilteredLayer } from './compile-filter.ts';
import type { GeometryLiteral } from './expression.ts';
import { FilterError } from './filter-error.ts';
import { parseFilter } from './parse-filter.ts';
import type { Truth } from './truth.ts';

type Value = string | number | null;
const names: readonly (string | null)[] = ['水田', 'Dry', "o'Neil", null, '100%', 'a_b'];
const areas = [1, 2.5, -3, Number.NaN, 100, 0];

const asked: GeometryLiteral[] = [];
const layer: FilteredLayer = {
  columns: new Map<string, Column>([
    ['MC', { kind: 'text', values: names }],
    ['MJ', { kind: 'number', values: Float64Array.from(areas) }],
    ['标识 码', { kind: 'text', values: names }],
  ]),
  place: (kind, geometry) => {
    asked.push(geometry);
    return { test: (row) => (kind === 'meets' ? row < 2 : row < 1), box: [0, 0, 1, 1] };
  },
};

function rowsOf(filter: string): number[] {
  const { test: holds } = compileFilter(parseFilter(filter), layer);
  return names.flatMap((_, row) => (holds(row) === true ? [row] : []));
}

function refusal(filter: string): string {
  try {
    rowsOf(filter);
  } catch (error) {
    if (error instanceof FilterError) return error.message;
    throw error;
  }
  throw new Error(`${filter} was not refused`);
}

describe('a filter', () => {
  test.each<[string, number[]]>([
    ["MC = '水田'", [0]],
    ["MC <> '水田'", [1, 2, 4, 5]],
    ["NOT MC = '水田'", [1, 2, 4, 5]],
    ["MC='o''Neil'", [2]],
    [String.raw`MC='o\'Neil'`, [2]],
    ['MJ > 1', [1, 4]],
    ['1 < MJ', [1, 4]],
    ['MJ >= -3 AND MJ < 1', [2, 5]],
    ['MJ BETWEEN 0 AND 2.5e0', [0, 1, 5]],
    ['MJ NOT BETWEEN 0 AND 2.5', [2, 4]],
    ["MC IN ('Dry', '水田')", [0, 1]],
    ["MC NOT IN ('Dry')", [0, 2, 4, 5]],
    ['MJ IN (1, 100)', [0, 4]],
    ['MC IS NULL', [3]],
    ['MJ IS NOT NULL', [0, 1, 2, 4, 5]],
    ["CASEI(MC) = CASEI('DRY')", [1]],
    ["CASEI(MC) IN (CASEI('DRY'), CASEI('A_B'))", [1, 5]],
    ["CASEI(MC) LIKE CASEI('d%')", [1]],
    ["MC LIKE '%水%'", [0]],
    [String.raw`MC LIKE '%\%'`, [4]],
    ["MC LIKE '_田'", [0]],
    [`"标识 码" = 'Dry'`, [1]],
    ["mc = 'x' OR TRUE", []],
    ['TRUE', [0, 1, 2, 3, 4, 5]],
    ["MC > DATE('2020-01-01')", [0, 1, 2, 5]],
    ['S_INTERSECTS(geometry, POINT(1 2))', [0, 1]],
    ['S_INTERSECTS(POINT(1 2), geometry) AND MJ > 1', [1]],
    ['NOT S_WITHIN(geometry, BBOX(1,2,3,4))', [1, 2, 3, 4, 5]],
  ])('%s', (filter, rows) => {
    if (filter.startsWith('mc')) expect(refusal(filter)).toContain('没有属性“mc”');
    else expect(rowsOf(filter)).toEqual(rows);
  });

  test.each<[string, string]>([
    ['', '第 1 个字符处：应为属性名或值，过滤条件却已结束'],
    ['MC = ', '第 6 个字符处：应为属性名或值，过滤条件却已结束'],
    ["MC = 'a", "第 6 个字符处：不认识“'”"],
    ['MJ > 1 MJ', '第 8 个字符处：应为结尾，却是“MJ”'],
    ['(MJ > 1', '第 8 个字符处：应为“)”，过滤条件却已结束'],
    ["MJ = 'a'", '第 6 个字符处：属性“MJ”与文字“a”一个是文字、一个是数，不能比较'],
    ["MJ IN ('a')", '第 8 个字符处：属性“MJ”与文字“a”一个是文字、一个是数，不能比较'],
    ["MJ LIKE 'a'", '第 1 个字符处：属性“MJ”不是文字，不能用 LIKE'],
    ['ZZ = 1', '第 1 个字符处：没有属性“ZZ”'],
    ['MC', '第 3 个字符处：应为比较运算符、IS、LIKE、BETWEEN 或 IN，过滤条件却已结束'],
    ['S_INTERSECTS(MC, POINT(1 2))', '第 14 个字符处：应为“geometry”，却是“MC”'],
    ['S_INTERSECTS(geometry, CIRCLE(1 2))', '第 24 个字符处：应为几何，却是“CIRCLE”'],
    ['S_INTERSECTS(geometry, POLYGON((0 0, 1 1)))', '第 32 个字符处：应至少有 4 个点'],
    ['S_INTERSECTS(geometry, BBOX(1,2,3))', '第 28 个字符处：应为 4 个或 6 个数'],
    ['AND = 1', '第 1 个字符处：应为属性名或值，却是“AND”'],
    ["DATE('x') = MC", '第 6 个字符处：应为日期，却是“x”'],
    [`${'('.repeat(70)}TRUE`, '第 66 个字符处：括号超过 64 层'],
    ['NOT '.repeat(70), '第 261 个字符处：括号超过 64 层'],
    ['x'.repeat(8001), '过滤条件超过 8000 个字符'],
  ])('%s is refused with the place', (filter, message) => expect(refusal(filter)).toBe(message));

  test('geometries are read as written', () => {
    asked.length = 0;
    for (const wkt of [
      'MULTIPOINT((1 2), (3 4))',
      'MULTIPOINT(1 2, 3 4)',
      'LINESTRING Z(1 2 9, 3 4 9)',
      'BBOX(1,2,9,3,4,9)',
      'MULTIPOLYGON(((0 0,1 0,1 1,0 0),(0 0,.5 0,.5 .5,0 0)),((5 5,6 5,6 6,5 5)))',
    ])
      rowsOf(`S_INTERSECTS(geometry, ${wkt})`);
    const points = [
      [1, 2],
      [3, 4],
    ];
    expect(asked.map(({ kind, paths }) => [kind, paths.length])).toEqual([
      ['points', 2],
      ['points', 2],
      ['lines', 1],
      ['area', 1],
      ['area', 3],
    ]);
    expect([asked[0]!.paths, asked[1]!.paths]).toEqual([points, points]);
    expect(asked[2]!.paths).toEqual([[1, 2, 3, 4]]);
    expect(asked[3]!.paths).toEqual([[1, 2, 3, 2, 3, 4, 1, 4, 1, 2]]);
  });

  test('only a conjunction keeps the box of a place', () => {
    const boxOf = (filter: string) => compileFilter(parseFilter(filter), layer).box;
    const place = 'S_INTERSECTS(geometry, POINT(1 2))';
    expect(boxOf(`MJ > 1 AND ${place}`)).toEqual([0, 0, 1, 1]);
    expect(boxOf(`MJ > 1 OR ${place}`)).toBeUndefined();
    expect(boxOf(`NOT ${place}`)).toBeUndefined();
  });
});

/** A filter as text, and what it says of a row, told in the plainest way: SQL's three values. */
interface Told {
  readonly text: string;
  tell(row: number): Truth;
}

const numberAt = (row: number): Value => (Number.isNaN(areas[row]) ? null : areas[row]!);
const compareWays: Readonly<Record<string, (a: never, b: never) => boolean>> = {
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};
const told = (value: Value, holds: (value: never) => boolean): Truth =>
  value === null ? undefined : holds(value as never);
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const texts = fc.constantFrom('水田', 'Dry', "o'Neil", 'x', '100%', 'a_b', '');
const numbers = fc.constantFrom(-3, 0, 1, 2.5, 7, 100);
const ways = fc.constantFrom(...Object.keys(compareWays));
const isNot = fc.boolean();
const negate = (truth: Truth, not: boolean): Truth => (truth === undefined ? undefined : truth !== not);

const leaves: fc.Arbitrary<Told> = fc.oneof(
  fc.tuple(ways, texts).map(([way, text]) => ({
    text: `MC ${way} ${quoted(text)}`,
    tell: (row: number) => told(names[row]!, (value) => compareWays[way]!(value, text as never)),
  })),
  fc.tuple(ways, numbers).map(([way, n]) => ({
    text: `${n} ${way} MJ`,
    tell: (row: number) => told(numberAt(row), (value) => compareWays[way]!(n as never, value)),
  })),
  fc.tuple(isNot, numbers, numbers).map(([not, low, high]) => ({
    text: `MJ ${not ? 'NOT ' : ''}BETWEEN ${low} AND ${high}`,
    tell: (row: number) =>
      negate(
        told(numberAt(row), (value: number) => low <= value && value <= high),
        not,
      ),
  })),
  fc.tuple(isNot, fc.array(texts, { minLength: 1, maxLength: 4 })).map(([not, list]) => ({
    text: `MC ${not ? 'NOT ' : ''}IN (${list.map(quoted).join(',')})`,
    tell: (row: number) =>
      negate(
        told(names[row]!, (value) => list.includes(value)),
        not,
      ),
  })),
  isNot.map((not) => ({
    text: `MC IS ${not ? 'NOT ' : ''}NULL`,
    tell: (row: number) => (names[row] === null) !== not,
  })),
);

const { tree } = fc.letrec<{ tree: Told }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaves,
    tie('tree').map((of) => ({
      text: `NOT (${of.text})`,
      tell: (row: number) => negate(of.tell(row), true),
    })),
    fc
      .tuple(fc.constantFrom('AND', 'OR'), fc.array(tie('tree'), { minLength: 2, maxLength: 3 }))
      .map(([word, of]) => ({
        text: `(${of.map(({ text }) => `(${text})`).join(` ${word} `)})`,
        tell: (row: number): Truth => {
          const truths = of.map((one) => one.tell(row));
          const decides = word === 'OR';
          return truths.includes(decides) ? decides : truths.includes(undefined) ? undefined : !decides;
        },
      })),
  ),
}));

test('any filter says of every row what it says when told in the plainest way', () => {
  fc.assert(
    fc.property(tree, ({ text, tell }) => {
      const compiled = compileFilter(parseFilter(text), layer).test;
      expect(names.map((_, row) => compiled(row))).toEqual(names.map((_, row) => tell(row)));
    }),
    { numRuns: 500 },
  );
});

test('no text whatever ends otherwise than in a filter or a refusal', () => {
  const words = fc.constantFrom(
    ...["'a'", '1', 'MC', 'MJ', '(', ')', 'AND', 'NOT', 'IN', 'LIKE', '=', ',', 'BBOX', 'S_WITHIN', '"', "'"],
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(words).map((list) => list.join(' ')),
  );
  fc.assert(
    fc.property(text, (filter) => {
      try {
        compileFilter(parseFilter(filter), layer);
      } catch (error) {
        expect(error).toBeInstanceOf(FilterError);
      }
    }),
    { numRuns: 500 },
  );
});
