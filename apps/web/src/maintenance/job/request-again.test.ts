import { expect, it } from 'vitest';
import { requestAgain } from './request-again.ts';

it('names the same uploads and versions, and nothing that the server does not take', () => {
  const inputs = {
    filed: { plan: '230898', version: 2 },
    maintained: { upload: 'u1', name: '维护后.zip' },
  };
  expect(requestAgain({ kind: 'review', plan: '230898', inputs })).toEqual({
    kind: 'review',
    plan: '230898',
    filed: { plan: '230898', version: '2' },
    maintained: { upload: 'u1' },
  });
  expect(requestAgain({ kind: 'inspect', plan: null, inputs: {} })).toEqual({ kind: 'inspect' });
});
