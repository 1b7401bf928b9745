import { expect, it } from 'vitest';
import { type ThresholdRecord, valuesBefore } from './history.ts';

const record = (region: string, parameter: string, value: ThresholdRecord['value']): ThresholdRecord => ({
  id: 1,
  region: { adcode: region, name: region },
  book: 'review',
  rule: 'a',
  parameter,
  value,
  source: '',
  confidence: null,
  reason: 'x',
  by: 'x',
  at: '2026-11-30T00:00:00.000000Z',
});
const records = [
  record('230898', 'a', null),
  record('230800', 'a', 5),
  record('230898', 'b', 7),
  record('230898', 'a', 2),
  record('230898', 'a', 1),
];

it('each record follows the one before it of the same parameter in the same region', () => {
  expect(valuesBefore(records, true)).toEqual([2, null, null, 1, null]);
});

it('what a record that is not here would tell is not told', () => {
  expect(valuesBefore(records, false)).toEqual([2, undefined, undefined, 1, undefined]);
});
