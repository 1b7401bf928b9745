import { expect, it } from 'vitest';
import { benchArguments } from './arguments.ts';

it('runs every group at its stated size when nothing is asked for', () => {
  expect(benchArguments([])).toEqual({
    names: [
      'overlay',
      'change',
      'coverage',
      'real',
      'growth',
      'review',
      'inspect',
      'store',
      'features',
      'site',
      'services',
      'tiles',
      'workspace',
    ],
    json: false,
    trial: false,
    scale: 1,
    runs: 3,
    limit: 100,
    oursOnly: false,
  });
});

it('calls a run with other sizes, runs or sides a trial', () => {
  expect(benchArguments(['overlay', '--json']).trial).toBe(false);
  expect(benchArguments(['overlay', '--scale', '0.02'])).toMatchObject({ trial: true, scale: 0.02 });
  expect(benchArguments(['--ours-only'])).toMatchObject({ trial: true, oursOnly: true });
});

it('refuses what it cannot do', () => {
  expect(() => benchArguments(['speed'])).toThrow('no group speed');
  expect(() => benchArguments(['--json'])).toThrow('exactly one group');
  expect(() => benchArguments(['overlay', '--runs', 'many'])).toThrow('--runs must be a number above 0');
});
