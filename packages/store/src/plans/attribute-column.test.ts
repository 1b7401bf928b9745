import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addRows, addValues, attributeColumn } from './attribute-column.ts';

const text = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom('水田', '旱地', '0101', '"', '\\', '\u0000', '\ud800', ''),
);
const number = fc.oneof(
  fc.constantFrom(null, 0, -0, 43_451.67, 1e300, 5e-324, 2 ** 53, -0.000_001, 123_456_789_012.345),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.integer().map((cents) => cents / 100),
  fc.constantFrom('Infinity', '-Infinity'),
);
const rows = fc.array(fc.tuple(text, number, text), { maxLength: 400 });

it('attributes are what JSON.parse says they are, over any number of buffers', () => {
  fc.assert(
    fc.property(fc.array(rows, { maxLength: 3 }), (parts) => {
      const columns = (['text', 'number', 'text'] as const).map(attributeColumn);
      for (const part of parts)
        addRows(Buffer.from(part.map((row) => JSON.stringify(row)).join(',')), columns);
      const parsed = parts.flat().map((row) => JSON.parse(JSON.stringify(row)) as typeof row);
      for (const place of [0, 2]) {
        expect(columns[place]!.column()).toEqual({ kind: 'text', values: parsed.map((row) => row[place]) });
      }
      const values = Float64Array.from(parsed, ([, value]) => (value === null ? Number.NaN : Number(value)));
      expect(columns[1]!.column()).toEqual({ kind: 'number', values });
    }),
  );
});

it('values that occur again are one string', () => {
  const column = attributeColumn('text');
  addValues(Buffer.from('"一","二","一",null,"二"'), column);
  expect(column.column().values).toEqual(['一', '二', '一', null, '二']);
});

it.each(['[1,"a"]', '["a"]', '["a",1,2]', '["a",1', '["a', '["a",1] ', '["a",x]', '["a",1]["a",1]', '[]'])(
  'attributes that nobody has written are refused: %s',
  (json) => {
    const columns = [attributeColumn('text'), attributeColumn('number')];
    expect(() => addRows(Buffer.from(json), columns)).toThrow();
  },
);

it('texts of one length are told apart, however many there are', () => {
  const texts = Array.from({ length: 2000 }, (_, i) => String(1000 + ((i * 7) % 1000)));
  const column = attributeColumn('text');
  addValues(Buffer.from(texts.map((value) => JSON.stringify(value)).join(',')), column);
  expect(column.column().values).toEqual(texts);
});
