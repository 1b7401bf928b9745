import { expect, it } from 'vitest';
import { noticeAddress } from './notice-address.ts';

it('leads to the desk, with what the notice is about open', () => {
  expect(noticeAddress({ job: 'j' })).toBe('/maintenance/j');
  expect(noticeAddress({ job: 'j', subject: { kind: 'verdict', rule: 'udb.total' } })).toBe(
    '/maintenance/j?rule=udb.total&talk=1',
  );
  expect(noticeAddress({ job: 'j', subject: { kind: 'piece', rule: 'r', piece: 0 } })).toBe(
    '/maintenance/j?rule=r&n=1',
  );
  expect(noticeAddress({ job: 'j', subject: { kind: 'finding', rule: 'r', piece: 4, side: 'filed' } })).toBe(
    '/maintenance/j?tab=inspection&side=filed&rule=r&n=5',
  );
});
