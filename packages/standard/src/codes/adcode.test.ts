import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeAdcode } from './adcode.ts';

describe('normalizeAdcode', () => {
  it.each([
    ['230899000000', '230899'],
    ['440311000000', '440311'],
    ['230899000', '230899'],
    ['230899101000', '230899101'],
    ['230899101', '230899101'],
    ['230899101201', '230899101201'],
    ['230899', '230899'],
    ['230000', '230000'],
    [' 230899000000 ', '230899'],
  ])('%j is %j', (raw, code) => {
    expect(normalizeAdcode(raw)).toBe(code);
  });

  it.each(['', '2308', '2308990000', '23089900000X', '富锦市'])('leaves %j as it is', (raw) => {
    expect(normalizeAdcode(raw)).toBe(raw);
  });

  it('is settled after one turn, and padding changes nothing', () => {
    const digits = fc.stringMatching(/^\d{6}(\d{3}|\d{6})?$/);
    fc.assert(
      fc.property(digits, (code) => {
        const once = normalizeAdcode(code);
        expect(normalizeAdcode(once)).toBe(once);
        expect(normalizeAdcode(code.padEnd(12, '0'))).toBe(once);
      }),
    );
  });
});
