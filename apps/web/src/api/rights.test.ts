import { describe, expect, it, test } from 'vitest';
import type { Session } from './answers.ts';
import { isWithin, mayIn } from './rights.ts';

test.each([
  ['230898', '230898', true],
  ['230898', '230800', true],
  ['230898', '230000', true],
  ['230898100', '230898', true],
  ['230898', null, true],
  ['230800', '230898', false],
  ['230898', '230700', false],
  ['230898', '110000', false],
  ['231000', '230000', true],
])('%s within %s: %s', (adcode, around, expected) => expect(isWithin(adcode, around)).toBe(expected));

describe('mayIn', () => {
  const of = (region: string | null, limits?: Session['limits']): Session => ({
    name: 'a',
    displayName: 'A',
    grants: [{ role: 'city', title: '市级', region, regionName: null, verbs: ['rule.set'] }],
    ...(limits && { limits }),
  });

  it('holds below a grant, not above or beside it', () => {
    expect(mayIn(of('230800'), 'rule.set', '230898')).toBe(true);
    expect(mayIn(of('230800'), 'rule.set', '230000')).toBe(false);
    expect(mayIn(of('230800'), 'rule.set', '110101')).toBe(false);
    expect(mayIn(of('230800'), 'plan.read', '230898')).toBe(false);
  });

  it('of the whole tree is for grants on the whole tree', () => {
    expect(mayIn(of(null), 'rule.set', null)).toBe(true);
    expect(mayIn(of('230000'), 'rule.set', null)).toBe(false);
  });

  it('is narrowed by the limits of a token', () => {
    expect(mayIn(of(null, { verbs: ['rule.set'], region: '230800' }), 'rule.set', '230898')).toBe(true);
    expect(mayIn(of(null, { verbs: ['rule.set'], region: '230800' }), 'rule.set', null)).toBe(false);
    expect(mayIn(of(null, { verbs: ['plan.read'], region: null }), 'rule.set', '230898')).toBe(false);
  });
});
