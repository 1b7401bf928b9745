import type { StoreErrorCode } from '@tuheng/store';
import { otherCodes } from './other-codes.ts';

/** Of the store's errors those that are not about the state of what was asked for (409). */
const statuses: Partial<Record<StoreErrorCode, number>> = {
  'store.no-plan': 404,
  'store.no-version': 404,
  'store.no-layer': 404,
  'store.no-region': 422,
  'store.no-job': 404,
  'store.no-threshold': 404,
  'store.no-account': 404,
  'store.no-grant': 404,
  'store.no-token': 404,
  'store.no-identity': 404,
  'store.remark-reason': 422,
  'store.not-assignable': 422,
  'store.unknown-region': 422,
  'store.account-name': 422,
  'store.weak-password': 422,
  'store.token-scope': 422,
  'store.not-a-ledger': 422,
  'store.not-a-seal': 422,
  'store.sign-in-refused': 401,
  'store.sign-in-locked': 429,
  'store.first-link-refused': 403,
  'store.recovery-refused': 403,
  'store.sign-on-failed': 401,
  'store.sign-on-unreachable': 502,
  'store.sign-on-endpoint': 502,
  'store.unreachable': 503,
  'store.disk-full': 507,
  'store.stopped': 503,
  'store.damaged': 500,
  'store.ledger-busy': 503,
};

/** HTTP status (RFC 9110) of an error's code: what a file holds is 422, what the store refuses 409. */
export function statusOf(code: string): number {
  return (
    statuses[code as StoreErrorCode] ?? otherCodes[code]?.status ?? (code.startsWith('store.') ? 409 : 422)
  );
}
