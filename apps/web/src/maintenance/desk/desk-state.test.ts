import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type DeskState, lowers, readDesk, tabs, writeDesk } from './desk-state.ts';

const code = fc.stringMatching(/^[A-Za-z0-9._-]{1,12}$/);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const state: fc.Arbitrary<DeskState> = fc.record({
  tab: fc.constantFrom(...tabs),
  rule: maybe(code),
  piece: maybe(fc.nat({ max: 999_999 })),
  change: maybe(code),
  isTalkOpen: fc.boolean(),
  statuses: fc.array(code, { maxLength: 4 }),
  matter: fc.constantFrom(undefined, 'mine', 'contested'),
  chapter: maybe(code),
  side: fc.constantFrom('filed', 'maintained'),
  compare: fc.constantFrom('swipe', 'side', 'blink', 'off'),
  layers: maybe(fc.array(code, { maxLength: 5 })),
  lower: fc.constantFrom(...lowers),
  changeLayer: maybe(code),
  changeType: maybe(code),
  sort: maybe(code),
});

it('finds in an address what was written into it, and leaves the rest of the address alone', () => {
  fc.assert(
    fc.property(state, (one) => {
      const address = writeDesk(one, new URLSearchParams('at=132,47,10&region=230898&n=3&talk=1'));
      expect(readDesk(new URLSearchParams(address.toString()))).toEqual(one);
      expect(address.get('at')).toBe('132,47,10');
      expect(address.get('region')).toBe('230898');
    }),
  );
});

it('says nothing of what is as the desk begins', () => {
  expect(writeDesk(readDesk(new URLSearchParams()), new URLSearchParams()).toString()).toBe('');
});

it('takes nonsense for nothing said', () => {
  const nonsense = new URLSearchParams('tab=x&n=-1&compare=y&below=z&side=q&matter=w');
  expect(readDesk(nonsense)).toEqual(readDesk(new URLSearchParams()));
});
