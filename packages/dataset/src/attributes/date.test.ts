import { describe, expect, it } from 'vitest';
import { normalizeDate } from './date.ts';

describe('normalizeDate', () => {
  it.each(['2024-01-02T00:00:00', '2024/1/2', '20240102', '2024年1月2日', '2024.01.02', ' 2024-01-02 '])(
    'reads %s',
    (raw) => {
      expect(normalizeDate(raw)).toBe('2024-01-02');
    },
  );

  it.each(['2024-13-02', '20240230', '去年', '', '2024'])('leaves %j as it is', (raw) => {
    expect(normalizeDate(raw)).toBe(raw);
  });
});
