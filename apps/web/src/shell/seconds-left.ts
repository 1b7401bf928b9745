import type { Job } from '../api/answers.ts';

/** Share done below which the pace says nothing. */
const TOO_EARLY = 0.05;

/** Seconds that a running job may still take, from how fast it has come so far; undefined while that says nothing. */
export function secondsLeft(
  { state, progress, startedAt }: Pick<Job, 'state' | 'progress' | 'startedAt'>,
  now: number,
): number | undefined {
  if (state !== 'running' || startedAt === null || progress < TOO_EARLY) return undefined;
  const seconds = (now - Date.parse(startedAt)) / 1000;
  return Math.max(1, Math.round((seconds / progress) * (1 - progress)));
}
