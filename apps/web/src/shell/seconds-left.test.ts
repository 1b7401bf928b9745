import { expect, it } from 'vitest';
import { secondsLeft } from './seconds-left.ts';

const startedAt = '2026-11-30T08:00:00.000000Z';
const now = Date.parse(startedAt) + 30_000;

it('goes on at the pace so far', () => {
  expect(secondsLeft({ state: 'running', progress: 0.25, startedAt }, now)).toBe(90);
  expect(secondsLeft({ state: 'running', progress: 1, startedAt }, now)).toBe(1);
});

it('says nothing before it can', () => {
  expect(secondsLeft({ state: 'running', progress: 0.01, startedAt }, now)).toBeUndefined();
  expect(secondsLeft({ state: 'queued', progress: 0.5, startedAt: null }, now)).toBeUndefined();
});
