import type { PlanVersion } from '@tuheng/store';
import { describe, expect, test } from 'vitest';
import { Problem } from '../../problems/problem.ts';
import { intervalOf, versionIn } from './datetime.ts';

const at = (text: string): number => Date.parse(text) * 1000;

describe('datetime', () => {
  test('an instant, to the microsecond and in any zone', () => {
    expect(intervalOf('2026-11-25T08:00:00.000001Z')).toEqual({
      from: at('2026-11-25T08:00:00Z') + 1,
      to: at('2026-11-25T08:00:00Z') + 1,
    });
    expect(intervalOf('2026-11-25T16:00:00+08:00')).toEqual(intervalOf('2026-11-25T08:00:00Z'));
  });

  test('a day is one in China, whole', () => {
    expect(intervalOf('2026-11-25')).toEqual({
      from: at('2026-11-24T16:00:00Z'),
      to: at('2026-11-25T16:00:00Z') - 1,
    });
  });

  test('an interval, open at one end', () => {
    expect(intervalOf('2026-01-01T00:00:00Z/..')).toEqual({ from: at('2026-01-01T00:00:00Z'), to: Infinity });
    expect(intervalOf('/2026-01-01T00:00:00Z')).toEqual({ from: -Infinity, to: at('2026-01-01T00:00:00Z') });
  });

  test.each([
    '',
    '..',
    '../..',
    '/',
    'now',
    '2026-13-01',
    '2026-02-30',
    '2026-02-30T00:00:00Z',
    '2026-01-01T25:00:00Z',
    'a/b/c',
    '2026-02-01/2026-01-01',
  ])('%j is none', (text) => expect(() => intervalOf(text)).toThrow(Problem));

  test('the last version in force in the time asked for', () => {
    const versions = ['2026-01-01T00:00:00.000005Z', '2026-02-01T00:00:00.000000Z'].map(
      (publishedAt, i) => ({ publishedAt, number: i + 1 }) as PlanVersion,
    );
    const numberIn = (text: string) => versionIn(versions, intervalOf(text))?.number;
    expect(numberIn('2026-01-01T00:00:00.000004Z')).toBeUndefined();
    expect(numberIn('2026-01-01T00:00:00.000005Z')).toBe(1);
    expect(numberIn('2026-01-15T00:00:00Z/2026-03-01T00:00:00Z')).toBe(2);
    expect(numberIn('2026-01-15T00:00:00Z/2026-01-31T23:59:59Z')).toBe(1);
    expect(numberIn('2027-01-01T00:00:00Z/..')).toBe(2);
    expect(numberIn('../2025-01-01T00:00:00Z')).toBeUndefined();
  });
});
