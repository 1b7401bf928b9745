import { expect, test } from 'vitest';
import { durationOf } from './health-queries.ts';

test.each([
  [59, [0, 0, 0]],
  [3600, [0, 1, 0]],
  [90_061, [1, 1, 1]],
  [86_399, [0, 23, 59]],
])('%i s', (seconds, expected) => expect(durationOf(seconds)).toEqual(expected));
