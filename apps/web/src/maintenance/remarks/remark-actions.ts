import type { Matter, Remark } from './use-matters.ts';

export type Action = Remark['action'];

const underWay: readonly Action[] = ['answer', 'assign', 'contest', 'accept', 'close'];

/** What can be done with a matter, as the server has it: what it would refuse is not offered. The most likely first. */
export function actionsIn(state: Matter['state']): readonly Action[] {
  if (state === 'accepted') return ['close', 'reopen'];
  if (state === 'closed') return ['reopen'];
  return underWay;
}
