import { expect, it } from 'vitest';
import { identifierOf, serialOf } from './identifier.ts';

it('writes 18 digits and reads the serial back', () => {
  expect(identifierOf('230898', 27)).toBe('230898000000000027');
  expect(identifierOf('230898101', 27)).toBe('230898000000000027');
  expect(identifierOf(null, 1)).toBe('000000000000000001');
  expect(serialOf('230898000000000027')).toBe(27);
});

it('reads no serial from what ends in none', () => {
  expect([serialOf(''), serialOf('编号 A-1'), serialOf('23089800000000xx')]).toEqual([0, 0, 0]);
});
