import { expect, it } from 'vitest';
import type { Verdict } from '../desk/queries.ts';
import { countChapters, countStatuses, sortVerdicts, step } from './verdict-order.ts';

const verdicts = (['pass', 'fail', 'notApplicable', 'undetermined', 'fail'] as const).map(
  (status, i) => ({ rule: `r${i}`, status }) as Verdict,
);

it('puts what blocks first, and keeps the order of the rule book within a status', () => {
  expect(sortVerdicts(verdicts).map(({ rule }) => rule)).toEqual(['r1', 'r4', 'r3', 'r0', 'r2']);
});

it('counts by status, the doubtful first, without those that there are none of', () => {
  expect(countStatuses(verdicts.slice(0, 2))).toEqual([
    ['fail', 1],
    ['pass', 1],
  ]);
});

it('counts by chapter, in the order of the rule book', () => {
  const chapters = ['lines', 'lines', 'zoning', 'lines'].map((chapter) => ({ chapter }));
  expect(countChapters(chapters)).toEqual([
    ['lines', 3],
    ['zoning', 1],
  ]);
});

it('goes through a list and stays at its ends', () => {
  const list = ['a', 'b', 'c'];
  expect([step(list, 'a', 1), step(list, 'c', 1), step(list, 'a', -1)]).toEqual(['b', 'c', 'a']);
  expect([step(list, undefined, 1), step(list, undefined, -1), step(list, 'gone', 1)]).toEqual([
    'a',
    'c',
    'a',
  ]);
  expect(step([], undefined, 1)).toBeUndefined();
});
