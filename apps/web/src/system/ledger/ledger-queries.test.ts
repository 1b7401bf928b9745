import { expect, it } from 'vitest';
import { entryNameOf, entryText, ledgerSearchOf } from './ledger-queries.ts';

it('an entry is named by its chain, place and time, there and back', () => {
  const name = { scope: 'plan:230898', seq: 12, at: '2026-11-30T08:00:00.123456Z' };
  expect(entryNameOf(entryText(name))).toEqual(name);
  expect(entryNameOf(null)).toBeUndefined();
  expect(entryNameOf('plan:230898~x~2026')).toBeUndefined();
});

it('a search is read from the address; what is empty or no day is not asked', () => {
  const search = new URLSearchParams('q= 碎图斑 &verb=&actor=demo&from=2026-11-01&to=yesterday');
  expect(ledgerSearchOf(search)).toEqual({
    text: '碎图斑',
    verb: undefined,
    actor: 'demo',
    scope: undefined,
    fromDay: '2026-11-01',
    toDay: undefined,
  });
});
