import { expect, test } from 'vitest';
import { objectAddress } from './object-address.ts';

test.each([
  ['threshold:review/udb.fragments.minimumArea', '/rules/review/udb.fragments'],
  ['threshold:inspection/G-07.narrowWidth', '/rules/inspection/G-07'],
  ['account:张 三', '/system/accounts/%E5%BC%A0%20%E4%B8%89'],
  ['job:0f1e', '/system/jobs/0f1e'],
  ['backup:tuheng-20261130.backup', '/system/backups'],
  ['230898@1', undefined],
  ['token:7', undefined],
])('%s is shown at %s', (object, address) => expect(objectAddress(object)).toBe(address));
