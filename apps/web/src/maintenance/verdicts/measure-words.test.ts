import { expect, it } from 'vitest';
import { measureWords } from './measure-words.ts';

const of = (before: number | null, after: number | null, unit: string, limit: number | null = null) =>
  measureWords({ before, after, limit, unit });

it('shows areas in hectares, with the difference signed', () => {
  expect(of(131557100, 131439100, 'm²', 131557100)).toEqual({
    before: '13,155.71',
    after: '13,143.91',
    limit: '13,155.71',
    delta: '−11.80',
    unit: 'ha',
  });
});

it('gives small areas four decimals, so that a sliver does not read as zero', () => {
  expect(of(30, 15744, 'm²')).toMatchObject({ before: '0.0030', after: '1.5744', delta: '+1.5714' });
});

it('says neither plus nor minus of a difference that is not seen', () => {
  expect(of(30355800, 30355800.4, 'm²').delta).toBe('0.00');
  expect(of(4, 4, '个').delta).toBe('0');
});

it('shows counts and shares as they are, and a dash for what is not known', () => {
  expect(of(415, 429, '个')).toMatchObject({ before: '415', after: '429', delta: '+14', unit: '个' });
  expect(of(null, 1.25, '倍')).toMatchObject({ before: '—', after: '1.25', delta: '' });
});
