import { expect, it } from 'vitest';
import { askedGrant } from './asked-grant.ts';

const all = {
  roles: [{ role: 'city', title: '市级', verbs: ['plan.read', 'job.run'] }],
  verbs: [],
};

it('names verbs only where they are not those of the role, in whatever order', () => {
  const typed = { role: 'city', region: '230800' } as const;
  expect(askedGrant({ ...typed, verbs: ['job.run', 'plan.read'] }, all)).toEqual(typed);
  expect(askedGrant({ ...typed, verbs: ['plan.read'] }, all)).toEqual({ ...typed, verbs: ['plan.read'] });
  expect(askedGrant({ ...typed, verbs: ['plan.read', 'ledger.read'] }, all)).toEqual({
    ...typed,
    verbs: ['plan.read', 'ledger.read'],
  });
});

it('writes the whole tree as null', () =>
  expect(askedGrant({ role: 'city', region: 'everywhere', verbs: ['plan.read', 'job.run'] }, all)).toEqual({
    role: 'city',
    region: null,
  }));
