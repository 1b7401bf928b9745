import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnOrder } from './column-order.ts';
import { sortedRows } from './sorted-rows.ts';

const texts = fc.array(fc.option(fc.string({ maxLength: 3 })), { maxLength: 300 });
const numbers = fc.array(fc.option(fc.integer({ min: -9, max: 9 }), { nil: Number.NaN }), { maxLength: 300 });

test('texts in the order of their code units, like ones in the order of the layer, empty ones last', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (values) => {
      const { rows, filled } = await columnOrder({ kind: 'text', values });
      const expected = values
        .map((value, row) => ({ value, row }))
        .sort((a, b) =>
          a.value === null || b.value === null
            ? Number(a.value === null) - Number(b.value === null)
            : a.value < b.value
              ? -1
              : Number(a.value > b.value),
        );
      expect([...rows]).toEqual(expected.map(({ row }) => row));
      expect(filled).toBe(values.filter((value) => value !== null).length);
    }),
  );
});

test('some rows by numbers, both ways: the same rows, in order, empty ones last', async () => {
  await fc.assert(
    fc.asyncProperty(numbers, fc.boolean(), async (list, isDescending) => {
      const values = Float64Array.from(list);
      const some = Uint32Array.from(list.keys()).filter((row) => row % 3 !== 1);
      const sorted = await sortedRows(some, { kind: 'number', values }, isDescending);
      expect(sorted.toSorted()).toEqual(some);
      for (let k = 1; k < sorted.length; k++) {
        const [a, b] = [values[sorted[k - 1]!]!, values[sorted[k]!]!];
        expect(Number.isNaN(b) || (isDescending ? a >= b : a <= b)).toBe(true);
      }
    }),
  );
});
