/** What somebody does with a matter: 指派、答复、异议、认可、办结、重新打开. */
export const remarkActions = ['assign', 'answer', 'contest', 'accept', 'close', 'reopen'] as const;
export type RemarkAction = (typeof remarkActions)[number];

export const remarkStates = ['open', 'assigned', 'answered', 'contested', 'accepted', 'closed'] as const;
export type RemarkState = (typeof remarkStates)[number];

const underWay = {
  assign: 'assigned',
  answer: 'answered',
  contest: 'contested',
  accept: 'accepted',
  close: 'closed',
} as const;

/** What becomes of a matter, by its state and what is done (ours, 未核实: no regulation prescribes it). What is not in it cannot be done. */
const becomes: Readonly<Record<RemarkState, Readonly<Partial<Record<RemarkAction, RemarkState>>>>> = {
  open: underWay,
  assigned: underWay,
  answered: underWay,
  contested: underWay,
  accepted: { close: 'closed', reopen: 'open' },
  closed: { reopen: 'open' },
};

/** The state after something is done; undefined where it cannot be done. */
export function stateAfter(state: RemarkState, action: RemarkAction): RemarkState | undefined {
  return becomes[state][action];
}

/** The state of a matter of which all this was done, the oldest first. What could not be done changes nothing. */
export function stateOf(actions: Iterable<RemarkAction>): RemarkState {
  let state: RemarkState = 'open';
  for (const action of actions) state = stateAfter(state, action) ?? state;
  return state;
}
