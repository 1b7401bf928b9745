import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shownNumbers } from './shown-numbers.ts';

it('shows all where they have room', () => {
  expect(shownNumbers(3, 1, 7)).toEqual([0, 1, 2]);
});

it('leaves out what lies between the first, those around the lit one, and the last', () => {
  expect(shownNumbers(45, undefined, 7)).toEqual([0, 1, 2, 3, 4, null, 44]);
  expect(shownNumbers(45, 20, 7)).toEqual([0, null, 19, 20, 21, null, 44]);
  expect(shownNumbers(45, 44, 7)).toEqual([0, null, 40, 41, 42, 43, 44]);
});

it('always has the first, the lit and the last one, in order, in the room that there is', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.nat(),
      fc.integer({ min: 7, max: 12 }),
      (count, at, most) => {
        const lit = at % count;
        const shown = shownNumbers(count, lit, most);
        const numbers = shown.filter((n) => n !== null);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        expect(numbers).toEqual(expect.arrayContaining([0, lit, count - 1]));
        expect(shown.length).toBeLessThanOrEqual(most);
      },
    ),
  );
});
