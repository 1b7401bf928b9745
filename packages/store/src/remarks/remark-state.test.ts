import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { remarkActions, remarkStates, stateAfter, stateOf } from './remark-state.ts';

describe('the state of a matter', () => {
  test('follows what was done', () => {
    expect(stateOf([])).toBe('open');
    expect(stateOf(['assign'])).toBe('assigned');
    expect(stateOf(['assign', 'answer', 'contest'])).toBe('contested');
    expect(stateOf(['assign', 'answer', 'accept', 'close'])).toBe('closed');
    expect(stateOf(['close', 'reopen'])).toBe('open');
  });

  test('what is closed is reopened before anything else is done', () => {
    expect(remarkActions.filter((action) => stateAfter('closed', action))).toEqual(['reopen']);
    expect(stateOf(['close', 'answer'])).toBe('closed');
  });

  test('out of every state there is a way to the end', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...remarkActions)), (actions) => {
        const state = stateOf(actions);
        expect(remarkStates).toContain(state);
        expect(stateOf([...actions, 'close'])).toBe('closed');
      }),
    );
  });
});
